import { type Expression, type SqlBool, sql } from "kysely";

/**
 * Condition that a record may be counted in a report. Figures are the same for everybody, and everybody
 * sees them: what a unit keeps as a draft, or shares with those named alone, must not show by a number
 * that moves. What a committee or the alliance has before it is counted, as places publish it: how many
 * there were, not which.
 *
 * @param audienceColumn such as `need.audience`. That a draft is not counted follows from what is counted:
 *   what was published, held, raised or signed.
 */
export function isReported(audienceColumn: string): Expression<SqlBool> {
  return sql<SqlBool>`${sql.ref(audienceColumn)} <> 'PARTIES'`;
}
