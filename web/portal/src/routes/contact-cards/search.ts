import { readText, searchReader } from "../../app/address.ts";
/** What the list of contact cards is filtered by, as it stands in the page's address. */
export interface ContactCardSearch {
  readonly place?: string | undefined;
  readonly text?: string | undefined;
  /** A committee's id. */
  readonly committee?: string | undefined;
  /** A unit's id. */
  readonly unit?: string | undefined;
}

export const readContactCardSearch = searchReader<ContactCardSearch>({
  place: readText,
  text: readText,
  committee: readText,
  unit: readText,
});

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
