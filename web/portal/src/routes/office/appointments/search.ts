import type { AppointedRole, AppointmentFilter } from "../../../graph/generated/graphql.ts";
import { APPOINTED_ROLES } from "../../../words/labels.ts";

/** What appointments are filtered by, as it stands in the page's address. */
export interface AppointmentSearch {
  readonly role?: AppointedRole | undefined;
  readonly place?: string | undefined;
}

/** Whatever an address says that is no filter is left out. */
export function readAppointmentSearch({ role, place }: Record<string, unknown>): AppointmentSearch {
  return {
    ...(typeof role === "string" && role in APPOINTED_ROLES ? { role: role as AppointedRole } : {}),
    ...(typeof place === "string" || typeof place === "number" ? { place: String(place) } : {}),
  };
}

export const appointmentFilterOf = ({ role, place }: AppointmentSearch): AppointmentFilter => ({
  ...(role === undefined ? {} : { role }),
  ...(place === undefined ? {} : { regionCode: place }),
});
