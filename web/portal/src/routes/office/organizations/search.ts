import { oneOf, readText, searchReader } from "../../../app/address.ts";
import type {
  OrganizationFilter,
  OrganizationKind,
  OrganizationState,
} from "../../../graph/generated/graphql.ts";
import { ORGANIZATION_KINDS, ORGANIZATION_STATES } from "../../../words/labels.ts";

/** What the list of units is filtered by, as it stands in the page's address. */
export interface OrganizationSearch {
  readonly kind?: OrganizationKind | undefined;
  /** Default: active. */
  readonly state?: OrganizationState | undefined;
  readonly text?: string | undefined;
  readonly place?: string | undefined;
}

export const readOrganizationSearch = searchReader<OrganizationSearch>({
  kind: oneOf(ORGANIZATION_KINDS),
  state: oneOf(ORGANIZATION_STATES),
  text: readText,
  place: readText,
});

/** @param ownPlace where no place is asked for. */
export function organizationFilterOf(
  { kind, state, text, place }: OrganizationSearch,
  ownPlace: string | undefined,
): OrganizationFilter {
  const regionCode = place ?? ownPlace;
  return {
    ...(kind === undefined ? {} : { kinds: [kind] }),
    ...(state === undefined ? {} : { states: [state] }),
    ...(text === undefined ? {} : { text }),
    ...(regionCode === undefined ? {} : { regionCode }),
  };
}
