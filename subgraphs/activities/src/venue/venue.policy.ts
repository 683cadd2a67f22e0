import type { DirectoryTables } from "@alliance-hub/kit/database/directory";
import { audienceCondition, mayRead } from "@alliance-hub/kit/sharing/audience";
import type { Viewer } from "@alliance-hub/kit/viewer/viewer";
import { type Expression, type SqlBool, sql } from "kysely";

/** What of a venue (a resource of the subgraph `resources`) the rule looks at. */
export type VenuePlace = Pick<
  DirectoryTables["directory.resource"],
  "audience" | "allianceCode" | "committeeId" | "providerId" | "state"
>;

/** Whether the viewer may know of the venue: the rule by which `resources` shows it. */
export function can(viewer: Viewer, _action: "read", venue: VenuePlace): boolean {
  if (viewer.organizationIds.includes(venue.providerId)) return true;
  return venue.state !== "DRAFT" && mayRead(viewer, { ...venue, partyIds: [venue.providerId] });
}

/** The same rule as a WHERE condition on `directory.resource`, named `venue` in the statement. */
export function readable(viewer: Viewer): Expression<SqlBool> {
  const provides = (ids: readonly string[]): Expression<SqlBool> =>
    sql<SqlBool>`venue.provider_id = any(${ids}::uuid[])`;
  const shared = audienceCondition(viewer, {
    audience: sql`venue.audience`,
    allianceCode: sql`venue.alliance_code`,
    committeeId: sql`venue.committee_id`,
    namesOneOf: provides,
  });
  return sql<SqlBool>`((venue.state <> 'DRAFT' and ${shared}) or ${provides(viewer.organizationIds)})`;
}
