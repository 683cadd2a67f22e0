import { hasBegun, requireAhead } from "@alliance-hub/platform/bookable/bookable-time";
import {
  type BookingAbout,
  bookingCancelled,
  bookingMade,
  bookingMoved,
  type TimeBefore,
  type WaitingAbout,
  waitingMoved,
} from "@alliance-hub/platform/notices/concerned/of-resources";
import { text } from "@alliance-hub/platform/notices/facts";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import { HubError } from "@alliance-hub/platform/errors/hub-error";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import type { Audience } from "@alliance-hub/sharing/audience";
import { actsFor } from "@alliance-hub/sharing/viewer";
import { type QueryExecutorProvider, sql } from "kysely";
import { type UnavailableVenue, unavailable } from "./unavailable-venue.ts";

type Caller = Pick<BaseContext, "viewer" | "viewerIn" | "newId">;
interface Transaction {
  readonly rows: QueryExecutorProvider;
  readonly now: Date;
}

/** What of an activity its booking follows from. */
interface Activity {
  readonly id: string;
  readonly hostId: string;
  readonly title: string;
  readonly audience: Audience;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly venueId: string | null;
  venueBookingId: string | null;
}

type Outcome =
  | UnavailableVenue
  | {
      readonly booking: BookingAbout & { readonly state: string };
      /** Who waited for the venue and has been moved on; not there if it had this time already. */
      readonly moved?: readonly WaitingAbout[];
      /** The time that the booking had; not there for a new one. */
      readonly before?: TimeBefore;
      /** Whether it had this time already. */
      readonly isSame?: boolean;
      readonly obstacle?: never;
    };

/**
 * Books the venue of a new activity in the host's name, in the caller's transaction. The provider is told. Whoever may not
 * book for the host, as a secretary who plans for another unit, asks for it instead: the provider decides. What has begun
 * is a record of what was, and books nothing.
 *
 * @throws HubError as `bookResource`: `BOOKING_CONFLICT` or `BAD_USER_INPUT`, with the nearest times.
 */
export async function bookVenue(
  context: Caller,
  work: Transaction,
  activity: Activity,
): Promise<void> {
  const { venueId: resourceId, hostId: organizationId, startsAt, endsAt, title } = activity;
  const during = { start: startsAt, end: endsAt };
  if (resourceId === null || hasBegun(during, work.now)) return;
  requireAhead(during, work.now);
  const id = activity.venueBookingId ?? context.newId();
  const wanted = {
    id,
    activityId: activity.id,
    resourceId,
    organizationId,
    startsAt,
    endsAt,
    // What only its parties may see is not told to the provider either.
    purpose: activity.audience === "PARTIES" ? null : title,
    asks: !actsFor(context.viewerIn("resources"), organizationId),
  };
  const { rows: found } = await sql<{ outcome: Outcome }>`
    select directory.book_for_activity(${JSON.stringify(wanted)}::jsonb, ${work.now}) as outcome`.execute(
    work.rows,
  );
  const outcome = found[0]?.outcome;
  if (!outcome) throw new Error("A booking was answered with nothing");
  if (outcome.obstacle)
    throw await unavailable(outcome, { ...context, ...work, during, bookingId: id });
  activity.venueBookingId = id;
  const { booking, before, isSame, moved = [] } = outcome;
  if (isSame) return;
  await leaveNotices(context, work, before ? bookingMoved(booking, before) : bookingMade(booking));
  await tellWaiting(context, work, moved);
}

/**
 * Moves the booking of an activity that was moved, or asks anew where the provider had said no. An activity that has no
 * booking, because it is from before or was entered later, gets none.
 *
 * @throws HubError as {@link bookVenue}. The booking keeps its time then.
 */
export async function moveVenueBooking(
  context: Caller,
  work: Transaction,
  { activity, reason }: { readonly activity: Activity; readonly reason: string },
): Promise<void> {
  if (activity.venueBookingId === null) return;
  const during = { start: activity.startsAt, end: activity.endsAt };
  if (hasBegun(during, work.now)) return await giveBackVenue(context, work, { activity, reason });
  const { rows: found } = await sql<{ state: string; isOpen: boolean }>`
    select booking.state, venue.state = 'PUBLISHED' as is_open
    from directory.activity_booking as booking join directory.resource as venue on venue.id = booking.resource_id
    where booking.id = ${activity.venueBookingId}`.execute(work.rows);
  const [kept] = found;
  if (kept?.state !== "REQUESTED" && kept?.state !== "CONFIRMED") {
    // The venue is offered no longer, and its booking is over: there is nothing to move.
    if (!kept?.isOpen) return;
    activity.venueBookingId = null;
  }
  await bookVenue(context, work, activity);
}

/**
 * Books the venue of an activity anew, in the name of another host, once the previous one's booking was given back. If it
 * cannot be had, because somebody waited for it or its rules are others by now, the new host has to find another one: nobody is
 * kept from declining by that.
 */
export async function bookVenueAnew(
  context: Caller,
  work: Transaction,
  activity: Activity,
): Promise<void> {
  const { venueBookingId: givenBack } = activity;
  if (givenBack === null) return;
  activity.venueBookingId = null;
  try {
    await bookVenue(context, work, activity);
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    // The new host has the task to find another venue, as of any booking that was lost.
    activity.venueBookingId = givenBack;
  }
}

/** A booking that was given back, and who waited for its venue and has been moved on. */
interface GivenBack extends BookingAbout {
  readonly moved: readonly WaitingAbout[];
}

/** Gives the venue of an activity back. The provider is told; the host is told of its activity. */
export async function giveBackVenue(
  context: Caller,
  work: Transaction,
  { activity, reason }: { readonly activity: Activity; readonly reason: string },
): Promise<void> {
  const { id, hostId, venueBookingId } = activity;
  if (venueBookingId === null) return;
  const { rows: found } = await sql<{ booking: GivenBack | null }>`
    select directory.give_back_venue(${id}, ${venueBookingId}, ${reason}, ${work.now}) as booking`.execute(
    work.rows,
  );
  const booking = found[0]?.booking;
  if (!booking) return;
  const isOfHost = ({ to }: Notice) => "organizationId" in to && to.organizationId === hostId;
  const told = bookingCancelled(booking, text(reason)).filter((notice) => !isOfHost(notice));
  await leaveNotices(context, work, told);
  await tellWaiting(context, work, booking.moved);
}

/** Units that wait are told whoever they are: also whoever makes the change, of what they wait for themselves. */
async function tellWaiting(
  { newId }: Caller,
  work: Transaction,
  moved: readonly WaitingAbout[],
): Promise<void> {
  const told = moved.flatMap((entry) => waitingMoved(entry, work.now));
  await leaveNotices({ newId }, work, told);
}

/**
 * Locks the venues that an activity exchanges, in the order in which everybody locks several: two that exchange theirs at
 * once do not wait for each other.
 */
export async function lockVenues(
  { rows }: Pick<Transaction, "rows">,
  ids: readonly (string | null)[],
): Promise<void> {
  await sql`select directory.lock_venues(${ids.filter((id) => id !== null)}::uuid[])`.execute(rows);
}
