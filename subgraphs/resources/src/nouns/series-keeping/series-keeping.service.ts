import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { seriesKept } from "@alliance-hub/platform/notices/concerned/of-series";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { lockRest } from "../../mechanisms/rest-of-series/rest-of-series.ts";
import { type BookingSeriesRow, readRest } from "../booking-series/booking-series.loaders.ts";
import {
  type SeriesContext,
  type SeriesTables,
  seriesChanges,
} from "../booking-series/booking-series.service.ts";
import type { KeepSeriesInput } from "./series-keeping.input.ts";

/**
 * Keeps the rest of a series, if its unit is asked whether it does.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `ILLEGAL_TRANSITION` if nobody asks, `CONFLICT`.
 */
export async function keepSeries(
  context: SeriesContext,
  input: KeepSeriesInput,
): Promise<BookingSeriesRow> {
  const lockFirst = (work: Work<SeriesTables>, id: string) => lockRest(work, id);
  const step = { action: "keepSeries", may: "keep", input, lockFirst } as const;
  return await seriesChanges.change(context, step, async (series, work) => {
    const { askedAt, keptAt } = series;
    if (askedAt === null || (keptAt && keptAt >= askedAt)) throw notAsked();
    series.keptAt = work.now;
    const rest = await readRest(work.rows, series.id, work.now);
    const [next] = rest;
    if (next) await leaveNotices(context, work, seriesKept(next, rest.length));
  });
}

function notAsked(): HubError {
  return new HubError(
    "ILLEGAL_TRANSITION",
    {
      zh: "此系列预约无须答复是否保留：没有连续无人使用的记录，或已经答复。各次预约照常有效。",
      en: "Nobody asks whether this series is kept: it was used, or has been kept already. Its bookings stand as they are.",
    },
    { allowed: [] },
  );
}
