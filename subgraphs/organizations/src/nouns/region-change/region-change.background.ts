import { appendAudit } from "@alliance-hub/platform/change/audit";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { LEVEL_POSITION } from "@alliance-hub/sharing/place";
import { type Kysely, sql } from "kysely";
import {
  type RegionWork,
  countWithin,
  endRegionFrom,
  lockRegions,
  moveRegionBelow,
  readRegion,
  renameRegionFrom,
  sweepRegion,
} from "../region/region.background.ts";
import type { RegionRow } from "../region/region.loaders.ts";
import {
  type RegionObstacle,
  obstacleWords,
} from "../../mechanisms/region-obstacle/region-obstacle.ts";
import { concernedBy, noticesOfRegionChange } from "./region-change.notices.ts";
import type { RegionChangeRow, RegionChangeTables } from "./region-change.loaders.ts";

/** A minute later no transaction is left that had begun before a change. */
const SWEEP_AFTER_MS = 60_000;

/** What is to become of which region. */
export type WantedChange = Pick<RegionChangeRow, "kind" | "name" | "effectiveOn"> & {
  readonly region: RegionRow;
  /** What it becomes a part of, or moves below. */
  readonly other: RegionRow | null;
};

/** What stands in the way as things are now; null if nothing does. */
export async function obstacleTo<DB>(
  rows: Kysely<DB>,
  { kind, region, other, name }: WantedChange,
): Promise<RegionObstacle | null> {
  if (region.endedOn !== null) return gone(region, "code");
  if (kind === "RENAME" && name === region.name)
    return { rule: "SAME_NAME", region: named(region) };
  if (kind === "END") {
    const counts = await countWithin(rows, region);
    const isEmpty = counts.regions + counts.organizations + counts.committees === 0;
    return isEmpty ? null : { rule: "NOT_EMPTY", region: named(region), ...counts };
  }
  if (kind === "MERGE" && other) return obstacleToMerge(region, other);
  return kind === "MOVE" && other ? obstacleToMove(region, other) : null;
}

function obstacleToMerge(region: RegionRow, into: RegionRow): RegionObstacle | null {
  if (into.endedOn !== null) return gone(into, "intoCode");
  if (into.code !== region.code && into.level === region.level) return null;
  return { rule: "OTHER_LEVEL", region: levelled(region), into: levelled(into) };
}

function obstacleToMove(region: RegionRow, above: RegionRow): RegionObstacle | null {
  if (above.endedOn !== null) return gone(above, "parentCode");
  if (above.code === region.parentCode)
    return { rule: "ABOVE_ALREADY", region: named(region), above: named(above) };
  if (LEVEL_POSITION[above.level] < LEVEL_POSITION[region.level]) return null;
  return { rule: "NOT_ABOVE", region: levelled(region), above: levelled(above) };
}

function gone(
  { code, name, endedOn, mergedInto }: RegionRow,
  field: "code" | "intoCode" | "parentCode",
): RegionObstacle {
  return { rule: "GONE", field, code, name, endedOn, mergedInto };
}

const named = ({ code, name }: RegionRow) => ({ code, name });
const levelled = ({ code, name, level }: RegionRow) => ({ code, name, level });

/**
 * Carries a change out, in a transaction that holds the lock of regions.
 *
 * @returns what the change keeps of it.
 */
export async function carryOut<DB>(work: RegionWork<DB>, wanted: WantedChange) {
  const { kind, region, other, name, effectiveOn: day } = wanted;
  if (kind === "RENAME" && name !== null) await renameRegionFrom(work, region, { name, day });
  if (kind === "END" || kind === "MERGE") await endRegionFrom(work, region, { into: other, day });
  if (kind === "MOVE" && other) await moveRegionBelow(work, region, other);
  const follows = kind === "MERGE" || kind === "MOVE";
  return {
    state: "DONE" as const,
    doneAt: work.now,
    formerName: region.name,
    formerParentCode: region.parentCode,
    sweepAt: follows ? new Date(work.now.getTime() + SWEEP_AFTER_MS) : null,
  };
}

/**
 * Carries out the next change whose day has come, in one transaction: after a crash it is either done or still to be
 * done. What is not possible any more fails, and says why.
 *
 * @returns whether there was one.
 */
export async function carryOutNext(context: BaseContext<RegionChangeTables>): Promise<boolean> {
  return await context.rows.transaction().execute(async (rows) => {
    const now = context.clock();
    await lockRegions(rows);
    const { rows: due } = await sql<RegionChangeRow>`
      select * from region_change where state = 'PLANNED' and effective_on <= ${shanghaiDay(now)}::date
      order by effective_on, id limit 1 for update`.execute(rows);
    const [next] = due;
    if (!next) return false;
    await settle({ context, rows, now }, next);
    return true;
  });
}

async function settle(work: RegionWork<RegionChangeTables>, next: RegionChangeRow): Promise<void> {
  const { context, rows, now } = work;
  const region = await readRegion(rows, next.code);
  if (!region) throw new Error(`The region ${next.code} of a change is gone`);
  const other = next.otherCode === null ? null : await readRegion(rows, next.otherCode);
  const wanted = { ...next, region, other };
  const obstacle = await obstacleTo(rows, wanted);
  const concerned = await concernedBy(rows, next);
  const outcome = obstacle === null ? await carryOut(work, wanted) : failedBy(obstacle);
  await rows
    .updateTable("regionChange")
    .set({ ...outcome, updatedAt: now, version: next.version + 1 })
    .where("id", "=", next.id)
    .execute();
  await appendAudit(context, rows, {
    action: "carryOutRegionChange",
    noun: "RegionChange",
    recordId: next.id,
    regionPath: next.regionPath,
    changes: [{ field: "state", before: "PLANNED", after: outcome.state }],
  });
  // Nobody does this: also whoever planned it is told.
  const told = noticesOfRegionChange({ ...next, ...outcome }, concerned);
  await leaveNotices({ newId: context.newId }, { rows, now }, told);
}

/** What a change keeps of what failed it. The words are for the previous version of the hub. */
function failedBy(obstacle: RegionObstacle) {
  return {
    state: "FAILED" as const,
    failReason: obstacleWords(obstacle).zh,
    failedBy: obstacle,
  };
}

/** Looks once more for what has not followed yet, a while after a change. @returns whether there was such a change. */
export async function sweepNext(context: BaseContext<RegionChangeTables>): Promise<boolean> {
  return await context.rows.transaction().execute(async (rows) => {
    const now = context.clock();
    await lockRegions(rows);
    const { rows: due } = await sql<{ id: string; code: string }>`
      update region_change set sweep_at = null
      where id = (select id from region_change where sweep_at <= ${now} order by sweep_at limit 1)
      returning id, code`.execute(rows);
    const [next] = due;
    if (!next) return false;
    await sweepRegion({ context, rows, now }, next.code);
    return true;
  });
}
