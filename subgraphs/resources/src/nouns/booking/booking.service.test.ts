import { expect, it } from "@jest/globals";
import { tooLittle } from "./booking.service.ts";

it("names how much is left, when, and how much was asked for", () => {
  const [start, end] = [new Date("2026-03-01T05:00:00Z"), new Date("2026-03-01T07:00:00Z")];
  const fault = tooLittle("r", 3, { start, end, quantity: 2 });
  expect(fault.extensions).toMatchObject({
    code: "BOOKING_CONFLICT",
    left: 2,
    start: start.toISOString(),
    end: end.toISOString(),
  });
  expect(fault.message).toContain(
    "has 2 left from 2026-03-01T05:00:00.000Z to 2026-03-01T07:00:00.000Z; you asked for 3",
  );
});

it("never speaks of less than nothing, as after a capacity was lowered by hand", () => {
  const day = new Date("2026-03-01T05:00:00Z");
  expect(tooLittle("r", 1, { start: day, end: day, quantity: -2 }).extensions).toMatchObject({
    left: 0,
  });
});
