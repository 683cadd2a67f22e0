import { type Expression, type SqlBool, sql } from "kysely";
import { audienceCondition } from "./audience.ts";
import type { ViewerReach } from "./viewer.ts";

/**
 * Whether the viewer may see a collection round, as a WHERE condition: the units of its committee may.
 *
 * @param table name or alias of the table of rounds in the statement.
 */
export function readableCollectionRound(viewer: ViewerReach, table: string): Expression<SqlBool> {
  const column = (name: string): Expression<unknown> => sql.ref(`${table}.${name}`);
  return audienceCondition(viewer, {
    audience: sql`'COMMITTEE'::text`,
    allianceCode: column("allianceCode"),
    committeeId: column("committeeId"),
    namesOneOf: () => sql<SqlBool>`false`,
  });
}
