import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import type { OrganizationEntry } from "@alliance-hub/platform/directory/directory";
import { InputChecks } from "@alliance-hub/platform/errors/faults";
import { HubError, badInput } from "@alliance-hub/platform/errors/hub-error";
import { isId } from "@alliance-hub/platform/keys/loader";
import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { instantWords, whenWords } from "@alliance-hub/platform/words/times";
import { MAX_DAYS, requireAhead } from "@alliance-hub/platform/bookable/bookable-time";
import {
  type WantedBooking,
  requireKeepsRules,
} from "../../mechanisms/booking-rules/keeps-rules.ts";
import { readObstacle } from "../../mechanisms/booking-rules/obstacle.ts";
import { isLeft } from "../../mechanisms/booking-rules/least-left.ts";
import { requireNotInOwnWay } from "../../mechanisms/booking-rules/own-booking.ts";
import {
  requireBookable,
  requireWithinCapacity,
} from "../../mechanisms/booking-rules/require-time.ts";
import { checkWanted } from "../../mechanisms/wanted-resource/wanted-resource.ts";
import { isSharedWith } from "../../mechanisms/shared-with/shared-with.ts";
import type { Resource } from "../resource/resource.entity.ts";
import { lockResource, resourceIn } from "../resource/resource.service.ts";
import { moveWaitingOn } from "./waiting-entry.background.ts";
import { WAITING_STEPS, WaitingEntry } from "./waiting-entry.entity.ts";
import {
  type JoinWaitingListInput,
  LIMITS,
  QUANTITY,
  type WithdrawWaitingInput,
} from "./waiting-entry.input.ts";
import {
  type WaitingContext,
  type WaitingRow,
  type WaitingTables,
  isRival,
} from "./waiting-entry.loaders.ts";
import { type WaitingRule, can } from "./waiting-entry.policy.ts";

/** How many open entries a unit may have for one resource. */
const MOST_OPEN = 20;

/** What of a unit is named. */
type Unit = Pick<OrganizationEntry, "id" | "name">;

/** Rules that forbid a time as long as they stand: nobody need wait for it. Others pass, or are lifted. */
const FOR_EVER: ReadonlySet<string> = new Set(["NOTICE", "LENGTH", "SLOT", "CLOSED", "HOLIDAY"]);

/** The changes of a waiting entry; one of them makes a booking, too, and needs a context that has these. */
export const waitingChanges = <Context extends WaitingContext>() =>
  recordChanges({
    noun: "WaitingEntry",
    entity: WaitingEntry,
    reload: ({ waitingEntries }: Context, id): Promise<WaitingRow | null> =>
      waitingEntries.byId.load(id),
    judged: ({ organizationId, providerId }): WaitingRule => ({ organizationId, providerId }),
    mayRead: (viewer, entry) => can(viewer, "read", entry),
    can,
    only: () => ({
      zh: "只有该单位的联络员可以代表它候补、退出候补和接受让出的时段。",
      en: "Only a liaison of the unit may wait, withdraw or accept for it.",
    }),
    steps: WAITING_STEPS,
    note: async ({ organizationId, resourceId, quantity }, _context, work) => {
      const { regionPath } = await resourceIn(work, resourceId);
      return { organizationId, regionPath, details: { resourceId, quantity } };
    },
  });

const changes = waitingChanges<WaitingContext>();

/**
 * Joins the waiting list of a resource, for a time that cannot be had now.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION` if the resource is not published,
 *   `CONFLICT` if the time can be booked at once, or the unit waits for it or has it already, `BOOKING_CONFLICT` if it is outside of the opening hours.
 */
export async function joinWaitingList(
  context: WaitingContext,
  input: JoinWaitingListInput,
): Promise<WaitingRow> {
  const { during } = input;
  const checks = new InputChecks();
  const { seen, organization, sides, given } = await checkWanted(context, checks, {
    input,
    quantity: QUANTITY,
    ...LIMITS,
    maxDays: MAX_DAYS,
    requireMay: (of) => changes.require(context.viewer, "join", of),
  });
  return await changes.create(
    context,
    { action: "joinWaitingList", input },
    async (work, create) => {
      const within = checks.fork();
      const locked = await within.of(() => lockResource(work, seen().id));
      await within.of(() => given() && requireAhead(during, work.now));
      await within.of(() => requireBookable(locked()));
      await within.of(() => requireWithinCapacity(locked(), given().quantity));
      await within.of(() => requireShared(work, locked(), organization()));
      within.end();
      const resource = locked();
      const { quantity, texts } = given();
      // What is free by now is for those who waited before.
      await moveWaitingOn({ ...work, newId: context.newId }, resource.id);
      await requireNoOpenEntry(work, resource, { unit: organization(), during });
      await requireWorthWaiting(work, resource, { during, quantity, now: work.now });
      await requireNotInOwnWay(work.rows, resource, { unit: organization(), during, quantity });
      const { organizationId, providerId } = sides();
      return create({
        organizationId,
        providerId,
        resourceId: resource.id,
        lineNumber: await nextNumber(work, resource.id),
        startsAt: during.start,
        endsAt: during.end,
        bufferMinutes: resource.bufferMinutes,
        quantity,
        state: "WAITING",
        ...texts,
      });
    },
  );
}

/**
 * Withdraws from a waiting list. A time that was offered is offered to the next one.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function withdrawWaiting(
  context: WaitingContext,
  input: WithdrawWaitingInput,
): Promise<WaitingRow> {
  const step = {
    action: "withdrawWaiting",
    may: "withdraw",
    to: "WITHDRAWN",
    input,
    lockFirst: lockAwaited,
  } as const;
  return await changes.change(context, step, async ({ id, resourceId, state }, work) => {
    if (state !== "OFFERED") return;
    await moveWaitingOn({ ...work, newId: context.newId }, resourceId, [id]);
  });
}

/** Locks the resource of an entry before the entry: whoever moves a list on holds them in this order, too. */
export async function lockAwaited(work: Work<WaitingTables>, id: string): Promise<void> {
  const entry = isId(id) ? await work.em.findOne(WaitingEntry, { id }) : null;
  if (entry) await lockResource(work, entry.resourceId);
}

/** An offer that is still open. @throws HubError `ILLEGAL_TRANSITION`. */
export function requireOpenOffer({ state, offeredUntil }: WaitingEntry, now: Date): void {
  if (offeredUntil !== null && offeredUntil > now) return;
  const until = offeredUntil ? instantWords(offeredUntil) : { zh: "", en: "" };
  throw new HubError(
    "ILLEGAL_TRANSITION",
    {
      zh: `此时段为您保留至${until.zh}，现已过时。请重新候补，或另选时段。`,
      en: `This time was held for you until ${until.en}. Join the waiting list again, or choose another time.`,
    },
    { state, allowed: ["LAPSED"] },
  );
}

/**
 * Rejects a unit that waits for a part of the time already, or for so many times of the resource that nobody else would get
 * one: each entry is looked at whenever somebody books. The caller holds the lock of the resource's row.
 *
 * @throws HubError `CONFLICT`.
 */
async function requireNoOpenEntry(
  { rows }: Work<WaitingTables>,
  { id, title }: Pick<Resource, "id" | "title">,
  { unit, during }: { readonly unit: Unit; readonly during: TimeRangeInput },
): Promise<void> {
  const open = await rows
    .selectFrom("waitingEntry")
    .select(["id", "resourceId", "state", "startsAt", "endsAt"])
    .where("resourceId", "=", id)
    .where("organizationId", "=", unit.id)
    .where("state", "in", ["WAITING", "OFFERED"])
    .orderBy("lineNumber")
    .execute();
  const wanted = { resourceId: id, startsAt: during.start, endsAt: during.end };
  const same = open.find((entry) => isRival(entry, wanted));
  if (same) throw waitsAlready(title, unit.name, same);
  if (open.length < MOST_OPEN) return;
  throw new HubError(
    "CONFLICT",
    {
      zh: `${unit.name}已候补${title}的 ${open.length} 个时段，每个单位对一项资源最多同时候补 ${MOST_OPEN} 个。请先退出不再需要的候补。`,
      en: `${unit.name} waits for ${open.length} times of ${title}; a unit may wait for ${MOST_OPEN} times of one resource at once. Withdraw from those that are no longer needed.`,
    },
    { field: "during" },
  );
}

function waitsAlready(
  title: string,
  unit: string,
  { id, state, startsAt, endsAt }: Pick<WaitingRow, "id" | "state" | "startsAt" | "endsAt">,
): HubError {
  const range = whenWords({ start: startsAt, end: endsAt });
  const words =
    state === "OFFERED"
      ? {
          zh: `${title} ${range.zh} 已让给${unit}。请接受让出的时段（acceptOffer），或另选时段。`,
          en: `${title} is offered to ${unit} already, ${range.en}. Accept it with acceptOffer, or choose another time.`,
        }
      : {
          zh: `${unit}已在候补${title} ${range.zh}，同一时段只能候补一次。请等候让出，或先退出（withdrawWaiting）再另行候补。`,
          en: `${unit} waits for ${title} ${range.en} already, and a unit waits for a time once. Wait for the offer, or withdraw with withdrawWaiting and join again.`,
        };
  return new HubError("CONFLICT", words, { field: "during", entryId: id });
}

/** Rejects a unit that may not book the resource, though the caller sees it in another role. @throws HubError `BAD_USER_INPUT`. */
async function requireShared(
  { rows, now }: Work<WaitingTables>,
  { id, title }: Pick<Resource, "id" | "title">,
  unit: Unit,
): Promise<void> {
  if (await isSharedWith(rows, id, { organizationId: unit.id, now })) return;
  throw badInput("organizationId", {
    zh: `${title}没有向${unit.name}开放，不能为它候补。请换一个单位，或另选资源。`,
    en: `${title} is not shared with ${unit.name}, which cannot wait for it. Choose another unit or another resource.`,
  });
}

/** Rejects what can be booked at once, and what can never be had. */
async function requireWorthWaiting(
  work: Work<WaitingTables>,
  resource: Readonly<Resource>,
  wanted: WantedBooking,
): Promise<void> {
  const { during, now } = wanted;
  const { id, title, hasRules } = resource;
  const obstacle = hasRules ? await readObstacle(work.rows, { id, during, now }) : null;
  if (obstacle && FOR_EVER.has(obstacle.rule)) await requireKeepsRules(work.rows, resource, wanted);
  if (obstacle || !(await isLeft(work.rows, resource, wanted))) return;
  const range = whenWords(during);
  throw new HubError(
    "CONFLICT",
    {
      zh: `${title} ${range.zh} 现在就可以预约，不必候补。请直接预约。`,
      en: `${title} can be booked ${range.en} now; there is nothing to wait for. Use bookResource.`,
    },
    { field: "during" },
  );
}

async function nextNumber({ rows }: Work<WaitingTables>, resourceId: string): Promise<number> {
  const { last } = await rows
    .selectFrom("waitingEntry")
    .select((is) => is.fn.max("lineNumber").as("last"))
    .where("resourceId", "=", resourceId)
    .executeTakeFirstOrThrow();
  return Number(last ?? 0) + 1;
}
