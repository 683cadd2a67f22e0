import { type Expression, type SqlBool, sql } from "kysely";
import type { Viewer, ViewerReach } from "./viewer.ts";

/** Who may see a record (公开范围). */
export const Audience = {
  PUBLIC: "PUBLIC",
  ALLIANCE: "ALLIANCE",
  COMMITTEE: "COMMITTEE",
  PARTIES: "PARTIES",
} as const;
export type Audience = (typeof Audience)[keyof typeof Audience];

/** The parts of a record that decide who may see it. */
export interface SharedRecord {
  readonly audience: Audience;
  /** Code of the alliance's region, see `place.ts`. */
  readonly allianceCode: string;
  readonly committeeId: string | null;
  /** The organisations named in the record: its owner, its parties. They always see it. */
  readonly partyIds: readonly string[];
}

/**
 * The rule of sharing: whether a viewer may see a record. {@link audienceCondition} is the same
 * rule as SQL; a property test holds the two equal.
 */
export function mayRead(viewer: Viewer, record: SharedRecord): boolean {
  if (record.audience === "PUBLIC") return true;
  if (record.partyIds.some((id) => viewer.organizationIds.includes(id))) return true;
  if (record.committeeId !== null && viewer.runsCommitteeIds.includes(record.committeeId))
    return true;
  if (record.audience === "ALLIANCE") return viewer.allianceCodes.includes(record.allianceCode);
  if (record.audience === "COMMITTEE") {
    return record.committeeId !== null && viewer.committeeIds.includes(record.committeeId);
  }
  return false;
}

/**
 * Where a table keeps the parts of {@link SharedRecord}, as SQL expressions such as
 * `sql.ref("resource.audience")`.
 */
export interface SharedColumns {
  readonly audience: Expression<unknown>;
  readonly allianceCode: Expression<unknown>;
  readonly committeeId: Expression<unknown>;
  /** Condition that one of the given organisations is named in the record. */
  readonly namesOneOf: (organizationIds: readonly string[]) => Expression<SqlBool>;
}

/** {@link mayRead} as a WHERE condition. Branches that cannot hold for this viewer are left out. */
export function audienceCondition(
  viewer: ViewerReach,
  columns: SharedColumns,
): Expression<SqlBool> {
  const ways: Expression<SqlBool>[] = [sql<SqlBool>`${columns.audience} = 'PUBLIC'`];
  if (viewer.organizationIds.length > 0) ways.push(columns.namesOneOf(viewer.organizationIds));
  if (viewer.runsCommitteeIds.length > 0) {
    ways.push(sql<SqlBool>`${columns.committeeId} = any(${viewer.runsCommitteeIds}::uuid[])`);
  }
  if (viewer.allianceCodes.length > 0) {
    ways.push(
      sql<SqlBool>`(${columns.audience} = 'ALLIANCE' and ${columns.allianceCode} = any(${viewer.allianceCodes}::text[]))`,
    );
  }
  if (viewer.committeeIds.length > 0) {
    ways.push(
      sql<SqlBool>`(${columns.audience} = 'COMMITTEE' and ${columns.committeeId} = any(${viewer.committeeIds}::uuid[]))`,
    );
  }
  return sql<SqlBool>`(${sql.join(ways, sql` or `)})`;
}
