import { oneOf, readText, searchReader } from "../../../app/address.ts";
import type { AppointedRole, AppointmentFilter } from "../../../graph/generated/graphql.ts";
import { APPOINTED_ROLES } from "../../../words/labels.ts";

/** What appointments are filtered by, as it stands in the page's address. */
export interface AppointmentSearch {
  readonly role?: AppointedRole | undefined;
  readonly place?: string | undefined;
}

export const readAppointmentSearch = searchReader<AppointmentSearch>({
  role: oneOf(APPOINTED_ROLES),
  place: readText,
});

export const appointmentFilterOf = ({ role, place }: AppointmentSearch): AppointmentFilter => ({
  ...(role === undefined ? {} : { role }),
  ...(place === undefined ? {} : { regionCode: place }),
});
