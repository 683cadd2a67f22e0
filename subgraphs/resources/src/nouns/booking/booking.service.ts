import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { HubError, badInput, notFound } from "@alliance-hub/platform/errors/hub-error";
import { InputChecks, gathered } from "@alliance-hub/platform/errors/faults";
import { valueWords } from "@alliance-hub/platform/words/enumerations";
import { stateInChinese } from "@alliance-hub/platform/words/states";
import { instantWords } from "@alliance-hub/platform/words/times";
import type { Words } from "@alliance-hub/platform/words/words";
import { checkedOrNull } from "@alliance-hub/platform/limits/checked";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { requireOrganization } from "@alliance-hub/platform/directory/placement";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { type TimeRangeInput, requireRange } from "@alliance-hub/platform/scalars/time-range";
import { requireAhead } from "../../mechanisms/bookable-time/bookable-time.ts";
import { readTakings } from "../../mechanisms/free-time/takings.ts";
import { capacityOf, tightest } from "../../mechanisms/free-time/free-time.ts";
import { tooLittle } from "../../mechanisms/free-time/too-little.ts";
import { BOOKABLE_KINDS } from "../../vocabulary/resource-kind.ts";
import type { Resource } from "../resource/resource.entity.ts";
import { lockResource, resourceIn } from "../resource/resource.service.ts";
import { BOOKING_STEPS, Booking } from "./booking.entity.ts";
import {
  type BookResourceInput,
  type CancelBookingInput,
  type CompleteBookingInput,
  type DecideBookingInput,
  LIMITS,
  QUANTITY,
} from "./booking.input.ts";
import {
  type BookingContext,
  type BookingRow,
  type BookingTables,
  whoHas,
} from "./booking.loaders.ts";
import { noticesOfBooking } from "./booking.notices.ts";
import { type BookingRule, can } from "./booking.policy.ts";

/** Maximum length of a booking, in days. */
const MAX_DAYS = 31;
const changes = recordChanges({
  noun: "Booking",
  entity: Booking,
  reload: ({ bookings }: BookingContext, id): Promise<BookingRow | null> => bookings.byId.load(id),
  judged: async ({ organizationId, providerId, committeeId, resourceId }, work) => {
    const resource = await resourceIn(work, resourceId);
    return { organizationId, providerId, committeeId, resource } as BookingRule;
  },
  mayRead: (viewer, booking) => can(viewer, "read", booking),
  can,
  only: ({ organizationId }, action) =>
    action === "book"
      ? {
          zh: "只有该单位的联络员可以代表它预约。",
          en: `Only a liaison of ${organizationId} may book for it.`,
        }
      : {
          zh: "您的单位不能办理此预约。请联系预约单位或提供资源的单位。",
          en: `Your unit may not ${action} this booking. Ask the unit that booked the resource or the unit that offers it.`,
        },
  steps: BOOKING_STEPS,
  note: async ({ organizationId, resourceId, state, quantity }, _context, work) => {
    const { regionPath } = await resourceIn(work, resourceId);
    return { organizationId, regionPath, details: { resourceId, state, quantity } };
  },
  notices: noticesOfBooking,
});

/**
 * Books a resource for a time. The resource's row is locked, so that simultaneous callers are handled one after
 * the other and each sees what the previous one took.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION` if it is not published,
 *   `BOOKING_CONFLICT` if too little is left.
 */
export async function bookResource(
  context: BookingContext,
  input: BookResourceInput,
): Promise<BookingRow> {
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
    const { providerId, committeeId } = seen();
    const booking = { organizationId: organization().id, providerId, committeeId };
    changes.require(context.viewer, "book", booking);
    return booking;
  });
  const given = await checks.of(() =>
    gathered({
      quantity: () => QUANTITY.check("quantity", input.quantity ?? 1),
      texts: () => checkedOrNull(input, LIMITS),
      during: () => requireRange("during", during, MAX_DAYS),
    }),
  );
  const constraints = {
    booking_one_at_a_time: () =>
      tooLittle(seen(), given().quantity, { start: during.start, end: during.end, quantity: 0 }),
  };
  return await changes.create(
    context,
    { action: "bookResource", input, constraints },
    async (work, create) => {
      const { rows, now } = work;
      const locked = await checks.of(() => lockResource(work, seen().id));
      // Checked here, not above: a repeated call gets the earlier answer, however late it comes.
      await checks.of(() => given() && requireAhead(during, now));
      await checks.of(() => requireBookable(locked()));
      await checks.of(() => requireWithinCapacity(locked(), given().quantity));
      checks.end();
      const resource = locked();
      const { quantity, texts } = given();
      await requireLeft({ rows, viewer: context.viewer }, resource, { during, quantity });
      return create({
        ...sides(),
        ...texts,
        resourceId: resource.id,
        startsAt: during.start,
        endsAt: during.end,
        quantity,
        exclusive: capacityOf(resource) === 1,
        // The provider does not need its own approval.
        state:
          resource.approval && organization().id !== seen().providerId ? "REQUESTED" : "CONFIRMED",
      });
    },
  );
}

/**
 * Rejects a resource that cannot be booked.
 *
 * @throws HubError `BAD_USER_INPUT`, `ILLEGAL_TRANSITION` if it is not published.
 */
function requireBookable({ title, kind, state }: Readonly<Resource>): void {
  if (!BOOKABLE_KINDS.includes(kind)) {
    throw badInput("resourceId", {
      zh: `${title}的类型是${valueWords("ResourceKind", kind).zh}，只有${BOOKABLE_KINDS.map((one) => valueWords("ResourceKind", one).zh).join("、")}可以预约。请联系提供单位。`,
      en: `${title} is of kind ${kind}; only ${BOOKABLE_KINDS.join(", ")} can be booked. Ask the unit that offers it.`,
    });
  }
  if (state !== "PUBLISHED") {
    throw new HubError(
      "ILLEGAL_TRANSITION",
      {
        zh: `${title}的状态为${stateInChinese("Resource", state)}，只有${stateInChinese("Resource", "PUBLISHED")}的资源可以预约。请另选一项。`,
        en: `${title} is ${state}; only a PUBLISHED one can be booked. Choose another with resources(filter:).`,
      },
      {
        state,
        allowed: [],
      },
    );
  }
}

/** @throws HubError `BAD_USER_INPUT` for a quantity above the capacity. */
function requireWithinCapacity(resource: Readonly<Resource>, quantity: number): void {
  if (quantity <= capacityOf(resource)) return;
  throw badInput("quantity", {
    zh: `数量为 ${quantity}，而${resource.title}总共只有 ${capacityOf(resource)} 份。请减少。`,
    en: `"quantity" is ${quantity}, but ${resource.title} has ${capacityOf(resource)} in all. Give that or less.`,
  });
}

/**
 * Rejects a booking if too little is left at some moment. The caller holds the lock on the resource's row.
 * Without it, somebody else could take the quantity that is read here at the same moment.
 *
 * @throws HubError `BOOKING_CONFLICT`.
 */
async function requireLeft(
  { rows, viewer }: Pick<Work<BookingTables>, "rows"> & Pick<BookingContext, "viewer">,
  resource: Pick<Resource, "id" | "title" | "capacity">,
  { during, quantity }: { during: TimeRangeInput; quantity: number },
): Promise<void> {
  const takings = await readTakings(rows, [resource.id], during);
  const least = tightest(capacityOf(resource), during, takings.get(resource.id) ?? []);
  if (least.quantity >= quantity) return;
  const by = capacityOf(resource) === 1 ? await whoHas({ rows, viewer }, resource.id, least) : [];
  throw tooLittle(resource, quantity, least, by);
}

/**
 * Cancels a booking, for either side or whoever runs the committee.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function cancelBooking(
  context: BookingContext,
  input: CancelBookingInput,
): Promise<BookingRow> {
  const given = () => REASON.check("reason", input.reason);
  const step = { action: "cancelBooking", may: "cancel", to: "CANCELLED", given, input } as const;
  return await changes.change(context, step, (booking, { now }, reason) => {
    if (booking.endsAt <= now)
      throw outOfTime(booking, {
        zh: `已于${instantWords(booking.endsAt).zh}结束，不能再取消`,
        en: `ended at ${instantWords(booking.endsAt).en} and can no longer be cancelled`,
      });
    booking.reason = reason();
  });
}

/**
 * The provider's answer to a request.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function decideBooking(
  context: BookingContext,
  input: DecideBookingInput,
): Promise<BookingRow> {
  const given = () => checkedOrNull(input, { reason: REASON });
  const to = input.confirm ? "CONFIRMED" : "DENIED";
  const step = { action: "decideBooking", may: "decide", to, given, input } as const;
  return await changes.change(context, step, (booking, _work, texts) => {
    Object.assign(booking, texts());
  });
}

/**
 * Records that a booking was used, after it has ended.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function completeBooking(
  context: BookingContext,
  input: CompleteBookingInput,
): Promise<BookingRow> {
  const step = { action: "completeBooking", may: "complete", to: "DONE", input } as const;
  return await changes.change(context, step, (booking, { now }) => {
    if (booking.endsAt > now)
      throw outOfTime(booking, {
        zh: `于${instantWords(booking.endsAt).zh}结束，到时才能标为已完成`,
        en: `ends at ${instantWords(booking.endsAt).en} and can be completed only then`,
      });
  });
}

/**
 * Cancels the bookings of a resource that have not begun, in the caller's transaction. Both units of each are told.
 *
 * @returns how many there were.
 */
export async function cancelAhead(
  context: Pick<BookingContext, "newId" | "viewer">,
  work: Work<BookingTables>,
  { resourceId, reason }: { readonly resourceId: string; readonly reason: string },
): Promise<number> {
  const { rows, now } = work;
  const cancelled = await rows
    .updateTable("booking")
    .set((is) => ({ state: "CANCELLED", reason, updatedAt: now, version: is("version", "+", 1) }))
    .where("resourceId", "=", resourceId)
    .where("state", "in", ["REQUESTED", "CONFIRMED"])
    .where("startsAt", ">", now)
    .returningAll()
    .execute();
  const by = { action: "cancelBooking" };
  await leaveNotices(
    context,
    work,
    cancelled.flatMap((booking) => noticesOfBooking(booking, by)),
  );
  return cancelled.length;
}

/** Adapts future bookings to a changed capacity: if it is one, the exclusion constraint guards them. */
export async function followCapacity(
  { rows, now }: Work<BookingTables>,
  resource: { readonly id: string; readonly capacity: number | null },
): Promise<void> {
  await rows
    .updateTable("booking")
    .set({ exclusive: capacityOf(resource) === 1 })
    .where("resourceId", "=", resource.id)
    .where("state", "in", ["REQUESTED", "CONFIRMED"])
    .where("endsAt", ">", now)
    .execute();
}

function outOfTime(record: Booking, { zh, en }: Words): HubError {
  return new HubError(
    "ILLEGAL_TRANSITION",
    { zh: `此预约${zh}。`, en: `This booking ${en}.` },
    { state: record.state, allowed: BOOKING_STEPS[record.state] },
  );
}
