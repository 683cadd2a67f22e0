import { appendAudit } from "@alliance-hub/platform/change/audit";
import { change, requireVersion } from "@alliance-hub/platform/change/change";
import { type Checked, InputChecks } from "@alliance-hub/platform/errors/faults";
import { HubError, badInput } from "@alliance-hub/platform/errors/hub-error";
import { reworded } from "@alliance-hub/platform/errors/reworded";
import { requireTransition } from "@alliance-hub/platform/errors/transition";
import { fieldChangesOf } from "@alliance-hub/platform/field-changes/field-changes";
import { isId } from "@alliance-hub/platform/keys/loader";
import { checkedOrNull } from "@alliance-hub/platform/limits/checked";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { rangeWords } from "@alliance-hub/platform/words/times";
import { requireNotBlocked } from "../../mechanisms/booking-rules/keeps-rules.ts";
import { BOOKING_STEPS, type Booking } from "../booking/booking.entity.ts";
import type { BookingContext, BookingRow, BookingTables } from "../booking/booking.loaders.ts";
import { noticesOfBooking } from "../booking/booking.notices.ts";
import { auditOf, changes } from "../booking/booking.service.ts";
import { lockBookedResource } from "../booking-cancellation/booking-cancellation.service.ts";
import { lockResources, resourceIn } from "../resource/resource.service.ts";
import { moveWaitingOn, tellRivals } from "../waiting-entry/waiting-entry.background.ts";
import {
  type DecideBookingInput,
  type DecideBookingsInput,
  MOST_DECIDED,
} from "./booking-decision.input.ts";

/** What the provider answers. */
interface Decision {
  readonly confirm: boolean;
  readonly reason: string | null;
}

/** The details that the notices of a decision are made of. */
interface Details {
  /** The time of a change that was denied. */
  readonly wanted?: { readonly start: string; readonly end: string };
}

/**
 * The provider's answer to a request. A changed booking whose change is denied gets its previous time back.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION`, `CONFLICT`, `BOOKING_CONFLICT` for a
 *   time that is blocked.
 */
export async function decideBooking(
  context: BookingContext,
  input: DecideBookingInput,
): Promise<BookingRow> {
  const given = () => checkedOrNull(input, { reason: REASON });
  const step = {
    action: "decideBooking",
    may: "decide",
    given,
    input,
    lockFirst: lockBookedResource,
  } as const;
  return await changes.change(context, step, async (booking, work, texts) => {
    requireOpen(booking, input.confirm);
    if (input.confirm) await requireUsable(work, booking);
    const { reason } = texts();
    const details = decide(booking, { confirm: input.confirm, reason }, work.now);
    await passOn(context, work, { bookings: [booking], confirm: input.confirm });
    return { ...details };
  });
}

/**
 * The provider's answer to several requests, all or none. The resources are locked in the order of their ids, then the
 * bookings. All that is wrong is told at once, each with its place in `bookings`.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION`, `CONFLICT`, `BOOKING_CONFLICT` for a
 *   time that is blocked.
 */
export async function decideBookings(
  context: BookingContext,
  input: DecideBookingsInput,
): Promise<{ bookings: readonly BookingRow[] }> {
  const { confirm } = input;
  const action = "decideBookings";
  const { ids } = await change<BookingTables, { ids: readonly string[] }>(
    context,
    { action, input, reload: (id) => Promise.resolve({ ids: [id] }) },
    async (work) => {
      const checks = new InputChecks();
      await checks.of(() => requireItems(input.bookings));
      const given = await checks.of(() => checkedOrNull(input, { reason: REASON }));
      const wanted = input.bookings.slice(0, MOST_DECIDED);
      await lockBookedResources(
        work,
        wanted.map(({ id }) => id),
      );
      const decided: Checked<{ booking: Booking; details: Details }>[] = [];
      for (const [place, { id, version }] of wanted.entries())
        decided.push(
          await checks.of(async () => {
            const field = `bookings.${place}`;
            const { record: booking, of } = await changes.lock(context, work, id, field);
            changes.require(context.viewer, "decide", of);
            await named(work, { booking, field }, async () => {
              requireOpen(booking, confirm);
              requireVersion(booking, version);
              if (confirm) await requireUsable(work, booking);
            });
            const { reason } = given();
            return { booking, details: decide(booking, { confirm, reason }, work.now) };
          }),
        );
      checks.end();
      const all = decided.map((one) => one());
      const bookings = all.map(({ booking }) => booking);
      await passOn(context, work, { bookings, confirm });
      const told = all.flatMap(({ booking, details }) =>
        noticesOfBooking(booking, { action: "decideBooking", details: { ...details } }),
      );
      await leaveNotices(context, work, told);
      const [first, ...others] = bookings;
      if (!first) throw new Error("A list that is empty passed its check");
      // The first is the entry of the mutation itself.
      for (const booking of others) {
        const note = await auditOf(work, booking);
        const fields = fieldChangesOf(work.em, note);
        await appendAudit(context, work.rows, { ...note, action, changes: fields });
      }
      return {
        record: { ids: bookings.map(({ id }) => id) },
        audit: await auditOf(work, first),
      };
    },
  );
  const bookings = await Promise.all(ids.map((id) => context.bookings.byId.load(id)));
  return { bookings: bookings.filter((booking) => booking !== null) };
}

/** @throws HubError `ILLEGAL_TRANSITION` for what is no request any more. */
function requireOpen({ id, state }: Booking, confirm: boolean): void {
  const to = confirm ? "CONFIRMED" : "DENIED";
  requireTransition(BOOKING_STEPS, { id, state }, { noun: "Booking", to });
}

/** @throws HubError `BOOKING_CONFLICT` for a time at which the resource, which the caller has locked, is blocked. */
async function requireUsable(
  work: Work<BookingTables>,
  { resourceId, startsAt: start, endsAt: end }: Booking,
): Promise<void> {
  await requireNotBlocked(work.rows, await resourceIn(work, resourceId), { start, end });
}

/** Decides about an open request. */
function decide(booking: Booking, { confirm, reason }: Decision, now: Date): Details {
  const { startsAt, endsAt, previousStartsAt, previousEndsAt, previousQuantity } = booking;
  const none = { previousStartsAt: null, previousEndsAt: null, previousQuantity: null };
  const stamp = { reason, updatedAt: now };
  Object.assign(booking, { ...stamp, state: confirm ? "CONFIRMED" : "DENIED", ...none });
  if (confirm || !previousStartsAt || !previousEndsAt || previousQuantity === null) return {};
  Object.assign(booking, {
    state: "CONFIRMED",
    startsAt: previousStartsAt,
    endsAt: previousEndsAt,
    quantity: previousQuantity,
  });
  return { wanted: { start: startsAt.toISOString(), end: endsAt.toISOString() } };
}

/** What decided bookings hold no longer goes to those who wait; who waits on is told who has the time. */
async function passOn(
  context: Pick<BookingContext, "newId">,
  work: Work<BookingTables>,
  { bookings, confirm }: { readonly bookings: readonly Booking[]; readonly confirm: boolean },
): Promise<void> {
  await work.em.flush();
  const moving = { ...work, newId: context.newId };
  for (const id of new Set(bookings.map(({ resourceId }) => resourceId)))
    await moveWaitingOn(moving, id);
  // A booking whose change was denied is confirmed, too, and has no more than before.
  if (confirm) await tellRivals(moving, bookings);
}

/** Does something with one of several bookings; what is wrong with it is told at its place, with its name. */
async function named(
  work: Work<BookingTables>,
  { booking, field }: { readonly booking: Booking; readonly field: string },
  step: () => Promise<void>,
): Promise<void> {
  const { startsAt: start, endsAt: end, resourceId } = booking;
  try {
    await step();
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    const { title } = await resourceIn(work, resourceId);
    const [range, { zh, en }] = [rangeWords({ start, end }), error.words];
    const words = { zh: `${title} ${range.zh}：${zh}`, en: `${title}, ${range.en}: ${en}` };
    throw reworded(error, words, { field });
  }
}

/** Locks the resources of bookings before the bookings. */
async function lockBookedResources(
  work: Work<BookingTables>,
  ids: readonly string[],
): Promise<void> {
  const known = ids.filter(isId);
  if (known.length === 0) return;
  const found = await work.rows
    .selectFrom("booking")
    .select("resourceId")
    .where("id", "in", known)
    .execute();
  await lockResources(
    work,
    found.map(({ resourceId }) => resourceId),
  );
}

/** @throws HubError `BAD_USER_INPUT` for none, too many, or one twice. */
function requireItems(items: DecideBookingsInput["bookings"]): void {
  if (items.length === 0 || items.length > MOST_DECIDED)
    throw badInput("bookings", {
      zh: `一并答复须为 1 至 ${MOST_DECIDED} 项预约，现为 ${items.length} 项。请增减后再提交。`,
      en: `"bookings" has ${items.length} bookings; 1 to ${MOST_DECIDED} can be decided together. Give fewer or more.`,
    });
  const ids = items.map(({ id }) => id);
  const twice = ids.findIndex((id, place) => ids.indexOf(id) !== place);
  if (twice === -1) return;
  const first = ids.indexOf(ids[twice] ?? "");
  throw badInput(`bookings.${twice}.id`, {
    zh: `同一项预约（第 ${first + 1} 项）填了两次。请只填一次。`,
    en: `bookings.${twice} is the same booking as bookings.${first}. Name it once.`,
  });
}
