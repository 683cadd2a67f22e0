import { change } from "@alliance-hub/platform/change/change";
import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { rehearsed } from "@alliance-hub/platform/change/rehearsed";
import { InputChecks, gathered } from "@alliance-hub/platform/errors/faults";
import { HubError, badInput } from "@alliance-hub/platform/errors/hub-error";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import type { BaseContext, Work } from "@alliance-hub/platform/subgraph/context";
import type { Language } from "@alliance-hub/platform/words/language";
import { inLanguage } from "@alliance-hub/platform/words/in-language";
import type { Words } from "@alliance-hub/platform/words/words";
import {
  requireBookable,
  requireWithinCapacity,
} from "../../mechanisms/booking-rules/require-time.ts";
import {
  type RepeatedDate,
  repeatedDates,
} from "../../mechanisms/repeated-dates/repeated-dates.ts";
import {
  type DateResult,
  type SeriesDate,
  refusedFor,
  withBookings,
} from "../../mechanisms/series-dates/series-dates.ts";
import { checkWanted } from "../../mechanisms/wanted-resource/wanted-resource.ts";
import type { NewBooking } from "../booking/booking.entity.ts";
import { LIMITS, QUANTITY } from "../booking/booking.input.ts";
import type { BookingContext, BookingTables } from "../booking/booking.loaders.ts";
import { noticesOfSeries } from "../booking/booking.notices.ts";
import { makeBooking, requireMayBook } from "../booking/booking.service.ts";
import type { Resource } from "../resource/resource.entity.ts";
import { lockResource, resourceIn } from "../resource/resource.service.ts";
import { BookingSeries } from "./booking-series.entity.ts";
import {
  type BookSeriesInput,
  MOST_DATES,
  REPEAT_LIMITS,
  type RepeatInput,
} from "./booking-series.input.ts";
import {
  type BookingSeriesContext,
  type BookingSeriesRow,
  type BookingSeriesTables,
  readSides,
} from "./booking-series.loaders.ts";
import { type SeriesRule, can } from "./booking-series.policy.ts";

/** The longest date of a series, in days: with the longest buffer it ends before the next one of a week begins. */
const LONGEST_DAYS = 6;

/** The tables that series are changed in. */
export type SeriesTables = BookingSeriesTables & BookingTables;
/** What changes of series need of a call. */
export type SeriesContext = BookingSeriesContext & BookingContext & BaseContext<SeriesTables>;

/** What a series gives. */
export interface BookSeries {
  readonly series: BookingSeriesRow | null;
  readonly dates: readonly SeriesDate[];
}

/** Changes of series. What may be done with one follows from its bookings. */
export const seriesChanges = recordChanges({
  noun: "BookingSeries",
  entity: BookingSeries,
  reload: ({ bookingSeries }: SeriesContext, id): Promise<BookingSeriesRow | null> =>
    bookingSeries.byId.load(id),
  judged: async ({ id }, { rows }): Promise<SeriesRule> => ({ sides: await readSides(rows, id) }),
  mayRead: (viewer, series) => can(viewer, "read", series),
  can,
  only: () => ({
    zh: "您的单位不能办理此系列预约。请联系预约单位或提供资源的单位。",
    en: "Your unit may not do this with the series. Ask the unit that booked it, or the unit that offers the resource.",
  }),
  note: async ({ id, resourceId }, _context, work) => {
    const [first] = await readSides(work.rows, id);
    const { regionPath } = await resourceIn(work, resourceId);
    return { organizationId: first?.organizationId ?? null, regionPath, details: { resourceId } };
  },
});

/**
 * Books a resource by a rule of recurrence. The resource's row is locked once for all dates. With FAIL one date that
 * cannot be had refuses all; with SKIP it is left out, and the answer says why. A preview is the booking itself, rolled
 * back.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION`, `BOOKING_CONFLICT`.
 */
export async function bookSeries(
  context: SeriesContext,
  input: BookSeriesInput,
): Promise<BookSeries> {
  const { during, repeat } = input;
  const checks = new InputChecks();
  const { seen, organization, given } = await checkWanted(context, checks, {
    input,
    quantity: QUANTITY,
    ...LIMITS,
    maxDays: LONGEST_DAYS,
    requireMay: (of) => requireMayBook(context, of),
  });
  const repeated = await checks.of(() => datesOf(during, repeat));
  await checks.of(() => requireBookable(seen()));
  await checks.of(() => requireWithinCapacity(seen(), given().quantity));
  checks.end();
  const { quantity, texts } = given();
  const dates = repeated();
  const wanted = { organizationId: organization().id, quantity, purpose: texts.purpose };
  const run = async (work: Work<SeriesTables>) => {
    const resource = await lockResource(work, seen().id);
    requireBookable(resource);
    return await bookDates(context, work, { resource, wanted, dates, input });
  };
  if (input.preview) {
    const { results } = await rehearsed(context, async (work) => (await run(work)).record);
    return { series: null, dates: await withBookings(context, seen().id, results) };
  }
  const made = await change<SeriesTables, { id: string; results: readonly DateResult[] }>(
    context,
    {
      action: "bookSeries",
      input,
      reload: (id) => Promise.resolve({ id, results: [] }),
    },
    run,
  );
  return {
    series: await context.bookingSeries.byId.load(made.id),
    dates: await withBookings(context, seen().id, made.results),
  };
}

/** Makes the series with its bookings, and tells the provider once. */
async function bookDates(
  context: SeriesContext,
  work: Work<SeriesTables>,
  {
    resource,
    wanted,
    dates,
    input,
  }: {
    readonly resource: Readonly<Resource>;
    readonly wanted: Omit<NewBooking, "during">;
    readonly dates: readonly RepeatedDate[];
    readonly input: BookSeriesInput;
  },
) {
  const { em, now } = work;
  const series = em.create(BookingSeries, {
    id: context.newId(),
    createdAt: now,
    updatedAt: now,
    resourceId: resource.id,
    every: input.repeat.every,
    step: input.repeat.interval ?? 1,
    askedAt: null,
    answerBy: null,
    keptAt: null,
    unansweredAt: null,
  });
  await em.flush();
  const made: Awaited<ReturnType<typeof makeBooking>>[] = [];
  // Those that are made are in the table.
  const had = new Set<TimeRangeInput>();
  const ahead = (during: TimeRangeInput) =>
    othersThan(during, dates).filter((other) => !had.has(other));
  const results = await resultsOf(dates, { input, language: context.language }, async (during) => {
    const booking = await makeBooking(context, work, {
      resource,
      wanted: { ...wanted, during, seriesId: series.id, beside: ahead(during) },
    });
    made.push(booking);
    had.add(during);
    return booking.id;
  });
  const [first] = made;
  // A preview says of each date why it cannot be had.
  if (!first && !input.preview) throw noneLeft();
  if (first) await leaveNotices(context, work, noticesOfSeries(first, made.length));
  const { organizationId } = wanted;
  const details = {
    resourceId: resource.id,
    bookings: made.length,
    skipped: dates.length - made.length,
  };
  return {
    record: { id: series.id, results },
    audit: {
      noun: "BookingSeries",
      recordId: series.id,
      organizationId,
      regionPath: resource.regionPath,
      details,
    },
  };
}

/** The other dates of a series: none of them is offered instead of one. */
const othersThan = (one: TimeRangeInput, dates: readonly RepeatedDate[]): TimeRangeInput[] =>
  dates.flatMap(({ during }) => (during && during !== one ? [during] : []));

/** What becomes of each date. @param attempt books one, or throws why it cannot be had. */
async function resultsOf(
  dates: readonly RepeatedDate[],
  { input, language }: { readonly input: BookSeriesInput; readonly language: Language | undefined },
  attempt: (during: TimeRangeInput) => Promise<string>,
): Promise<DateResult[]> {
  const results: DateResult[] = [];
  const skipped = (during: TimeRangeInput | null, words: Words): DateResult => ({
    during,
    outcome: "SKIPPED",
    reason: inLanguage(words, language),
    bookingId: null,
  });
  for (const { during, missing } of dates) {
    if (!during) {
      results.push(skipped(null, withoutDay(String(missing))));
      continue;
    }
    try {
      const bookingId = await attempt(during);
      results.push(
        input.preview
          ? { during, outcome: "WOULD_BOOK", reason: null, bookingId: null }
          : { during, outcome: "BOOKED", reason: null, bookingId },
      );
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      // A preview lists every date, whatever is done about those that cannot be had.
      if (input.onConflict === "FAIL" && !input.preview) throw refusedFor(during, error, "book");
      results.push(skipped(during, error.words));
    }
  }
  return results;
}

function datesOf(during: TimeRangeInput, repeat: RepeatInput): RepeatedDate[] {
  const { interval, count } = gathered({
    interval: () => REPEAT_LIMITS.interval.check("repeat.interval", repeat.interval ?? 1),
    count: () =>
      repeat.count == null ? null : REPEAT_LIMITS.count.check("repeat.count", repeat.count),
  });
  const until = repeat.until ?? null;
  if ((until === null) === (count === null))
    throw badInput("repeat.count", {
      zh: "重复的规则须填最后一天（until）或次数（count）中的一项。请填一项，留空另一项。",
      en: '"repeat" needs one of "until" and "count". Give one and leave out the other.',
    });
  const rule = { every: repeat.every, step: interval, until, count };
  const dates = repeatedDates(during, rule, MOST_DATES + 1);
  const there = dates.filter((date) => date.during !== null).length;
  if (there > 0 && there <= MOST_DATES) return dates;
  throw badInput("repeat.until", {
    zh:
      there === 0
        ? `最后一天 ${until} 早于第一次的日期。请改晚。`
        : `到 ${until} 为止超过 ${MOST_DATES} 次。请改早，或分几次预约。`,
    en:
      there === 0
        ? `"repeat.until" is ${until}, before the first date. Give a later day.`
        : `"repeat.until" ${until} gives more than ${MOST_DATES} dates. Give an earlier day, or book several series.`,
  });
}

function noneLeft(): HubError {
  return new HubError("BOOKING_CONFLICT", {
    zh: "系列中没有一次能订到，没有预约。请预览（preview）查看每一次的原因，再另选时段。",
    en: "No date of the series can be had, so nothing was booked. Preview it to see why, and choose another time.",
  });
}

const withoutDay = (month: string): Words => ({
  zh: `${month} 没有这一天。`,
  en: `${month} has no such day.`,
});
