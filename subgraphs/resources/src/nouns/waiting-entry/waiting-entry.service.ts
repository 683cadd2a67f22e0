import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { requireOrganization } from "@alliance-hub/platform/directory/placement";
import { InputChecks, gathered } from "@alliance-hub/platform/errors/faults";
import { HubError, notFound } from "@alliance-hub/platform/errors/hub-error";
import { isId } from "@alliance-hub/platform/keys/loader";
import { checkedOrNull } from "@alliance-hub/platform/limits/checked";
import { requireRange } from "@alliance-hub/platform/scalars/time-range";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { instantWords, rangeWords } from "@alliance-hub/platform/words/times";
import { MAX_DAYS, requireAhead } from "@alliance-hub/platform/bookable/bookable-time";
import {
  type WantedBooking,
  requireKeepsRules,
} from "../../mechanisms/booking-rules/keeps-rules.ts";
import { readObstacle } from "../../mechanisms/booking-rules/obstacle.ts";
import {
  isLeft,
  requireBookable,
  requireWithinCapacity,
} from "../../mechanisms/booking-rules/require-time.ts";
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
import type { WaitingContext, WaitingRow, WaitingTables } from "./waiting-entry.loaders.ts";
import { type WaitingRule, can } from "./waiting-entry.policy.ts";

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
    only: ({ organizationId }) => ({
      zh: "只有该单位的联络员可以代表它候补、退出候补和接受让出的时段。",
      en: `Only a liaison of ${organizationId} may wait, withdraw or accept for it.`,
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
 *   `CONFLICT` if the time can be booked at once, `BOOKING_CONFLICT` if it is outside of the opening hours.
 */
export async function joinWaitingList(
  context: WaitingContext,
  input: JoinWaitingListInput,
): Promise<WaitingRow> {
  const { during } = input;
  const checks = new InputChecks();
  const seen = await checks.of(async () => {
    const found = await context.resources.byId.load(input.resourceId);
    if (!found) throw notFound("Resource", input.resourceId, "resourceId");
    return found;
  });
  const organization = await checks.of(() =>
    requireOrganization(context.directory, input.organizationId),
  );
  const sides = await checks.of(() => {
    const of = { organizationId: organization().id, providerId: seen().providerId };
    changes.require(context.viewer, "join", of);
    return of;
  });
  const given = await checks.of(() =>
    gathered({
      quantity: () => QUANTITY.check("quantity", input.quantity ?? 1),
      texts: () => checkedOrNull(input, LIMITS),
      during: () => requireRange("during", during, MAX_DAYS),
    }),
  );
  return await changes.create(
    context,
    { action: "joinWaitingList", input },
    async (work, create) => {
      const within = checks.fork();
      const locked = await within.of(() => lockResource(work, seen().id));
      await within.of(() => given() && requireAhead(during, work.now));
      await within.of(() => requireBookable(locked()));
      await within.of(() => requireWithinCapacity(locked(), given().quantity));
      within.end();
      const resource = locked();
      const { quantity, texts } = given();
      // What is free by now is for those who waited before.
      await moveWaitingOn({ ...work, newId: context.newId }, resource.id);
      await requireWorthWaiting(work, resource, { during, quantity, now: work.now });
      return create({
        ...sides(),
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
  const range = rangeWords(during);
  throw new HubError(
    "CONFLICT",
    {
      zh: `${title} ${range.zh} 现在就可以预约，不必候补。请直接预约。`,
      en: `${title} can be booked from ${range.en} now; there is nothing to wait for. Use bookResource.`,
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
