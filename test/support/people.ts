import { type DemonstrationPerson, demonstrationPeople } from "@alliance-hub/demonstration/people";

/** Made once, because making a person for each request would be slower than the hub. */
const PEOPLE = demonstrationPeople();

/** A demonstration person by name. */
export function person(name: string): DemonstrationPerson {
  const found = PEOPLE.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`There is no demonstration person ${name}`);
  return found;
}

/** The demonstration people of a place. @param place its code, with which their names begin. */
export function peopleOf(place: string): readonly DemonstrationPerson[] {
  return PEOPLE.filter(({ name }) => name.startsWith(`${place}-`));
}

/** The unit a person acts for. */
export function unitOf(name: string): string {
  const { organizationId } = person(name);
  if (organizationId === null) throw new Error(`${name} acts for no unit`);
  return organizationId;
}

/** The committee in which a person has a seat. */
export function committeeOf(name: string): string {
  const committeeId = person(name).roles.find((role) => role.committeeId !== null)?.committeeId;
  if (committeeId == null) throw new Error(`${name} sits on no committee`);
  return committeeId;
}

/** Hours from now, on the full hour, as RFC 3339. */
export function inHours(hours: number): string {
  const hour = 3_600_000;
  return new Date((Math.floor(Date.now() / hour) + hours) * hour).toISOString();
}

/** A day, counted from today where the people are, as `YYYY-MM-DD`. */
export function inDays(days: number): string {
  return new Date(Date.now() + (8 + 24 * days) * 3_600_000).toISOString().slice(0, 10);
}

/** An id that no record has. */
export const UNKNOWN_ID = "01890000-0000-7000-8000-000000000000";
