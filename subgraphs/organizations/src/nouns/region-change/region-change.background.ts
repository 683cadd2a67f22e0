import { appendAudit } from "@alliance-hub/platform/change/audit";
import { HubError, badInput } from "@alliance-hub/platform/errors/hub-error";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { valueWords } from "@alliance-hub/platform/words/enumerations";
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
import { requireLasting } from "@alliance-hub/platform/directory/lasting-region";
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

/**
 * Rejects what is not possible as things are now.
 *
 * @throws HubError `BAD_USER_INPUT`, naming the rule and the way out.
 */
export async function requirePossible<DB>(rows: Kysely<DB>, wanted: WantedChange): Promise<void> {
  const { kind, region, other, name } = wanted;
  requireLasting(region, "code");
  if (kind === "RENAME" && name === region.name) {
    throw badInput("name", {
      zh: `${region.name}已是现名称。请填写新名称。`,
      en: `"name" ${region.name} is the present name. Give another one.`,
    });
  }
  if (kind === "END") await requireEmpty(rows, region);
  if (kind === "MERGE" && other) requireSameLevel(region, other);
  if (kind === "MOVE" && other) requireOtherAbove(region, other);
}

async function requireEmpty<DB>(rows: Kysely<DB>, region: RegionRow): Promise<void> {
  const { regions, organizations, committees } = await countWithin(rows, region);
  if (regions + organizations + committees === 0) return;
  throw badInput("code", {
    zh: `${region.name}尚有下级 ${regions} 个、单位 ${organizations} 个、委员会 ${committees} 个，不能撤销。请先并入另一行政区划（mergeRegions），或先处理其中的下级、单位和委员会。`,
    en: `"code" ${region.code} still has ${regions} places below it, ${organizations} organisations and ${committees} committees. Merge it into another region with mergeRegions, or move these first.`,
  });
}

function requireSameLevel(region: RegionRow, into: RegionRow): void {
  requireLasting(into, "intoCode");
  if (into.code !== region.code && into.level === region.level) return;
  throw badInput("intoCode", {
    zh: `${region.name}（${valueWords("RegionLevel", region.level).zh}）只能并入另一个同级的行政区划。请另选。`,
    en: `"intoCode" ${into.code} is a ${into.level}; ${region.code} can become a part of another ${region.level} only. Give one.`,
  });
}

function requireOtherAbove(region: RegionRow, above: RegionRow): void {
  requireLasting(above, "parentCode");
  if (above.code === region.parentCode) {
    throw badInput("parentCode", {
      zh: `${above.name}已是${region.name}的上级。请另选上级。`,
      en: `"parentCode" ${above.code} is above ${region.code} already. Give another place.`,
    });
  }
  if (LEVEL_POSITION[above.level] < LEVEL_POSITION[region.level]) return;
  throw badInput("parentCode", {
    zh: `${above.name}是${valueWords("RegionLevel", above.level).zh}，不高于${region.name}的${valueWords("RegionLevel", region.level).zh}。请选择更高层级的上级。`,
    en: `"parentCode" ${above.code} is a ${above.level}, not above the ${region.level} ${region.code}. Give a place of a higher level.`,
  });
}

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
  const failReason = await requirePossible(rows, wanted).then(
    () => null,
    (error: unknown) => {
      if (error instanceof HubError) return error.words.zh;
      throw error;
    },
  );
  const concerned = await concernedBy(rows, next);
  const outcome =
    failReason === null ? await carryOut(work, wanted) : { state: "FAILED" as const, failReason };
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
