import { describe, expect, it } from "@jest/globals";
import { dayWords, instantWords, rangeWords, whenWords, zoneOnce } from "./times.ts";

const NEW_YEAR = new Date("2027-01-01T00:00:00+08:00");
const MOMENT_BEFORE = new Date(NEW_YEAR.getTime() - 1);

describe("the words of a day have the year", () => {
  it.each([
    ["not in the same year", MOMENT_BEFORE, ""],
    ["from the first moment of the next one in Asia/Shanghai", NEW_YEAR, "2026年"],
  ])("%s", (_, now, year) => {
    const [start, end] = ["2026-12-31T09:00:00+08:00", "2026-12-31T11:00:00+08:00"].map(
      (text) => new Date(text),
    ) as [Date, Date];
    expect(dayWords("2026-12-31", now).zh).toBe(`${year}12月31日（周四）`);
    expect(instantWords(start, now).zh).toBe(`${year}12月31日（周四）09:00`);
    expect(rangeWords({ start, end }, now).zh).toBe(`${year}12月31日（周四）09:00–11:00`);
  });

  it("on that side of a new year that is not this year", () => {
    const night = {
      start: new Date("2026-12-31T22:00:00+08:00"),
      end: new Date("2027-01-01T01:00:00+08:00"),
    };
    expect(rangeWords(night, MOMENT_BEFORE).zh).toBe(
      "12月31日（周四）22:00 至 2027年1月1日（周五）01:00",
    );
    expect(rangeWords(night, NEW_YEAR).zh).toBe(
      "2026年12月31日（周四）22:00 至 1月1日（周五）01:00",
    );
  });
});

describe("a time within an English sentence", () => {
  const at = (text: string): Date => new Date(`${text}+08:00`);
  it.each([
    ["2026-06-04T09:00", "2026-06-04T11:00", "on 2026-06-04 from 09:00 to 11:00"],
    ["2026-06-04T22:00", "2026-06-05T00:00", "on 2026-06-04 from 22:00 to 24:00"],
    ["2026-06-04T22:00", "2026-06-05T01:00", "from 2026-06-04 22:00 to 2026-06-05 01:00"],
    ["2026-06-04T22:00", "2026-06-06T00:00", "from 2026-06-04 22:00 to 2026-06-06 00:00"],
  ])("%s to %s", (start, end, words) => {
    expect(whenWords({ start: at(start), end: at(end) }).en).toBe(`${words} (Asia/Shanghai)`);
  });

  it("names the zone once in a message", () => {
    const { en } = instantWords(at("2026-06-04T09:00"));
    expect(zoneOnce(`It was ${en}; it is ${en} now, not ${en}.`)).toBe(
      "It was 2026-06-04 09:00 (Asia/Shanghai); it is 2026-06-04 09:00 now, not 2026-06-04 09:00.",
    );
    expect(zoneOnce("No time.")).toBe("No time.");
  });
});
