import { fields, reference } from "@alliance-hub/platform/noun/fields";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import { listQuery } from "@alliance-hub/platform/noun/queries";
import { RegionRef } from "../../references/region.ref.ts";
import * as inputs from "./appointment.input.ts";
import type { AppointmentContext, AppointmentRow } from "./appointment.loaders.ts";
import * as service from "./appointment.service.ts";
import { AppointmentConnection, AppointmentType } from "./appointment.type.ts";

export const AppointmentList = listQuery({
  name: "appointments",
  connection: AppointmentConnection,
  filter: inputs.AppointmentFilter,
  description:
    "现有任命，新的在前（平台管理员、审计员，及本人所受任命）。Current appointments, newest first; for operators and auditors. Everybody can see their own.",
  list: ({ appointments }: AppointmentContext, filter) => appointments.list(filter),
});

export const AppointmentFields = fields<AppointmentRow, AppointmentContext>(() => AppointmentType, {
  region: reference(() => RegionRef, "regionCode", {
    key: "code",
    description: "地域，含其下级。The place, with all below it.",
  }),
});

export const AppointmentMutations = mutations(
  {
    field: "appointment",
    type: AppointmentType,
    description: "任命。The appointment.",
    by: { zh: "该地平台管理员", en: "operators of the place" },
  },
  { inputs, service },
  {
    appoint: { zh: "任命审计员或平台管理员", en: "Appoints an auditor or operator" },
    endAppointment: { zh: "解除任命", en: "Ends an appointment" },
  },
);
