import { isOther } from "@alliance-hub/platform/change/is-other";
import { InputChecks } from "@alliance-hub/platform/errors/faults";
import { badInput } from "@alliance-hub/platform/errors/hub-error";
import { checkedWhereGiven, emptiedWhereNull } from "@alliance-hub/platform/limits/checked";
import { correctedFields } from "@alliance-hub/platform/notices/corrected-fields";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { instantWords } from "@alliance-hub/platform/words/times";
import type { Words } from "@alliance-hub/platform/words/words";
import { type Kysely, sql } from "kysely";
import { requireActivityTime } from "../../mechanisms/activity-time/activity-time.ts";
import { noteCorrection } from "../../mechanisms/corrections/correction.ts";
import { requireStillCorrectable } from "../../mechanisms/correction-time/correction-time.ts";
import {
  bookVenue,
  giveBackVenue,
  isNamedOtherwise,
  lockVenues,
  nameBookings,
} from "../../mechanisms/venue-booking/venue-booking.ts";
import { appendUpdate } from "../../mechanisms/update-log/append.ts";
import type { Activity } from "../activity/activity.entity.ts";
import { LIMITS } from "../activity/activity.input.ts";
import type { ActivityContext, ActivityRow } from "../activity/activity.loaders.ts";
import { noticesOfCorrection } from "../activity/activity.notices.ts";
import { changes, requireOpen, requireVenue } from "../activity/activity.service.ts";
import type { UpdateActivityInput } from "./activity-correction.input.ts";

/** Why the booking of the previous venue is cancelled, as the provider reads it. */
const OTHER_VENUE = "活动换了场地";
/** What an activity can do without. */
const CLEARABLE = ["description", "theme"] as const;

/**
 * Corrects what was entered of an activity. A call that changes nothing is told to nobody.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION` once it was
 * cancelled, or if it was held too long ago; `BOOKING_CONFLICT` if another venue cannot be had: nothing changes then.
 */
export async function updateActivity(
  context: ActivityContext,
  input: UpdateActivityInput,
): Promise<ActivityRow> {
  const given = () => checkedWhereGiven(input, LIMITS);
  const step = { action: "updateActivity", may: "update", given, input } as const;
  return await changes.change(context, step, async (activity, work, texts) => {
    requireCorrectable(activity, work.now);
    const kind = input.kind ?? activity.kind;
    const { venueId: previousId } = activity;
    const isOtherVenue = input.venueId !== undefined && input.venueId !== previousId;
    const checks = new InputChecks();
    await checks.of(async () => {
      if (kind !== activity.kind) await requireNoAgenda(work.rows, activity);
    });
    const held = await checks.of(() => heldTime(activity, input.during, work.now));
    // The venue that it has may be offered no longer, or not be shared with the editor: that is no fault of the input.
    const room = await checks.of(() =>
      isOtherVenue ? requireVenue(context, input.venueId) : null,
    );
    checks.end();
    const when = held();
    const audience = input.audience ?? activity.audience;
    const { place: words = input.place, ...others } = texts();
    const isOtherPlace = words != null && words !== activity.place;
    // Whoever says where it is, once the room was denied or taken away, does without the room.
    const isElsewhere =
      isOtherPlace && input.venueId === undefined && (await hasLostVenue(work.rows, activity));
    const isMoved = isOtherVenue || isElsewhere;
    const venueId = isMoved ? (room()?.id ?? null) : previousId;
    const values = {
      ...placeAfter(activity, words, isMoved ? room() : undefined),
      ...others,
      kind,
      ...emptiedWhereNull(input, CLEARABLE),
      venueId,
      audience,
    };
    if (!isOther(activity, values) && !isAnotherTime(activity, when)) return;
    const called = { audience, title: values.title ?? activity.title };
    const isNamed = isNamedOtherwise(activity, called);
    if (isMoved || isNamed) await lockVenues(work, activity, venueId);
    if (isMoved) {
      await giveBackVenue(context, work, { activity, reason: OTHER_VENUE });
      activity.venueBookingId = null;
    }
    Object.assign(activity, values, when);
    if (isNamed) await nameBookings(work, activity);
    if (isMoved) await bookVenue(context, work, activity);
    const fields = correctedFields(work, "Activity", activity);
    const named = fields.map(({ field }) => field);
    appendUpdate(context, work, { activity, type: "CORRECTED", correctedFields: named });
    noteCorrection(context, work, { activityId: activity.id, fields });
    await leaveNotices(context, work, noticesOfCorrection(activity, fields));
  });
}

/**
 * Rejects a correction of what was cancelled, or was held too long ago.
 *
 * @throws HubError `ILLEGAL_TRANSITION`.
 */
export function requireCorrectable(activity: Readonly<Activity>, now: Date): void {
  const { title, state, heldAt } = activity;
  if (heldAt === null) requireOpen(activity, CORRECTED);
  else requireStillCorrectable({ title, state, closedAt: heldAt }, now);
}

/**
 * The time at which a held activity really took place; nothing if it is not corrected.
 *
 * @throws HubError `BAD_USER_INPUT` for a time ahead, and for an activity that was not held.
 */
function heldTime(
  { title, heldAt }: Readonly<Activity>,
  during: TimeRangeInput | null | undefined,
  now: Date,
): Partial<Pick<Activity, "startsAt" | "endsAt">> {
  if (during == null) return {};
  if (heldAt === null) {
    throw badInput("during", {
      zh: `“${title}”还没有举办，时间请用改期更改：场地和参加的单位随之更动。`,
      en: `"${title}" was not held yet. Give it another time with rescheduleActivity: its venue and those who take part follow.`,
    });
  }
  requireActivityTime(during, now);
  if (during.start <= now) return { startsAt: during.start, endsAt: during.end };
  throw badInput("during", {
    zh: `时段于${instantWords(during.start).zh}开始，晚于现在；已举办的活动，时间不能在以后。请填实际举办的时间。`,
    en: `"during" starts at ${instantWords(during.start).en}, which lies ahead, but the activity was held. Give the time at which it took place.`,
  });
}

/**
 * Where an activity is, in words, and whether they are the host's own: those stay when the venue goes, and the words of a
 * venue go with it.
 *
 * @param words that were given; null for none.
 * @param room that it has from now on, if it has another one, or null for none.
 */
function placeAfter(
  { place, hasOwnPlace }: Readonly<Activity>,
  words: string | null | undefined,
  room: { readonly place: string } | null | undefined,
): Pick<Activity, "place" | "hasOwnPlace"> {
  // A form sends back what stood there: the words of the venue are not the host's own by that.
  if (words != null && words !== place) return { place: words, hasOwnPlace: true };
  if (words !== null && (room === undefined || hasOwnPlace)) return { place, hasOwnPlace };
  return { place: room?.place ?? null, hasOwnPlace: false };
}

/** Whether the provider has denied or cancelled the venue of an activity that is ahead. */
async function hasLostVenue<DB>(
  rows: Kysely<DB>,
  { venueId, venueBookingId, heldAt }: Readonly<Activity>,
): Promise<boolean> {
  if (venueId === null || venueBookingId === null || heldAt !== null) return false;
  const found = await sql`
    select from directory.activity_booking
    where id = ${venueBookingId} and state in ('DENIED', 'CANCELLED')`.execute(rows);
  return found.rows.length > 0;
}

function isAnotherTime(
  { startsAt, endsAt }: Readonly<Activity>,
  when: Partial<Pick<Activity, "startsAt" | "endsAt">>,
): boolean {
  return (
    (when.startsAt ?? startsAt).getTime() !== startsAt.getTime() ||
    (when.endsAt ?? endsAt).getTime() !== endsAt.getTime()
  );
}

/** Only a meeting has an agenda, and what others have put there does not disappear. @throws HubError `BAD_USER_INPUT`. */
async function requireNoAgenda<DB>(
  rows: Kysely<DB>,
  { id, title }: Readonly<Activity>,
): Promise<void> {
  const found = await sql`
    select from agenda_item where activity_id = ${id} and removed_at is null limit 1`.execute(rows);
  if (found.rows.length === 0) return;
  throw badInput("kind", {
    zh: `“${title}”的议程上有议题，只有会议才有议程。请先撤下议题，或者不改类型。`,
    en: `"${title}" has items on its agenda, and only a MEETING has an agenda. Take them off first, or leave "kind" out.`,
  });
}

const CORRECTED: Words = { zh: "更正", en: "corrected" };
