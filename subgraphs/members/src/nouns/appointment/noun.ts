import { recordNoun } from "@alliance-hub/platform/noun/noun";
import { AppointmentSchema } from "./appointment.entity.ts";
import { createAppointmentLoaders } from "./appointment.loaders.ts";
import * as resolvers from "./appointment.resolver.ts";

export const appointment = recordNoun({
  name: "Appointment",
  entity: AppointmentSchema,
  loaders: { appointments: createAppointmentLoaders },
  resolvers,
});
