import { ask } from "../../graph/ask.ts";
import { OwnVenuesDocument, VenuesAroundDocument } from "../../graph/generated/graphql.ts";

interface VenueOfUnit {
  readonly id: string;
  readonly venue: { readonly longitude: number | null; readonly latitude: number | null } | null;
}

const hasPosition = ({ venue }: VenueOfUnit): boolean =>
  venue?.longitude != null && venue.latitude !== null;

/**
 * A venue that says where a unit is, for units have no position of their own: the first of its own that has one, or
 * else the first in the place where the unit is.
 *
 * @returns its id; undefined if there is none.
 */
export async function venueAt(unit: string): Promise<string | undefined> {
  const { organization } = await ask(OwnVenuesDocument, { unit });
  const own = organization?.resources?.nodes.find(hasPosition);
  if (own || !organization?.region) return own?.id;
  const { resources } = await ask(VenuesAroundDocument, { place: organization.region.code });
  return resources?.nodes.find(hasPosition)?.id;
}
