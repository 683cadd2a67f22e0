import { type Expression, type SqlBool, sql } from "kysely";
import { audienceCondition } from "./audience.ts";
import type { ViewerReach } from "./viewer.ts";

/**
 * Whether the viewer may see an agreement, as a WHERE condition: only its parties and whoever runs the committee
 * may see a draft.
 *
 * @param table name or alias of the table of agreements in the statement.
 */
export function readableAgreement(viewer: ViewerReach, table: string): Expression<SqlBool> {
  const column = (name: string): Expression<unknown> => sql.ref(`${table}.${name}`);
  return audienceCondition(viewer, {
    audience: sql`(case ${column("state")} when 'DRAFT' then 'PARTIES' else ${column("audience")} end)`,
    allianceCode: column("allianceCode"),
    committeeId: column("committeeId"),
    namesOneOf: (ids) => sql<SqlBool>`${column("partyIds")} && ${ids}::uuid[]`,
  });
}
