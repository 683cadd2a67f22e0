import { type Expression, type SqlBool, sql } from "kysely";
import type { Viewer, ViewerReach } from "./viewer.ts";
import { type SharedRecord, type SharedColumns, audienceCondition, mayRead } from "./audience.ts";

/** The parts of a listed record (first a draft, then published) that decide who may see it. */
export interface ListedRecord extends Omit<SharedRecord, "partyIds"> {
  /** The unit whose record it is. */
  readonly ownerId: string;
  readonly state: string;
}

/** Whether a viewer may see it. Only its unit may see a draft; a published record follows its audience. */
export function mayReadListed(viewer: Viewer, record: ListedRecord): boolean {
  if (viewer.organizationIds.includes(record.ownerId)) return true;
  return record.state !== "DRAFT" && mayRead(viewer, { ...record, partyIds: [record.ownerId] });
}

/** Where a table keeps what {@link ListedRecord} describes, as SQL expressions. */
export interface ListedColumns extends Omit<SharedColumns, "namesOneOf"> {
  readonly ownerId: Expression<unknown>;
  readonly state: Expression<unknown>;
}

/** {@link mayReadListed} as a WHERE condition. Branches that cannot hold for this viewer are left out. */
export function listedCondition(viewer: ViewerReach, columns: ListedColumns): Expression<SqlBool> {
  const isOwn = (ids: readonly string[]): Expression<SqlBool> =>
    sql<SqlBool>`${columns.ownerId} = any(${ids}::uuid[])`;
  const shared = audienceCondition(viewer, { ...columns, namesOneOf: isOwn });
  const published = sql<SqlBool>`(${columns.state} <> 'DRAFT' and ${shared})`;
  if (viewer.organizationIds.length === 0) return published;
  return sql<SqlBool>`(${published} or ${isOwn(viewer.organizationIds)})`;
}
