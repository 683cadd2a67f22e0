import { type Expression, type SqlBool, sql } from "kysely";
import { listedCondition } from "./listed.ts";
import type { ViewerReach } from "./viewer.ts";

/**
 * Whether the viewer may see a need, as a WHERE condition: only its unit may see a draft; a published need follows
 * its audience.
 *
 * @param table name or alias of the table of needs in the statement.
 */
export function readableNeed(viewer: ViewerReach, table: string): Expression<SqlBool> {
  const column = (name: string): Expression<unknown> => sql.ref(`${table}.${name}`);
  return listedCondition(viewer, {
    audience: column("audience"),
    allianceCode: column("allianceCode"),
    committeeId: column("committeeId"),
    ownerId: column("organizationId"),
    state: column("state"),
  });
}
