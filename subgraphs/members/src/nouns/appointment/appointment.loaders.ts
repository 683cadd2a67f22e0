import { isNull } from "@alliance-hub/platform/conditions/condition";
import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import { oneOf } from "@alliance-hub/platform/database/one-of";
import type { Row } from "@alliance-hub/platform/database/row";
import { forbidden } from "@alliance-hub/platform/errors/hub-error";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import type { Appointment } from "./appointment.entity.ts";
import type { AppointmentFilter } from "./appointment.input.ts";
import { canList, readable } from "./appointment.policy.ts";

/** An appointment as lists and loaders give it. */
export type AppointmentRow = Row<Appointment>;

interface AppointmentTables extends TablesWith<"appointment", Appointment> {}

/** What appointments need of a call. */
export interface AppointmentContext extends ContextWith<
  "appointments",
  typeof createAppointmentLoaders
> {}

/** Loaders of one call. */
export function createAppointmentLoaders(context: BaseContext<AppointmentTables>) {
  const appointments = recordReads(context, {
    table: "appointment",
    readable: readable(context.viewer),
  });
  return {
    byId: appointments.byId,
    /** Those that last. @throws HubError `UNAUTHENTICATED` without a token. */
    list: ({ regionCode, role }: AppointmentFilter) => {
      if (!canList(context.viewer))
        throw forbidden(context.viewer, {
          zh: "任命不公开。",
          en: "Appointments are not public.",
        });
      return appointments.list("appointments", [
        isNull("appointment.endedAt"),
        appointments.within(regionCode),
        oneOf("appointment.role", role == null ? null : [role]),
      ]);
    },
  };
}
