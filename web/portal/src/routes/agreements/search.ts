import { countReader, oneOf, readText, searchReader } from "../../app/address.ts";
import type { AgreementFilter, AgreementState } from "../../graph/generated/graphql.ts";
import { AGREEMENT_STATES } from "../../words/labels.ts";
import { addDays, dayOf } from "../../words/time.ts";

/** What the list of agreements is filtered by, as it stands in the page's address. */
export interface AgreementSearch {
  readonly state?: AgreementState | undefined;
  /** Id of a party. */
  readonly unit?: string | undefined;
  readonly committee?: string | undefined;
  readonly place?: string | undefined;
  /** Only those in force whose term ends within so many days. */
  readonly ends?: number | undefined;
  readonly text?: string | undefined;
}

export const readAgreementSearch = searchReader<AgreementSearch>({
  state: oneOf(AGREEMENT_STATES),
  unit: readText,
  committee: readText,
  place: readText,
  ends: countReader(3660),
  text: readText,
});

/** @param ownPlace where neither a place nor a committee nor a party is asked for. */
export function agreementFilterOf(
  search: AgreementSearch,
  ownPlace: string | undefined,
): AgreementFilter {
  const { state, unit, committee, ends, text } = search;
  const place =
    search.place ?? (unit === undefined && committee === undefined ? ownPlace : undefined);
  return {
    ...(state === undefined ? {} : { states: [state] }),
    ...(unit === undefined ? {} : { organizationId: unit }),
    ...(committee === undefined ? {} : { committeeId: committee }),
    ...(place === undefined ? {} : { regionCode: place }),
    ...(ends === undefined ? {} : { expiringBefore: addDays(dayOf(new Date()), ends + 1) }),
    ...(text === undefined ? {} : { text }),
  };
}
