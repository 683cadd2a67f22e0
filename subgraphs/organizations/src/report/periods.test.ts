import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { ReportPeriod } from "../vocabulary/report-period.ts";
import { periodsOf } from "./periods.ts";

const day = fc
  .date({ min: new Date("2019-01-01"), max: new Date("2023-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const next = (of: string): string =>
  new Date(Date.parse(`${of}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

describe("the parts of a report", () => {
  it("cover its days without gaps and without overlap", () => {
    fc.assert(
      fc.property(day, day, fc.constantFrom(...Object.values(ReportPeriod)), (one, other, by) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const parts = periodsOf({ regionCode: "1", from, to }, by);
        expect(parts[0]?.from).toBe(from);
        expect(parts.at(-1)?.to).toBe(to);
        for (const [at, part] of parts.entries()) {
          expect(part.from <= part.to).toBe(true);
          const following = parts[at + 1];
          if (following) expect(following.from).toBe(next(part.to));
        }
      }),
    );
  });

  it("begin with months, quarters and years of the calendar", () => {
    const key = { regionCode: "1", from: "2022-02-10", to: "2023-02-10" };
    const starts = (by: ReportPeriod) => periodsOf(key, by).map(({ from }) => from);
    expect(starts("MONTH").slice(0, 3)).toEqual(["2022-02-10", "2022-03-01", "2022-04-01"]);
    expect(starts("QUARTER")).toEqual([
      "2022-02-10",
      "2022-04-01",
      "2022-07-01",
      "2022-10-01",
      "2023-01-01",
    ]);
    expect(starts("YEAR")).toEqual(["2022-02-10", "2023-01-01"]);
  });

  it("are not too many", () => {
    const key = { regionCode: "1", from: "2019-01-01", to: "2024-01-01" };
    expect(() => periodsOf(key, "MONTH")).toThrow(/more than 60/);
    expect(periodsOf({ ...key, to: "2023-12-31" }, "MONTH")).toHaveLength(60);
  });
});
