import type { OrganizationFilter, OrganizationKind } from "../../../graph/generated/graphql.ts";
import { ORGANIZATION_KINDS } from "../../../words/labels.ts";

/** What the list of units is filtered by, as it stands in the page's address. */
export interface OrganizationSearch {
  readonly kind?: OrganizationKind | undefined;
  readonly text?: string | undefined;
  readonly place?: string | undefined;
}

/** Whatever an address says that is no filter is left out. */
export function readOrganizationSearch(given: Record<string, unknown>): OrganizationSearch {
  const { kind, text, place } = given;
  return {
    ...(typeof kind === "string" && kind in ORGANIZATION_KINDS
      ? { kind: kind as OrganizationKind }
      : {}),
    ...((typeof text === "string" && text !== "") || typeof text === "number"
      ? { text: String(text) }
      : {}),
    ...(typeof place === "string" || typeof place === "number" ? { place: String(place) } : {}),
  };
}

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
