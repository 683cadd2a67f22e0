import { oneOf, readText, searchReader, wordOf } from "../../app/address.ts";
import type { RegistrationFilter, RegistrationState } from "../../graph/generated/graphql.ts";
import { REGISTRATION_STATES } from "../../words/labels.ts";

/** What the list of registrations is filtered by, as it stands in the page's address. */
export interface RegistrationSearch {
  readonly state?: RegistrationState | undefined;
  readonly place?: string | undefined;
  /** Whether only units that are responsible for their community are listed. */
  readonly responsible?: boolean | undefined;
}

export const readRegistrationSearch = searchReader<RegistrationSearch>({
  state: oneOf(REGISTRATION_STATES),
  place: readText,
  responsible: wordOf(true),
});

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
