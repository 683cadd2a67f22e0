/** What the list of contact cards is filtered by, as it stands in the page's address. */
export interface ContactCardSearch {
  readonly place?: string | undefined;
  readonly text?: string | undefined;
  /** A committee's id. */
  readonly committee?: string | undefined;
  /** A unit's id. */
  readonly unit?: string | undefined;
}

/** Whatever an address says that is no filter is left out. */
export function readContactCardSearch(search: Record<string, unknown>): ContactCardSearch {
  const { place, text, committee, unit } = search;
  return {
    ...(typeof place === "string" || typeof place === "number" ? { place: String(place) } : {}),
    ...(typeof text === "string" && text !== "" ? { text } : {}),
    ...(typeof committee === "string" ? { committee } : {}),
    ...(typeof unit === "string" ? { unit } : {}),
  };
}

/** @param ownPlace where neither a place nor an owner is asked for. */
export function contactCardFilterOf(search: ContactCardSearch, ownPlace: string | undefined) {
  const { text, committee, unit } = search;
  const isOfOne = committee !== undefined || unit !== undefined;
  const { place = isOfOne ? undefined : ownPlace } = search;
  return {
    ...(place === undefined ? {} : { regionCode: place }),
    ...(text === undefined ? {} : { text }),
    ...(committee === undefined ? {} : { committeeId: committee }),
    ...(unit === undefined ? {} : { organizationId: unit }),
  };
}
