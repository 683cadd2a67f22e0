import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { requireVersion } from "@alliance-hub/platform/change/change";
import { requireDay } from "@alliance-hub/platform/change/require-day";
import { InputChecks } from "@alliance-hub/platform/errors/faults";
import { notFound } from "@alliance-hub/platform/errors/hub-error";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { errorOf } from "../../mechanisms/region-obstacle/region-obstacle.ts";
import { lockRegions, readRegion } from "../region/region.background.ts";
import type { RegionRow } from "../region/region.loaders.ts";
import { carryOut, obstacleTo } from "./region-change.background.ts";
import {
  REGION_CHANGE_STEPS,
  RegionChange,
  type RegionChangeKind,
} from "./region-change.entity.ts";
import {
  type CallOffRegionChangeInput,
  type EndRegionInput,
  LIMITS,
  type MergeRegionsInput,
  type MoveRegionInput,
  type RegionChangeInput,
  type RenameRegionInput,
} from "./region-change.input.ts";
import type { RegionChangeContext, RegionChangeRow } from "./region-change.loaders.ts";
import { concernedBy, noticesOfRegionChange } from "./region-change.notices.ts";
import { type JudgedChange, can } from "./region-change.policy.ts";

/** How far ahead a change is entered, in days. */
const AHEAD_DAYS = 3660;
const DAY_MS = 86_400_000;

const changes = recordChanges({
  noun: "RegionChange",
  entity: RegionChange,
  reload: ({ regionChanges }: RegionChangeContext, id): Promise<RegionChangeRow | null> =>
    regionChanges.byId.load(id),
  judged: async ({ kind, code, otherCode }, { rows }): Promise<JudgedChange> => ({
    kind,
    region: await requireRegion(rows, code, "code"),
    other: otherCode === null ? null : await requireRegion(rows, otherCode, "otherCode"),
  }),
  can,
  only: ({ kind }) =>
    kind === "RENAME"
      ? {
          zh: "只有当地的平台管理员可以更名。",
          en: "Only an operator of the region may give it another name.",
        }
      : {
          zh: "只有其上级的平台管理员可以办理；并入或改属另一地的，还须同时是那里的平台管理员。请联系他们办理。",
          en: "Only an operator of the place above it may do this; if another place gets it, of that one, too. Ask one of them.",
        },
  steps: REGION_CHANGE_STEPS,
  // Once its day has come, it is as good as done.
  stateOf: ({ state, effectiveOn }, now) =>
    state === "PLANNED" && effectiveOn <= shanghaiDay(now) ? "DONE" : state,
  note: ({ regionPath, kind, code, otherCode, effectiveOn }) => ({
    regionPath,
    details: { kind, code, otherCode, effectiveOn },
  }),
});

/** Gives a region another name, from a day. @throws HubError as {@link enter}. */
export async function renameRegion(
  context: RegionChangeContext,
  input: RenameRegionInput,
): Promise<RegionChangeRow> {
  const checkName = () => LIMITS.name.check("name", input.name);
  return await enter(context, input, { action: "renameRegion", kind: "RENAME", checkName });
}

/** Ends a region in which nothing is any more, from a day. @throws HubError as {@link enter}. */
export async function endRegion(
  context: RegionChangeContext,
  input: EndRegionInput,
): Promise<RegionChangeRow> {
  return await enter(context, input, { action: "endRegion", kind: "END" });
}

/** Merges a region into another of its level, from a day. @throws HubError as {@link enter}. */
export async function mergeRegions(
  context: RegionChangeContext,
  input: MergeRegionsInput,
): Promise<RegionChangeRow> {
  const other = { code: input.intoCode, field: "intoCode" };
  return await enter(context, input, { action: "mergeRegions", kind: "MERGE", other });
}

/** Puts a region below another place, from a day. @throws HubError as {@link enter}. */
export async function moveRegion(
  context: RegionChangeContext,
  input: MoveRegionInput,
): Promise<RegionChangeRow> {
  const other = { code: input.parentCode, field: "parentCode" };
  return await enter(context, input, { action: "moveRegion", kind: "MOVE", other });
}

/**
 * Calls off a change before its day.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION` on its day or later.
 */
export async function callOffRegionChange(
  context: RegionChangeContext,
  input: CallOffRegionChangeInput,
): Promise<RegionChangeRow> {
  const step = {
    action: "callOffRegionChange",
    input,
    may: "callOff",
    to: "CALLED_OFF",
    lockFirst: ({ rows }: { rows: Rows }) => lockRegions(rows),
    given: () => LIMITS.reason.check("reason", input.reason),
  } as const;
  return await changes.change(context, step, async (change, work, reason) => {
    const calledOff = { state: "CALLED_OFF", calledOffAt: work.now, callOffReason: reason() };
    Object.assign(change, calledOff);
    const told = noticesOfRegionChange(change, await concernedBy(work.rows, change));
    await leaveNotices(context, work, told);
  });
}

type Rows = RegionChangeContext["rows"];

interface Entry {
  readonly action: string;
  readonly kind: RegionChangeKind;
  readonly checkName?: () => string;
  readonly other?: { readonly code: string; readonly field: string };
}

/**
 * Enters a change. One from today on is carried out at once, in the same transaction.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` from a stale version.
 */
async function enter(
  context: RegionChangeContext,
  input: RegionChangeInput,
  { action, kind, checkName, other: named }: Entry,
): Promise<RegionChangeRow> {
  return await changes.create(context, { action, input }, async (work, create) => {
    const { rows, now } = work;
    await lockRegions(rows);
    const today = shanghaiDay(now);
    const checks = new InputChecks();
    const region = await checks.of(() => requireRegion(rows, input.code, "code"));
    const other = await checks.of(() =>
      named === undefined ? null : requireRegion(rows, named.code, named.field),
    );
    await checks.of(() => {
      changes.require(context.viewer, "enter", { kind, region: region(), other: other() });
      requireVersion(region(), input.version);
    });
    const effectiveOn = await checks.of(() =>
      requireDay("from", input.from ?? today, {
        earliest: today,
        latest: shanghaiDay(new Date(now.getTime() + AHEAD_DAYS * DAY_MS)),
      }),
    );
    const name = await checks.of(() => checkName?.() ?? null);
    const reason = await checks.of(() =>
      input.reason == null ? null : LIMITS.reason.check("reason", input.reason),
    );
    const wanted = () => ({
      kind,
      name: name(),
      effectiveOn: effectiveOn(),
      region: region(),
      other: other(),
    });
    await checks.of(async () => {
      const obstacle = await obstacleTo(rows, wanted());
      if (obstacle) throw errorOf(obstacle);
    });
    checks.end();
    const concerned = await concernedBy(rows, {
      code: region().code,
      otherCode: other()?.code ?? null,
    });
    const done =
      effectiveOn() === today ? await carryOut({ context, rows, now }, wanted()) : undefined;
    const change = create({
      kind,
      state: "PLANNED",
      code: region().code,
      regionPath: region().path,
      name: name(),
      otherCode: other()?.code ?? null,
      effectiveOn: effectiveOn(),
      reason: reason(),
      ...done,
    });
    await leaveNotices(context, work, noticesOfRegionChange(change, concerned));
    return change;
  });
}

/** @throws HubError `NOT_FOUND`. */
async function requireRegion(rows: Rows, code: string, field: string): Promise<RegionRow> {
  const found = await readRegion(rows, code);
  if (!found) throw notFound("Region", code, field);
  return found;
}
