import { change, requireVersion } from "@alliance-hub/platform/change/change";
import { rehearsed } from "@alliance-hub/platform/change/rehearsed";
import { InputChecks, gathered } from "@alliance-hub/platform/errors/faults";
import { HubError, badInput } from "@alliance-hub/platform/errors/hub-error";
import { checkedWhereGiven, emptiedWhereNull } from "@alliance-hub/platform/limits/checked";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { inLanguage } from "@alliance-hub/platform/words/in-language";
import {
  auditSeries,
  lockSeries,
  requireAny,
} from "../../mechanisms/rest-of-series/rest-of-series.ts";
import {
  type DateResult,
  type SeriesDate,
  refusedFor,
  withBookings,
} from "../../mechanisms/series-dates/series-dates.ts";
import type { Booking } from "../booking/booking.entity.ts";
import { LIMITS } from "../booking/booking.input.ts";
import { noticesOfChangedSeries } from "../booking/booking.notices.ts";
import { type Taking, moveLocked } from "../booking-change/booking-change.service.ts";
import type { BookingSeriesRow } from "../booking-series/booking-series.loaders.ts";
import type { SeriesContext, SeriesTables } from "../booking-series/booking-series.service.ts";
import type { Resource } from "../resource/resource.entity.ts";
import { moveWaitingOn } from "../waiting-entry/waiting-entry.background.ts";
import { CHANGE_LIMITS, type ChangeSeriesInput } from "./series-change.input.ts";

const [MINUTE_MS, DAY_MS] = [60_000, 86_400_000];

/** What a change gives. */
export interface ChangeSeries {
  readonly series: BookingSeriesRow | null;
  readonly dates: readonly SeriesDate[];
}

/** The checked values of the input. */
interface Given {
  readonly move: ReturnType<typeof checkedWhereGiven<typeof CHANGE_LIMITS>>;
  readonly texts: { readonly purpose?: string | null };
}

/**
 * Changes the dates of a series from a day on, those that the caller's unit may change and that have not begun. Each
 * follows the rules of a changed booking: its time is given up only if the new one is had. With FAIL one date that cannot
 * be changed refuses all; with SKIP it keeps its time, and the answer says why. A preview is the change itself, rolled
 * back.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION`, `CONFLICT`, `BOOKING_CONFLICT`.
 */
export async function changeSeries(
  context: SeriesContext,
  input: ChangeSeriesInput,
): Promise<ChangeSeries> {
  const { id, preview } = input;
  const run = (work: Work<SeriesTables>) => changeDates(context, work, input);
  const { results } = preview
    ? await rehearsed(context, async (work) => (await run(work)).record)
    : await change<SeriesTables, { id: string; results: readonly DateResult[] }>(
        context,
        {
          action: "changeSeries",
          input,
          reload: (known) => Promise.resolve({ id: known, results: [] }),
        },
        run,
      );
  const series = await context.bookingSeries.byId.load(id);
  return { series, dates: series ? await withBookings(context, series.resourceId, results) : [] };
}

async function changeDates(
  context: SeriesContext,
  work: Work<SeriesTables>,
  input: ChangeSeriesInput,
) {
  const { id, from, preview, onConflict } = input;
  const checks = new InputChecks();
  const locked = await checks.of(async () => {
    const found = await lockSeries(context, work, { id, from, may: "change" });
    requireVersion(found.series, input.version);
    if (input.weekday != null && found.series.every !== "WEEK") throw noWeekday(input.weekday);
    return found;
  });
  const given = await checks.of(() =>
    gathered({
      move: () => checkedWhereGiven(input, CHANGE_LIMITS),
      texts: () => ({
        ...checkedWhereGiven(input, LIMITS),
        ...emptiedWhereNull(input, ["purpose"]),
      }),
    }),
  );
  await checks.of(() => requireAny(locked().ahead, from));
  checks.end();
  const { series, resource, ahead } = locked();
  const wanted = new Map(ahead.map((booking) => [booking, wantedTime(booking, given().move)]));
  const { changed, moved, refused } = await changeAll(context, work, {
    resource,
    wanted,
    given: given(),
  });
  const [clash] = refused;
  // A preview lists every date, whatever is done about those that cannot be changed.
  if (clash && !preview && (onConflict === "FAIL" || changed.length === 0))
    throw refusedFor(wanted.get(clash[0]) ?? timeOf(clash[0]), clash[1], "change");
  const results = ahead.map((booking): DateResult => {
    const error = refused.get(booking);
    const during = wanted.get(booking) ?? timeOf(booking);
    const bookingId = booking.id;
    if (error) {
      const reason = inLanguage(error.words, context.language);
      return { during, outcome: "SKIPPED", reason, bookingId };
    }
    const done = preview ? "WOULD_CHANGE" : "CHANGED";
    const outcome = changed.includes(booking) ? done : "UNCHANGED";
    return { during, outcome, reason: null, bookingId };
  });
  series.updatedAt = work.now;
  await work.em.flush();
  await moveWaitingOn({ ...work, newId: context.newId }, resource.id);
  const elsewhere = ahead.filter((booking) => moved.has(booking));
  const [first] = elsewhere;
  const before = first && moved.get(first);
  if (before) await leaveNotices(context, work, noticesOfChangedSeries(elsewhere, before));
  const details = { changed: changed.length, skipped: refused.size };
  const audit = await auditSeries(context, work, {
    action: "changeSeries",
    series,
    bookings: changed,
    details,
  });
  return { record: { id, results }, audit };
}

/** What is to be moved. */
interface Moves {
  readonly resource: Readonly<Resource>;
  readonly wanted: ReadonlyMap<Booking, TimeRangeInput>;
  readonly given: Given;
}

/**
 * Changes each booking that can have its new time. A date may want what another one of the series still has: those that
 * are moved away first are moved first, and what failed is tried again as long as others get away.
 */
async function changeAll(
  context: SeriesContext,
  work: Work<SeriesTables>,
  { resource, wanted, given: { move, texts } }: Moves,
) {
  const changed: Booking[] = [];
  const moved = new Map<Booking, Taking>();
  const refused = new Map<Booking, HubError>();
  const dates = [...wanted];
  const isLater = dates.some(([{ startsAt }, { start }]) => start > startsAt);
  let left = isLater ? dates.toReversed() : dates;
  for (let before = 0; left.length !== before;) {
    before = left.length;
    const failed: typeof left = [];
    for (const date of left) {
      const [booking, during] = date;
      try {
        const { quantity } = move;
        const had = await moveLocked(context, work, {
          booking,
          resource,
          wanted: { during, quantity },
        });
        refused.delete(booking);
        const isPut = texts.purpose !== undefined && texts.purpose !== booking.purpose;
        if (!had && !isPut) continue;
        Object.assign(booking, texts, { updatedAt: work.now });
        changed.push(booking);
        if (had) moved.set(booking, had);
        // The next one must see what this one takes now.
        await work.em.flush();
      } catch (error) {
        if (!(error instanceof HubError)) throw error;
        refused.set(booking, error);
        failed.push(date);
      }
    }
    left = failed;
  }
  return { changed, moved, refused: inOrder(refused, dates) };
}

/** In order of time. */
const inOrder = (
  refused: ReadonlyMap<Booking, HubError>,
  dates: readonly (readonly [Booking, TimeRangeInput])[],
): ReadonlyMap<Booking, HubError> =>
  new Map(
    dates.flatMap(([booking]) => {
      const error = refused.get(booking);
      return error ? [[booking, error] as const] : [];
    }),
  );

/** Which time a booking is to have. There is no daylight saving time in Asia/Shanghai. */
function wantedTime({ startsAt, endsAt }: Booking, move: Given["move"]): TimeRangeInput {
  const { startTime, lengthMinutes, weekday } = move;
  const midnight = Date.parse(`${shanghaiDay(startsAt)}T00:00:00+08:00`);
  const usual = new Date(`${shanghaiDay(startsAt)}T00:00:00Z`).getUTCDay() || 7;
  const days = weekday === undefined ? 0 : weekday - usual;
  const intoDay = startTime === undefined ? startsAt.getTime() - midnight : startTime * MINUTE_MS;
  const lengthMs =
    lengthMinutes === undefined ? endsAt.getTime() - startsAt.getTime() : lengthMinutes * MINUTE_MS;
  const start = midnight + days * DAY_MS + intoDay;
  return { start: new Date(start), end: new Date(start + lengthMs) };
}

const timeOf = ({ startsAt, endsAt }: Booking): TimeRangeInput => ({
  start: startsAt,
  end: endsAt,
});

function noWeekday(weekday: number): HubError {
  return badInput("weekday", {
    zh: `星期为 ${weekday}，而此系列按月重复，不能改星期。请不填星期，或逐次更改。`,
    en: `"weekday" is ${weekday}, but the series repeats by month. Leave it out, or change single bookings.`,
  });
}
