import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { type NearestQuestion, type Span, nearestTimes } from "./nearest-times.ts";

const MINUTE = 60_000;
const at = (text: string): number => Date.parse(`${text}+08:00`);
const words = (time: number): string => new Date(time + 8 * 3_600_000).toISOString().slice(5, 16);
const spans = (...times: readonly (readonly [string, string])[]): Span[] =>
  times.map(([start, end]) => ({ start: at(start), end: at(end) }));

/** What is offered where a room is open at some times, by slots of half an hour. */
function offered(
  [start, end]: readonly [string, string],
  free: readonly (readonly [string, string])[],
  over: Partial<NearestQuestion> = {},
): string[] {
  const times = nearestTimes({
    wanted: { start: at(start), end: at(end) },
    free: spans(...free),
    searched: { start: at("2026-03-01T00:00"), end: at("2026-04-01T00:00") },
    slotMinutes: 30,
    maxLengthMinutes: null,
    hasHours: true,
    ...over,
  });
  return times.map((time) => words(time.start));
}

describe("times instead of one that cannot be had", () => {
  it("begin before the wanted start, too, where that is nearer", () => {
    expect(
      offered(["2026-03-02T09:10", "2026-03-02T10:00"], [["2026-03-02T08:00", "2026-03-02T20:00"]]),
    ).toEqual(["03-02T08:00", "03-02T09:00", "03-02T10:00"]);
  });

  it("are the last ones before a day on which nothing is open", () => {
    const saturday = ["2026-03-07T08:00", "2026-03-07T21:00"] as const;
    expect(offered(["2026-03-08T10:00", "2026-03-08T11:00"], [saturday])).toEqual([
      "03-07T18:00",
      "03-07T19:00",
      "03-07T20:00",
    ]);
  });

  it("follow one another after a blocking", () => {
    expect(
      offered(
        ["2026-03-05T18:30", "2026-03-05T20:30"],
        [
          ["2026-03-09T08:00", "2026-03-09T21:00"],
          ["2026-03-10T08:00", "2026-03-10T21:00"],
        ],
      ),
    ).toEqual(["03-09T08:00", "03-09T10:00", "03-09T12:00"]);
  });

  it("are at the edges of what is free where there are no slots, but not where the search ends", () => {
    const time = ["2026-03-02T09:00", "2026-03-02T10:00"] as const;
    const free = [["2026-03-02T10:10", "2026-03-02T11:15"]] as const;
    const over = { slotMinutes: null };
    expect(offered(time, free, over)).toEqual(["03-02T10:10", "03-02T10:15"]);
    const searched = { start: at("2026-03-02T10:10"), end: at("2026-03-02T11:15") };
    expect(offered(time, free, { ...over, searched })).toEqual([]);
  });

  it("lie by day where there are no hours, unless the night is asked for", () => {
    const free = [["2026-03-02T00:00", "2026-03-04T00:00"]] as const;
    const over = { hasHours: false };
    expect(offered(["2026-03-02T18:30", "2026-03-02T20:00"], free, over)).toEqual([
      "03-02T15:00",
      "03-02T16:30",
      "03-02T18:00",
    ]);
    const late = ["2026-03-02T19:00", "2026-03-02T21:00"] as const;
    expect(offered(["2026-03-02T18:00", "2026-03-02T20:00"], [late], over)).toEqual([]);
    expect(offered(["2026-03-02T21:00", "2026-03-02T22:00"], free, over)).toEqual([
      "03-02T19:30",
      "03-02T20:30",
      "03-02T21:30",
    ]);
  });
});

/** Half hours, quarters and odd minutes of two days, from a midnight on. */
const minute = fc.oneof(
  fc.integer({ min: 0, max: 96 }).map((half) => half * 30),
  fc.integer({ min: 0, max: 2880 }),
);
const MIDNIGHT = at("2026-03-02T00:00");
const END = 2880;
const questions: fc.Arbitrary<NearestQuestion> = fc
  .record({
    edges: fc.uniqueArray(minute, { minLength: 2, maxLength: 10 }),
    from: minute,
    length: fc.integer({ min: 1, max: 300 }),
    slotMinutes: fc.constantFrom(null, 1, 15, 30, 45, 60, 420),
    maxLengthMinutes: fc.option(fc.integer({ min: 10, max: 240 })),
    hasHours: fc.boolean(),
    forbidden: fc.option(minute),
  })
  .map(({ edges, from, length, forbidden, ...rules }) => {
    const sorted = edges.toSorted((a, b) => a - b);
    const free = sorted.flatMap((start, place) => {
      const end = sorted[place + 1];
      return place % 2 === 0 && end !== undefined
        ? [{ start: MIDNIGHT + start * MINUTE, end: MIDNIGHT + end * MINUTE }]
        : [];
    });
    const wanted = {
      start: MIDNIGHT + from * MINUTE,
      end: MIDNIGHT + (from + length) * MINUTE,
    };
    return {
      wanted,
      free,
      searched: { start: MIDNIGHT, end: MIDNIGHT + END * MINUTE },
      ...rules,
      ...(forbidden === null
        ? {}
        : { isAllowed: ({ start }: Span) => start !== MIDNIGHT + forbidden * MINUTE }),
    };
  });

/** The definition itself: each minute is asked whether a time may begin then, and each set of three which is best. */
function model(question: NearestQuestion): number[] {
  const { wanted, free, slotMinutes, maxLengthMinutes, hasHours } = question;
  const slot = slotMinutes ?? 1;
  let minutes = Math.ceil((wanted.end - wanted.start) / MINUTE);
  while (minutes % slot !== 0) minutes += 1;
  while (maxLengthMinutes !== null && minutes > maxLengthMinutes) minutes -= slot;
  if (minutes <= 0) return [];
  const hourOf = (time: number): number => ((time - MIDNIGHT) / 3_600_000) % 24;
  const dayOf = (time: number): number => Math.floor((time - MIDNIGHT) / 86_400_000);
  const byDay = (start: number, end: number): boolean =>
    dayOf(start) === dayOf(end) && hourOf(start) >= 8 && hourOf(end) <= 20;
  const may = (start: number): boolean => {
    const end = start + minutes * MINUTE;
    const of = free.find((one) => one.start <= start && one.end >= end);
    const sinceMidnight = ((start - MIDNIGHT) / MINUTE) % 1440;
    const isEdge =
      slotMinutes === null &&
      of !== undefined &&
      ((of.start === start && start > MIDNIGHT) ||
        (of.end === end && end < MIDNIGHT + END * MINUTE));
    return (
      of !== undefined &&
      (sinceMidnight % (slotMinutes ?? 30) === 0 || isEdge) &&
      !(start === wanted.start && end === wanted.end) &&
      (hasHours || !byDay(wanted.start, wanted.end) || byDay(start, end)) &&
      (question.isAllowed?.({ start, end }) ?? true)
    );
  };
  const starts: number[] = [];
  for (let one = 0; one < END; one += 1)
    if (may(MIDNIGHT + one * MINUTE)) starts.push(MIDNIGHT + one * MINUTE);
  const far = (start: number): number => Math.abs(start - wanted.start);
  const chosen: number[] = [];
  for (const isApart of [true, false])
    while (chosen.length < 3) {
      const left = starts.filter(
        (start) =>
          !chosen.includes(start) &&
          (!isApart || chosen.every((one) => Math.abs(one - start) >= minutes * MINUTE)),
      );
      const least = Math.min(...left.map(far));
      const next = left.find((start) => far(start) === least);
      if (next === undefined) break;
      chosen.push(next);
    }
  return chosen.toSorted((a, b) => a - b);
}

it("the nearest times are those of the definition: random periods, slots and lengths", () => {
  let offers = 0;
  fc.assert(
    fc.property(questions, (question) => {
      const found = nearestTimes(question).map(({ start }) => start);
      offers += found.length;
      expect(found.map(words)).toEqual(model(question).map(words));
    }),
    { numRuns: 1500 },
  );
  expect(offers).toBeGreaterThan(1500);
});
