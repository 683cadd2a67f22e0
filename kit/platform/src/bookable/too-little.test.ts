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
    "Only 2 of 会议室 can be had on 2026-03-01 from 13:00 to 15:00 (Asia/Shanghai); you asked for 3.",
  );
  expect(fault.words.zh).toMatch(
    /^会议室 (?:2026年)?3月1日（周日）13:00–15:00 只剩 2 份，您要 3 份。请换一个时间，或减少数量。$/,
  );
});

it("names who has it", () => {
  const [start, end] = [new Date("2026-03-01T05:00:00Z"), new Date("2026-03-01T07:00:00Z")];
  const fault = tooLittle({ title: "会议室" }, 1, {
    least: { start, end, quantity: 0 },
    by: [{ name: "第三中学", start, end, heldTo: end }],
  });
  expect(fault.message).toMatch(
    /^会议室 is booked by 第三中学 on 2026-03-01 from 13:00 to 15:00 \(Asia\/Shanghai\)\. /,
  );
  expect(fault.words.zh).toMatch(
    /^会议室 (?:2026年)?3月1日（周日）13:00–15:00 已被第三中学预约。请换一个时间。$/,
  );
});

it("names the time of a booking apart from the clearing up after it, and the zone once", () => {
  const [start, end] = [new Date("2026-03-01T06:00:00Z"), new Date("2026-03-01T08:00:00Z")];
  const heldTo = new Date("2026-03-01T08:30:00Z");
  const next = { name: null, start: heldTo, end: new Date("2026-03-01T09:00:00Z") };
  const fault = tooLittle({ title: "会议室" }, 1, {
    least: { start: new Date("2026-03-01T07:00:00Z"), end: heldTo, quantity: 0 },
    by: [
      { name: "机关幼儿园", start, end, heldTo },
      { ...next, heldTo: next.end },
    ],
    nearest: [
      { start: new Date("2026-03-02T06:00:00Z"), end: new Date("2026-03-02T08:00:00Z") },
      { start: new Date("2026-03-03T14:00:00Z"), end: new Date("2026-03-03T16:00:00Z") },
    ],
  });
  expect(fault.message).toBe(
    "会议室 is booked by 机关幼儿园 on 2026-03-01 from 14:00 to 16:00 (Asia/Shanghai), and kept free for clearing up until 16:30; " +
      "by another unit on 2026-03-01 from 16:30 to 17:00. Nearest free times: 2026-03-02 14:00–16:00; 2026-03-03 22:00–24:00.",
  );
  expect(fault.words.zh.replaceAll("2026年", "")).toBe(
    "会议室 3月1日（周日）14:00–16:00 已被机关幼儿园预约（之后至 16:30 留作清场），3月1日（周日）16:30–17:00 已被其他单位预约。" +
      "最近可预约：3月2日（周一）14:00–16:00、3月3日（周二）22:00–24:00。",
  );
});

it("says that only the clearing up after the wanted time is in the way", () => {
  const [start, end] = [new Date("2026-03-01T06:00:00Z"), new Date("2026-03-01T08:00:00Z")];
  const fault = tooLittle({ title: "会议室" }, 1, {
    least: { start, end: new Date("2026-03-01T06:30:00Z"), quantity: 0 },
    by: [{ name: "机关幼儿园", start, end, heldTo: end }],
    clearingMinutes: 30,
  });
  expect(fault.words.zh).toContain("每次预约之后须留 30 分钟清场");
  expect(fault.message).toContain("Each booking is followed by 30 minutes for clearing up");
});

it("never speaks of less than nothing, as after a capacity was lowered by hand", () => {
  const day = new Date("2026-03-01T05:00:00Z");
  expect(
    tooLittle({ title: "会议室" }, 1, { least: { start: day, end: day, quantity: -2 } }).extensions,
  ).toMatchObject({
    left: 0,
  });
});
