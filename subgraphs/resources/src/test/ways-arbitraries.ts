import * as fc from "fast-check";
import { QUARTER_MS } from "./rules-model.ts";

/** A Sunday at noon: when every history of bookings begins. */
export const NOW = Date.parse("2026-03-01T04:00:00Z");

/** A time to book, in quarters of an hour. */
const span = fc
  .record({ start: fc.integer({ min: 1, max: 60 }), length: fc.integer({ min: 1, max: 10 }) })
  .map(({ start, length }) => ({
    from: NOW + start * QUARTER_MS,
    to: NOW + (start + length) * QUARTER_MS,
  }));

/** Resources: how much there is, whether their owner approves, hours, rules and a blocking. */
export const setups = fc.record({
  capacity: fc.constantFrom(1, 1, 3),
  approval: fc.boolean(),
  hours: fc.constantFrom(
    [],
    [
      { weekday: 7, from: "12:00", to: "22:00" },
      { weekday: 1, from: "00:00", to: "03:00" },
    ],
  ),
  rules: fc.record({
    bufferMinutes: fc.constantFrom(undefined, 15, 30),
    maxLengthMinutes: fc.constantFrom(undefined, 120),
  }),
  blocked: fc.array(span, { maxLength: 1 }),
  off: fc.constant(new Set<string>()),
  worked: fc.constant(new Set<string>()),
});

/** Something that is done with a resource's bookings; `which` chooses among those that are there. */
export const steps = fc.array(
  fc.record({
    way: fc.constantFrom(
      "single",
      "series",
      "series",
      "basket",
      "change",
      "change",
      "cancel",
      "changeSeries",
      "changeSeries",
      "cancelSeries",
      "decide",
    ),
    span,
    quantity: fc.integer({ min: 1, max: 2 }),
    which: fc.nat(20),
  }),
  { minLength: 6, maxLength: 16 },
);
export type Step = (typeof steps extends fc.Arbitrary<infer All> ? All : never)[number];
