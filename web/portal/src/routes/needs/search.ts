import { oneOf, readText, searchReader } from "../../app/address.ts";
import type { NeedFilter, NeedKind, NeedState } from "../../graph/generated/graphql.ts";
import { NEED_KINDS, NEED_STATES } from "../../words/labels.ts";

/** What the list of needs is filtered by, as it stands in the page's address. */
export interface NeedSearch {
  readonly kind?: NeedKind | undefined;
  readonly text?: string | undefined;
  readonly place?: string | undefined;
  /** Default: those on the list. */
  readonly state?: NeedState | undefined;
  /** Id of the unit that needs it. */
  readonly unit?: string | undefined;
  readonly committee?: string | undefined;
}

export const readNeedSearch = searchReader<NeedSearch>({
  kind: oneOf(NEED_KINDS),
  text: readText,
  place: readText,
  state: oneOf(NEED_STATES),
  unit: readText,
  committee: readText,
});

/** @param ownPlace where neither a place nor a unit nor a committee is asked for. */
export function needFilterOf(search: NeedSearch, ownPlace: string | undefined): NeedFilter {
  const { kind, text, state = "PUBLISHED", unit, committee } = search;
  const isNamed = unit !== undefined || committee !== undefined;
  const place = search.place ?? (isNamed ? undefined : ownPlace);
  return {
    states: [state],
    ...(kind === undefined ? {} : { kinds: [kind] }),
    ...(text === undefined ? {} : { text }),
    ...(place === undefined ? {} : { regionCode: place }),
    ...(unit === undefined ? {} : { organizationId: unit }),
    ...(committee === undefined ? {} : { committeeId: committee }),
  };
}
