import { expect, it } from "@jest/globals";
import { tooLittle } from "./too-little.ts";

it("names how much is left, when, and how much was asked for", () => {
  const [start, end] = [new Date("2026-03-01T05:00:00Z"), new Date("2026-03-01T07:00:00Z")];
  const fault = tooLittle({ title: "会议室" }, 3, { least: { start, end, quantity: 2 } });
  expect(fault.extensions).toMatchObject({
    code: "BOOKING_CONFLICT",
    left: 2,
    start: start.toISOString(),
    end: end.toISOString(),
  });
  expect(fault.message).toContain(
    "会议室 has 2 left from 2026-03-01 13:00–15:00 (Asia/Shanghai); you asked for 3",
  );
  expect(fault.words.zh).toMatch(
    /^会议室 (?:2026年)?3月1日（周日）13:00–15:00 只剩 2 份，您要 3 份。请换一个时间，或减少数量。$/,
  );
});

it("names who has it", () => {
  const [start, end] = [new Date("2026-03-01T05:00:00Z"), new Date("2026-03-01T07:00:00Z")];
  const fault = tooLittle({ title: "会议室" }, 1, {
    least: { start, end, quantity: 0 },
    by: ["第三中学"],
  });
  expect(fault.words.zh).toMatch(
    /^会议室 (?:2026年)?3月1日（周日）13:00–15:00 已被第三中学预约。请换一个时间。$/,
  );
});

it("never speaks of less than nothing, as after a capacity was lowered by hand", () => {
  const day = new Date("2026-03-01T05:00:00Z");
  expect(
    tooLittle({ title: "会议室" }, 1, { least: { start: day, end: day, quantity: -2 } }).extensions,
  ).toMatchObject({
    left: 0,
  });
});
