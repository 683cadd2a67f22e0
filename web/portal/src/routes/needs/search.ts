import type { NeedFilter, NeedKind } from "../../graph/generated/graphql.ts";
import { NEED_KINDS } from "../../words/labels.ts";

/** What the list of needs is filtered by, as it stands in the page's address. */
export interface NeedSearch {
  readonly kind?: NeedKind | undefined;
  readonly text?: string | undefined;
  readonly place?: string | undefined;
}

/** Whatever an address says that is no filter is left out. */
export function readNeedSearch({ kind, text, place }: Record<string, unknown>): NeedSearch {
  return {
    ...(typeof kind === "string" && kind in NEED_KINDS ? { kind: kind as NeedKind } : {}),
    ...(typeof text === "string" && text !== "" ? { text } : {}),
    ...(typeof place === "string" || typeof place === "number" ? { place: String(place) } : {}),
  };
}

/** @param ownPlace where no place is asked for. */
export function needFilterOf(search: NeedSearch, ownPlace: string | undefined): NeedFilter {
  const { kind, text, place = ownPlace } = search;
  return {
    states: ["PUBLISHED"],
    ...(kind === undefined ? {} : { kinds: [kind] }),
    ...(text === undefined ? {} : { text }),
    ...(place === undefined ? {} : { regionCode: place }),
  };
}
