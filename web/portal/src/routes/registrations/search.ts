import type { RegistrationFilter, RegistrationState } from "../../graph/generated/graphql.ts";
import { REGISTRATION_STATES } from "../../words/labels.ts";

/** What the list of registrations is filtered by, as it stands in the page's address. */
export interface RegistrationSearch {
  readonly state?: RegistrationState | undefined;
  readonly place?: string | undefined;
  /** Whether only units that are responsible for their community are listed. */
  readonly responsible?: boolean | undefined;
}

/** Whatever an address says that is no filter is left out. */
export function readRegistrationSearch(search: Record<string, unknown>): RegistrationSearch {
  const { state, place, responsible } = search;
  return {
    ...(typeof state === "string" && state in REGISTRATION_STATES
      ? { state: state as RegistrationState }
      : {}),
    ...(typeof place === "string" || typeof place === "number" ? { place: String(place) } : {}),
    ...(responsible === true ? { responsible } : {}),
  };
}

/** @param ownPlace where no place is asked for. */
export function registrationFilterOf(
  search: RegistrationSearch,
  ownPlace: string | undefined,
): RegistrationFilter {
  const { state, responsible, place = ownPlace } = search;
  return {
    ...(state === undefined ? {} : { states: [state] }),
    ...(place === undefined ? {} : { regionCode: place }),
    ...(responsible === undefined ? {} : { responsible }),
  };
}
