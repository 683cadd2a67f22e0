import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  ENTITIES,
  type OrganizationsSetting,
  createOrganizationsSetting,
} from "./organizations-setting.ts";

let setting: OrganizationsSetting;
beforeAll(async () => {
  setting = await createOrganizationsSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const FIGURES = "{ streetCommittees communityCommittees demonstrationCommittees grids }";
const REPORT = `query ($regionCode: String!, $from: Date!, $to: Date!) { report(regionCode: $regionCode, from: $from, to: $to) ${FIGURES} }`;
const report = async (regionCode: string, to = "2026-12-31") => {
  const days = { regionCode, from: "2020-01-01", to };
  const { data } = await setting.call(ANONYMOUS, REPORT, days);
  const key = { __typename: "Report", ...days };
  const byKey = await setting.call(ANONYMOUS, ENTITIES("Report", FIGURES), { keys: [key] });
  // As a root field and by its key, it is the same report.
  expect(byKey.data.entities).toEqual([data.report]);
  return data.report;
};
const figures = (street: number, community: number, demonstration: number, grids: number) => ({
  streetCommittees: street,
  communityCommittees: community,
  demonstrationCommittees: demonstration,
  grids,
});

describe("the report", () => {
  it("counts the committees and grids of a place and of all below it", async () => {
    const district = await setting.place("DISTRICT");
    const street = await setting.place("STREET", district);
    const [first, second] = [
      await setting.place("COMMUNITY", street),
      await setting.place("COMMUNITY", street),
    ];
    expect(await report(district)).toEqual(figures(0, 0, 0, 0));
    // That of the district is of neither level that is counted.
    await setting.committee("DISTRICT", district);
    await setting.committee("STREET", street);
    const model = await setting.committee("COMMUNITY", first);
    await setting.committee("COMMUNITY", second);
    await setting.admin.query(
      "update organizations.committee set demonstration = true where id = $1",
      [model],
    );
    for (const [level, code] of [
      ["GRID", first],
      ["GRID", first],
      ["ESTATE", first],
      ["GRID", second],
      ["GRID", street],
    ] as const) {
      await setting.place(level, code);
    }
    expect(await report(district)).toEqual(figures(1, 2, 1, 4));
    expect(await report(street)).toEqual(figures(1, 2, 1, 4));
    expect(await report(first)).toEqual(figures(0, 1, 1, 2));
    expect(await report(second)).toEqual(figures(0, 1, 0, 1));
  });

  it("counts a committee from the day it was established", async () => {
    const street = await setting.place("STREET");
    await setting.committee("STREET", street, { termStartsOn: "2023-05-02" });
    expect(await report(street, "2023-05-01")).toEqual(figures(0, 0, 0, 0));
    expect(await report(street, "2023-05-02")).toEqual(figures(1, 0, 0, 0));
  });

  it("refuses a place that nobody knows and days the wrong way round", async () => {
    const ask = (over: object) =>
      setting.call(ANONYMOUS, REPORT, { from: "2026-01-01", to: "2026-01-01", ...over });
    const regionCode = await setting.place("DISTRICT");
    expect((await ask({ regionCode })).code).toBeUndefined();
    expect((await ask({ regionCode: "999999" })).code).toBe("NOT_FOUND");
    expect((await ask({ regionCode, to: "2025-12-31" })).code).toBe("BAD_USER_INPUT");
    expect((await ask({ regionCode, to: "2026-02-30" })).data).toBeUndefined();
  });
});

it("is divided into parts, and set beside those of the places directly below", async () => {
  const district = await setting.place("DISTRICT");
  const streets = [
    await setting.place("STREET", district),
    await setting.place("STREET", district),
  ];
  await setting.committee("STREET", streets[0] ?? "");
  const query = `query ($regionCode: String!) { report(regionCode: $regionCode, from: "2026-01-01", to: "2026-12-31") {
    region { code } periods(by: QUARTER) { from to } below { region { code } regionCode from to streetCommittees } } }`;
  const { data } = await setting.call(ANONYMOUS, query, { regionCode: district });
  expect(data.report.region.code).toBe(district);
  expect(data.report.periods).toHaveLength(4);
  expect(data.report.periods[1]).toEqual({ from: "2026-04-01", to: "2026-06-30" });
  expect(data.report.below).toEqual(
    streets.toSorted().map((code) => ({
      region: { code },
      regionCode: code,
      from: "2026-01-01",
      to: "2026-12-31",
      streetCommittees: code === streets[0] ? 1 : 0,
    })),
  );
});
