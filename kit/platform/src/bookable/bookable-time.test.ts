import { expect, it } from "@jest/globals";
import { requireBookableTime, requireBookingRange } from "./bookable-time.ts";

const range = (start: string, end: string) => ({ start: new Date(start), end: new Date(end) });

it.each([
  ["begins within a minute", range("2026-03-02T09:00:00.500Z", "2026-03-02T10:00:00Z")],
  ["ends within a minute", range("2026-03-02T09:00:00Z", "2026-03-02T09:00:30Z")],
  ["lies within seconds", range("2026-03-02T09:00:10Z", "2026-03-02T10:00:10Z")],
])("a booking that %s is refused, and the rule is named", (_, during) => {
  const refuse = () => requireBookingRange("during", during);
  expect(refuse).toThrow(/"during" has 2026-03-02T09:00:.*whole minutes. Leave out the seconds/u);
  const now = new Date("2026-03-01T09:00:00Z");
  expect(() => requireBookableTime("during", during, now)).toThrow("whole minutes");
});

it("a booking of whole minutes is taken, up to its longest", () => {
  const minute = range("2026-03-02T09:00:00Z", "2026-03-02T09:01:00Z");
  expect(() => requireBookingRange("during", minute)).not.toThrow();
  const days = range("2026-03-02T09:00:00Z", "2026-03-09T09:00:00Z");
  expect(() => requireBookingRange("during", days, 6)).toThrow("6 days");
});
