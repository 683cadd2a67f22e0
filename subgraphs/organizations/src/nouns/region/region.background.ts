import { appendAudit } from "@alliance-hub/platform/change/audit";
import type { FieldChange } from "@alliance-hub/platform/field-changes/field-changes";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import {
  LEVEL_POSITION,
  type RegionPath,
  allianceCode,
  regionPath,
} from "@alliance-hub/sharing/place";
import { type Kysely, sql } from "kysely";
import type { RegionRow } from "./region.loaders.ts";

/** Where a change is made: in a transaction that holds the lock of {@link lockRegions}. */
export interface RegionWork<DB> {
  readonly context: BaseContext<DB>;
  readonly rows: Kysely<DB>;
  readonly now: Date;
}

/** One change of regions at a time. What is above what is read under these locks, and stays so until the end. */
export async function lockRegions<DB>(rows: Kysely<DB>): Promise<void> {
  // Records follow, however many there are.
  await sql`set local statement_timeout = '5min'`.execute(rows);
  await sql`select pg_advisory_xact_lock(hashtext('region_tree'), 0)`.execute(rows);
  await sql`select pg_advisory_xact_lock(hashtext('committee_tree'), 0)`.execute(rows);
}

/** A region as it is now, not as it was when a loader read it. */
export async function readRegion<DB>(rows: Kysely<DB>, code: string): Promise<RegionRow | null> {
  const { rows: found } = await sql<RegionRow>`select * from region where code = ${code}`.execute(
    rows,
  );
  return found[0] ?? null;
}

/** How much there is at or below a region: places below it that are still there, units and committees. */
export async function countWithin<DB>(
  rows: Kysely<DB>,
  { code, level }: RegionRow,
): Promise<{ regions: number; organizations: number; committees: number }> {
  const at = sql.lit(LEVEL_POSITION[level]);
  const { rows: counted } = await sql<{
    regions: number;
    organizations: number;
    committees: number;
  }>`
    select (select count(*) from region where path[${at}] = ${code} and code <> ${code} and ended_on is null) as regions,
      (select count(*) from organization where region_path[${at}] = ${code}
        and to_jsonb(organization) ->> 'ended_on' is null) as organizations,
      (select count(*) from committee where region_path[${at}] = ${code}) as committees`.execute(
    rows,
  );
  return counted[0] ?? { regions: 0, organizations: 0, committees: 0 };
}

/** Gives a region another name from a day. */
export async function renameRegionFrom<DB>(
  work: RegionWork<DB>,
  region: RegionRow,
  { name, day }: { readonly name: string; readonly day: string },
): Promise<void> {
  const { code } = region;
  await sql`update region set name = ${name}, version = version + 1, updated_at = ${work.now},
    former_names = former_names || jsonb_build_array(jsonb_build_object('name', name, 'until', ${day}::date - 1))
    where code = ${code}`.execute(work.rows);
  await note(work, region, [{ field: "name", before: region.name, after: name }]);
}

/** Ends a region from a day, alone or because it becomes a part of another one: then all that is in it follows. */
export async function endRegionFrom<DB>(
  work: RegionWork<DB>,
  region: RegionRow,
  { into, day }: { readonly into: RegionRow | null; readonly day: string },
): Promise<void> {
  const { code } = region;
  await sql`update region set ended_on = ${day}::date, merged_into = ${into?.code ?? null}, version = version + 1,
    updated_at = ${work.now} where code = ${code}`.execute(work.rows);
  if (into) await follow(work, region, into);
  await note(work, region, [
    { field: "endedOn", before: null, after: day },
    ...(into ? [{ field: "mergedInto", before: null, after: into.code }] : []),
  ]);
}

/** Puts a region below another place; all that is in it follows. */
export async function moveRegionBelow<DB>(
  work: RegionWork<DB>,
  region: RegionRow,
  above: RegionRow,
): Promise<void> {
  const { code, level, parentCode } = region;
  await sql`update region set parent_code = ${above.code} where code = ${code}`.execute(work.rows);
  const alliance = allianceCode(above.allianceCode, region);
  await follow(work, region, { path: regionPath(above.path, level, code), allianceCode: alliance });
  await note(work, region, [{ field: "parentCode", before: parentCode, after: above.code }]);
}

/**
 * Once more for what a transaction wrote that had begun before the change and read the old place: it lies where the
 * region lies now, or what that has become a part of since.
 */
export async function sweepRegion<DB>(work: RegionWork<DB>, code: string): Promise<void> {
  const region = await readRegion(work.rows, code);
  if (!region) return;
  let place = region;
  while (place.mergedInto !== null) {
    const into = await readRegion(work.rows, place.mergedInto);
    if (!into) break;
    place = into;
  }
  await follow(work, region, place);
}

async function follow<DB>(
  { rows, now }: RegionWork<DB>,
  { code, level }: RegionRow,
  to: { readonly path: RegionPath; readonly allianceCode: string | null },
): Promise<void> {
  await sql`select follow_place(${code}, ${to.path}::text[], ${to.allianceCode}, ${LEVEL_POSITION[level]}, ${now})`.execute(
    rows,
  );
}

async function note<DB>(
  { context, rows }: RegionWork<DB>,
  { code, path }: RegionRow,
  changes: readonly FieldChange[],
): Promise<void> {
  const entry = { noun: "Region", recordId: code, regionPath: path, changes };
  await appendAudit(context, rows, { action: "carryOutRegionChange", ...entry });
}
