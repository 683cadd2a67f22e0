import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import { listedCondition, mayReadListed } from "@alliance-hub/sharing/listed";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { type Expression, type SqlBool, sql } from "kysely";

/** What of a venue (a resource of the subgraph `resources`) the rule looks at. */
export type VenuePlace = Pick<
  DirectoryTables["directory.resource"],
  "audience" | "allianceCode" | "committeeId" | "providerId" | "state"
>;

/**
 * Whether the viewer may know of the venue: the rule by which `resources` shows it.
 *
 * @param viewer as that subgraph knows it (`viewerIn`): a key for activities alone sees what is public.
 */
export function can(viewer: Viewer, _action: "read", venue: VenuePlace): boolean {
  return mayReadListed(viewer, { ...venue, ownerId: venue.providerId });
}

/** The same rule as a WHERE condition on `directory.resource`, named `venue` in the statement. */
export function readable(viewer: Viewer): Expression<SqlBool> {
  return listedCondition(viewer, {
    audience: sql`venue.audience`,
    allianceCode: sql`venue.alliance_code`,
    committeeId: sql`venue.committee_id`,
    ownerId: sql`venue.provider_id`,
    state: sql`venue.state`,
  });
}
