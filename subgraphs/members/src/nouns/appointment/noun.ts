import type { Noun } from "@alliance-hub/platform/noun/noun";
import { AppointmentSchema } from "./appointment.entity.ts";
import { type AppointmentContext, createAppointmentLoaders } from "./appointment.loaders.ts";
import * as resolvers from "./appointment.resolver.ts";

export const appointment = {
  name: "Appointment",
  entity: AppointmentSchema,
  loaders: { appointments: createAppointmentLoaders },
  resolvers: Object.values(resolvers),
  reference: ({ id }: { id: string }, { appointments }: AppointmentContext) =>
    appointments.byId.load(id),
} satisfies Noun;
