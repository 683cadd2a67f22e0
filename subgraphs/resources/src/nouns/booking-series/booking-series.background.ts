import { seriesUnanswered, seriesUnused } from "@alliance-hub/platform/notices/concerned/of-series";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import type { Kysely } from "kysely";
import { readCancelBefore } from "../../mechanisms/booking-rules/cancel-before.ts";
import type { BookingRow, BookingTables } from "../booking/booking.loaders.ts";
import {
  type BookingSeriesRow,
  type BookingSeriesTables,
  readRest,
} from "./booking-series.loaders.ts";

/** To how many dates running nobody comes before the unit is asked whether it keeps the rest. */
const UNUSED_DATES = 2;

type Tables = BookingSeriesTables & BookingTables;
type Asking = Pick<Work<Tables>, "rows" | "now"> & { readonly newId: () => string };

/**
 * Asks the unit of a series whether it keeps the rest, once nobody has come to two dates running since it was asked
 * last; takes the question back if that was recorded by mistake. The caller holds the lock on the series' resource.
 */
export async function askAboutRest(work: Asking, seriesId: string): Promise<void> {
  const { rows, now } = work;
  const series = await rows
    .selectFrom("bookingSeries")
    .selectAll()
    .where("id", "=", seriesId)
    .executeTakeFirstOrThrow();
  const bookings = await rows
    .selectFrom("booking")
    .selectAll()
    .where("seriesId", "=", seriesId)
    .where("state", "in", ["REQUESTED", "CONFIRMED", "DONE"])
    .orderBy("startsAt")
    .execute();
  const rest = await readRest(rows, seriesId, now);
  const [next] = rest;
  const isUnused = next !== undefined && unusedRunning(bookings, series);
  const isOpen = series.askedAt !== null && !(series.keptAt && series.keptAt >= series.askedAt);
  if (isUnused === isOpen) return;
  if (!isUnused) {
    await note(work, seriesId, { askedAt: null, answerBy: null, unansweredAt: null });
    return;
  }
  const minutes = await readCancelBefore(rows, series.resourceId);
  const lastMoments = rest.map(({ startsAt }) => new Date(startsAt.getTime() - minutes * 60_000));
  const answerBy = lastMoments.find((moment) => moment > now) ?? next.startsAt;
  await note(work, seriesId, { askedAt: now, answerBy, unansweredAt: null });
  const told = seriesUnused(next, { dates: rest.length, times: UNUSED_DATES, until: answerBy });
  await leaveNotices({ newId: work.newId }, work, told);
}

/** Series whose units have not answered in time and whose providers have not been told. */
export async function unansweredSeries(rows: Kysely<Tables>, now: Date): Promise<string[]> {
  const late = await rows
    .selectFrom("bookingSeries")
    .select("id")
    .where("askedAt", "is not", null)
    .where("answerBy", "<=", now)
    .where("unansweredAt", "is", null)
    .orderBy("id")
    .execute();
  return late.map(({ id }) => id);
}

/**
 * Tells the provider of a series whose unit has not answered in time. The rest stays: the provider may cancel it. Nothing
 * happens if somebody else has told the provider, or does so now.
 */
export async function tellUnanswered(work: Asking, seriesId: string): Promise<void> {
  const { rows, now } = work;
  const late = await rows
    .selectFrom("bookingSeries")
    .select(["askedAt", "keptAt"])
    .where("id", "=", seriesId)
    .where("askedAt", "is not", null)
    .where("answerBy", "<=", now)
    .where("unansweredAt", "is", null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!late) return;
  const { askedAt, keptAt } = late;
  await note(work, seriesId, { unansweredAt: now });
  if (keptAt && askedAt && keptAt >= askedAt) return;
  const rest = await readRest(rows, seriesId, now);
  const [next] = rest;
  if (next) await leaveNotices({ newId: work.newId }, work, seriesUnanswered(next, rest.length));
}

/** Whether nobody came to so many dates running, after the unit said last that it keeps the rest. */
function unusedRunning(
  bookings: readonly Pick<BookingRow, "startsAt" | "used">[],
  { keptAt }: Pick<BookingSeriesRow, "keptAt">,
): boolean {
  const since = bookings.filter(({ startsAt }) => keptAt === null || startsAt > keptAt);
  return since.some((_first, place) => {
    const running = since.slice(place, place + UNUSED_DATES);
    return running.length === UNUSED_DATES && running.every(({ used }) => used === false);
  });
}

async function note(
  { rows, now }: { readonly rows: Kysely<Tables>; readonly now: Date },
  id: string,
  change: Partial<BookingSeriesRow>,
): Promise<void> {
  await rows
    .updateTable("bookingSeries")
    .set((is) => ({ ...change, updatedAt: now, version: is("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}
