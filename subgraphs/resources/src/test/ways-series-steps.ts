import { expect } from "@jest/globals";
import { CANCEL_SERIES, CHANGE_SERIES } from "./resource-calls.ts";
import { type Held, type Room, type Turn, expectDone, forget, mayHave, note } from "./ways-room.ts";

const [DAY_MS, ZONE_MS] = [86_400_000, 8 * 3_600_000];
const dayOf = (at: number): number => Math.floor((at + ZONE_MS) / DAY_MS);

/** Moves what is left of a series to another time of the day; what a preview says of each date is what becomes of it. */
export async function changeSeries(turn: Turn): Promise<void> {
  const { room, span, quantity, which } = turn;
  const { setup } = room;
  const [id, dates] = datesOf(room, which);
  if (id === undefined || (setup.approval && dates.some((date) => !date.isRequested))) return;
  // Dates that were moved to one day want one time: the order decides, which the model does not know.
  if (new Set(dates.map(({ from }) => dayOf(from))).size < dates.length) return;
  const onConflict = which % 2 ? "SKIP" : "FAIL";
  const wanted = dates.map((date) => {
    const start = dayOf(date.from) * DAY_MS - ZONE_MS + ((span.from + ZONE_MS) % DAY_MS);
    return { date, at: { from: start, to: start + span.to - span.from, quantity } };
  });
  const results = wanted.map(({ date, at }) => {
    const isSame = date.from === at.from && date.to === at.to && date.quantity === quantity;
    if (isSame) return "UNCHANGED";
    return mayHave(room, at, date.id) ? "CHANGED" : "SKIPPED";
  });
  const isRefused =
    onConflict === "FAIL" ? results.includes("SKIPPED") : !results.includes("CHANGED");
  const may = dates.length > 0 && !(results.includes("SKIPPED") && isRefused);
  const input = {
    id,
    from: "2026-03-01",
    startTime: new Date(span.from + ZONE_MS).toISOString().slice(11, 16),
    lengthMinutes: (span.to - span.from) / 60_000,
    quantity,
    onConflict,
  };
  if (dates.length > 0) {
    const { data, message } = await turn.ask(CHANGE_SERIES, { ...input, preview: true });
    expect(message).toBeUndefined();
    const shown = data.changeSeries.dates.map((date: { outcome: string }) => date.outcome);
    expect(shown).toEqual(results.map((result) => result.replace(/^CHANGED/u, "WOULD_CHANGE")));
  }
  const answer = await turn.ask(CHANGE_SERIES, input);
  expectDone(turn, answer, may);
  if (!may) return;
  for (const [place, { date, at }] of wanted.entries()) {
    if (results[place] !== "CHANGED") continue;
    forget(room, date);
    note(room, date.id, at);
  }
}

/** Cancels what is left of a series. */
export async function cancelSeries(turn: Turn): Promise<void> {
  const [id, dates] = datesOf(turn.room, turn.which);
  if (id === undefined) return;
  const answer = await turn.ask(CANCEL_SERIES, { id, reason: "课程结束" });
  expectDone(turn, answer, dates.length > 0);
  for (const date of dates) forget(turn.room, date);
}

/** A series of a room, with those of its bookings that are held, in order of time. */
function datesOf({ series, taken }: Room, which: number): readonly [string | undefined, Held[]] {
  const [id, bookings = []] = series[which % Math.max(series.length, 1)] ?? [];
  const dates = taken.filter((one) => bookings.includes(one.id));
  return [id, dates.toSorted((one, other) => one.from - other.from)];
}
