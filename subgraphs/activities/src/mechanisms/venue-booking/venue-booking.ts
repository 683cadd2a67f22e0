import { hasBegun, requireAhead } from "@alliance-hub/platform/bookable/bookable-time";
import {
  type BookingAbout,
  bookingMade,
  bookingMoved,
  type TimeBefore,
  type WaitingAbout,
  waitingMoved,
} from "@alliance-hub/platform/notices/concerned/of-resources";
import {
  type ChangedRecord,
  noticesOfChanged,
} from "@alliance-hub/platform/notices/concerned/changed-records";
import { text } from "@alliance-hub/platform/notices/facts";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import type { Audience } from "@alliance-hub/sharing/audience";
import { actsFor } from "@alliance-hub/sharing/viewer";
import { type QueryExecutorProvider, sql } from "kysely";
import { purposeOf, reasonFor } from "./told-to-owner.ts";
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
  | (UnavailableVenue & {
      /** Who waited for the venue and has been moved on all the same. */
      readonly moved?: readonly WaitingAbout[];
      readonly isOver?: never;
    })
  | {
      readonly booking: BookingAbout & { readonly state: string };
      /** Who waited for the venue and has been moved on; not there if it had this time already. */
      readonly moved?: readonly WaitingAbout[];
      /** The time that the booking had; not there for a new one. */
      readonly before?: TimeBefore;
      /** Whether it had this time already. */
      readonly isSame?: boolean;
      readonly obstacle?: never;
      readonly isOver?: never;
    }
  /** The booking was denied, cancelled or used; whether another one can be asked for. */
  | { readonly isOver: true; readonly isOffered: boolean; readonly obstacle?: never };

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
  const during = { start: activity.startsAt, end: activity.endsAt };
  if (activity.venueId === null || hasBegun(during, work.now)) return;
  requireAhead(during, work.now);
  const id = context.newId();
  const outcome = await askFor(context, work, { activity, id });
  if (outcome.isOver) throw new Error("A new booking is over");
  await requireHad(context, work, { activity, id, outcome });
}

/**
 * Moves the booking of an activity that was moved, or asks anew where it was denied, cancelled or given back. What had begun
 * when it was entered or restored has booked nothing: moved ahead, it does. An activity ahead without a booking is from before
 * activities had any, and gets none: its unit has booked by hand.
 *
 * @param from when the activity was to begin until now.
 * @throws HubError as {@link bookVenue}. The booking keeps its time then.
 */
export async function moveVenueBooking(
  context: Caller,
  work: Transaction,
  { activity, from, reason }: { readonly activity: Activity } & Move,
): Promise<void> {
  const during = { start: activity.startsAt, end: activity.endsAt };
  if (hasBegun(during, work.now)) return await giveBackVenue(context, work, { activity, reason });
  const { venueId, venueBookingId: id } = activity;
  if (id === null || venueId === null) {
    if (hasBegun({ start: from }, work.now)) await bookVenue(context, work, activity);
    return;
  }
  requireAhead(during, work.now);
  // Nothing is read of the booking before: its provider may deny or cancel it at the same moment.
  const outcome = await askFor(context, work, { activity, id });
  if (!outcome.isOver) await requireHad(context, work, { activity, id, outcome });
  // If the venue is offered no longer, there is nothing to move.
  else if (outcome.isOffered) await bookVenue(context, work, activity);
}

/** What is said of a move. */
interface Move {
  readonly from: Date;
  readonly reason: string;
}

/**
 * Books the venue of an activity anew that is to take place after all. If the venue cannot be had, because somebody else
 * has it, its rules are others by now or it is offered no longer, the activity keeps the booking that is over, and its
 * host has the task to find a venue: nobody is kept from undoing a mistake by that.
 */
export async function bookVenueAnew(
  context: Caller,
  work: Transaction,
  activity: Activity,
): Promise<void> {
  const during = { start: activity.startsAt, end: activity.endsAt };
  if (activity.venueBookingId === null || hasBegun(during, work.now)) return;
  const id = context.newId();
  const outcome = await askFor(context, work, { activity, id });
  if (outcome.isOver) throw new Error("A new booking is over");
  if (outcome.obstacle) await tellWaiting(context, work, outcome.moved ?? []);
  else await requireHad(context, work, { activity, id, outcome });
}

/** A booking that an activity wants, and its key. */
interface Request {
  readonly activity: Activity;
  readonly id: string;
}

/** Asks the subgraph of resources for the time of an activity. */
async function askFor(
  { viewerIn }: Caller,
  { rows, now }: Transaction,
  { activity, id }: Request,
): Promise<Outcome> {
  const { id: activityId, venueId: resourceId, hostId: organizationId } = activity;
  const { startsAt, endsAt } = activity;
  const wanted = {
    id,
    activityId,
    resourceId,
    organizationId,
    startsAt,
    endsAt,
    purpose: purposeOf(activity),
    asks: !actsFor(viewerIn("resources"), organizationId),
  };
  const { rows: found } = await sql<{ outcome: Outcome }>`
    select directory.book_for_activity(${JSON.stringify(wanted)}::jsonb, ${now}) as outcome`.execute(
    rows,
  );
  const outcome = found[0]?.outcome;
  if (!outcome) throw new Error("A booking was answered with nothing");
  return outcome;
}

/** Keeps what the activity has been given, and tells the provider and whoever waited. @throws HubError if it cannot be had. */
async function requireHad(
  context: Caller,
  work: Transaction,
  { activity, id, outcome }: Request & { readonly outcome: Exclude<Outcome, { isOver: true }> },
): Promise<void> {
  const { venueId } = activity;
  const during = { start: activity.startsAt, end: activity.endsAt };
  if (outcome.obstacle)
    throw await unavailable(outcome, { ...context, ...work, during, bookingId: id, venueId });
  activity.venueBookingId = id;
  const { booking, before, isSame, moved = [] } = outcome;
  if (isSame) return;
  await leaveNotices(context, work, before ? bookingMoved(booking, before) : bookingMade(booking));
  await tellWaiting(context, work, moved);
}

/** Whether the owner of a venue is to read something else of what its booking is for. */
export function isNamedOtherwise(
  before: Pick<Activity, "title" | "audience">,
  after: Pick<Activity, "title" | "audience">,
): boolean {
  return purposeOf(before) !== purposeOf(after);
}

/** Says anew what the bookings of an activity are for whose title or audience has changed. Its venues are locked. */
export async function nameBookings(
  { rows, now }: Transaction,
  activity: Pick<Activity, "id" | "title" | "audience">,
): Promise<void> {
  await sql`select directory.name_bookings(${activity.id}, ${purposeOf(activity)}, ${now})`.execute(
    rows,
  );
}

/**
 * Gives the venue of an activity back. The provider is told, but not the reason of what only its parties may see; the host is
 * told of its activity.
 */
export async function giveBackVenue(
  context: Caller,
  work: Transaction,
  { activity, reason }: { readonly activity: Activity; readonly reason: string },
): Promise<void> {
  const told = reasonFor(activity, reason);
  await settleVenue(context, work, { activity, heirId: null, reason: told });
}

/** What becomes of the venue of an activity that its host no longer wants, and why. */
interface VenueSettlement {
  readonly activity: Pick<Activity, "id" | "venueBookingId">;
  /** The unit that hosts instead; null: none. */
  readonly heirId: string | null;
  readonly reason: string;
}

/**
 * Hands the venue of an activity over to another host, with its time: nobody who waits for it comes in between. If the
 * owner does not share it with that unit, it is given back, and the new host has the task to find another one: nobody is
 * kept from declining by that. The provider is told; hosts are told of the activity.
 */
export async function settleVenue(
  context: Caller,
  work: Transaction,
  { activity: { id, venueBookingId }, heirId, reason }: VenueSettlement,
): Promise<void> {
  if (venueBookingId === null) return;
  const { rows: changed } = await sql<ChangedRecord>`
    select * from directory.settle_venue(${id}, ${venueBookingId}, ${heirId}, ${reason}, ${work.now})`.execute(
    work.rows,
  );
  const ofLine = ({ told }: ChangedRecord) => told.startsWith("WaitingEntry.");
  const why = text(reason);
  await leaveNotices(
    context,
    work,
    noticesOfChanged(
      changed.filter((one) => !ofLine(one)),
      why,
    ),
  );
  await leaveNotices(withoutViewer(context), work, noticesOfChanged(changed.filter(ofLine), why));
}

/** Units that wait are told whoever they are: also whoever makes the change, of what they wait for themselves. */
async function tellWaiting(
  context: Caller,
  work: Transaction,
  moved: readonly WaitingAbout[],
): Promise<void> {
  const told = moved.flatMap((entry) => waitingMoved(entry, work.now));
  await leaveNotices(withoutViewer(context), work, told);
}

/** Leaves notices in nobody's name, so that whoever makes the change is told, too. */
const withoutViewer = ({ newId }: Caller): Pick<Caller, "newId"> => ({ newId });

/**
 * Locks the venues that an activity has or had, and one that it is to have, in the order in which everybody locks several: two
 * that exchange theirs at once do not wait for each other.
 */
export async function lockVenues(
  { rows }: Pick<Transaction, "rows">,
  { id, venueId }: Pick<Activity, "id" | "venueId">,
  other: string | null,
): Promise<void> {
  const ids = [venueId, other].filter((venue) => venue !== null);
  await sql`select directory.lock_venues_of(${id}, ${ids}::uuid[])`.execute(rows);
}
