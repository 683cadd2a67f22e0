import { oneOf, readText, searchReader } from "../../../app/address.ts";
import type { OrganizationFilter, OrganizationKind } from "../../../graph/generated/graphql.ts";
import { ORGANIZATION_KINDS } from "../../../words/labels.ts";

/** What the list of units is filtered by, as it stands in the page's address. */
export interface OrganizationSearch {
  readonly kind?: OrganizationKind | undefined;
  readonly text?: string | undefined;
  readonly place?: string | undefined;
}

export const readOrganizationSearch = searchReader<OrganizationSearch>({
  kind: oneOf(ORGANIZATION_KINDS),
  text: readText,
  place: readText,
});

/** @param ownPlace where no place is asked for. */
export function organizationFilterOf(
  { kind, text, place }: OrganizationSearch,
  ownPlace: string | undefined,
): OrganizationFilter {
  const regionCode = place ?? ownPlace;
  return {
    ...(kind === undefined ? {} : { kinds: [kind] }),
    ...(text === undefined ? {} : { text }),
    ...(regionCode === undefined ? {} : { regionCode }),
  };
}
