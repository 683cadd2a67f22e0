import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type PublishedPlace,
  publishedFigure,
  publishedPeriod,
  publishedPlaces,
} from "@alliance-hub/demonstration/published-figures";
import type { Answer } from "../../support/ask.ts";
import { operation } from "../../support/contract.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { LISTED, PARTS } from "./lists.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
});

const places = publishedPlaces.map((place) => ({ place, code: place.report }));

async function reportOf(place: PublishedPlace): Promise<Answer> {
  const answer = await hub.ask(operation("AllianceReport"), {
    region: place.report,
    ...publishedPeriod,
  });
  expect(answer.codes).toEqual([]);
  const { report } = answer.data;
  if (!report) throw new Error(`There is no report of ${place.report}`);
  return report;
}

describe("AllianceReport", () => {
  it.each(places)(
    "gives every published figure of $code that it has a field for",
    async ({ place }) => {
      const report = await reportOf(place);
      const named = Object.keys(place.figures).filter((name) => report[name] !== undefined);
      expect(named.length).toBeGreaterThan(0);
      expect(named.map((name) => [name, report[name]])).toEqual(
        named.map((name) => [name, publishedFigure(place, name)]),
      );
    },
  );

  it.each(places)(
    "counts more of $code than its source does: nothing stays empty",
    async ({ place }) => {
      const report = await reportOf(place);
      const everywhere = [
        "communityCommittees",
        "memberUnits",
        "partTimeMembers",
        "registeredUnits",
        "teams",
        "venues",
        "resources",
        "needs",
        "agreements",
        "activities",
        "meetings",
        "issuesRaised",
      ];
      expect(everywhere.filter((name) => !(Number(report[name]) > 0))).toEqual([]);
    },
  );

  it("counts nothing before the period", async () => {
    const answer = await hub.ask(operation("AllianceReport"), {
      region: "445202",
      from: "2020-01-01",
      to: "2020-12-31",
    });
    expect(answer.data["report"]).toMatchObject({
      agreements: 0,
      activities: 0,
      meetings: 0,
      issuesRaised: 0,
      partTimeMembers: 0,
      venues: 0,
    });
  });
});

describe("the coverage of estates", () => {
  it("is counted from who serves them: of 398, 165 have an owners' committee, 120 of these a property company", async () => {
    const { data } = await hub.ask(
      `query ($region: String!, $from: Date!, $to: Date!) { report(regionCode: $region, from: $from, to: $to) {
        residentialEstates estatesWithOwnersCommittee estatesWithPropertyCompany estatesWithOwnersCommitteeOnly } }`,
      { region: "360502", ...publishedPeriod },
    );
    expect(data["report"]).toEqual({
      residentialEstates: 398,
      estatesWithOwnersCommittee: 165,
      estatesWithPropertyCompany: 120,
      estatesWithOwnersCommitteeOnly: 45,
    });
  });
});

describe("the lists", () => {
  it.each(places)("hold what else is published of $code", async ({ place }) => {
    const report = await reportOf(place);
    const others = Object.keys(place.figures).filter((name) => report[name] === undefined);
    for (const name of others) {
      const count = LISTED[name];
      if (!count) throw new Error(`Nothing counts the published figure ${name}`);
      expect([name, await count(hub, place.report)]).toEqual([name, publishedFigure(place, name)]);
    }
  });

  it.each(places)("hold the parts of the figures of $code", async ({ place }) => {
    for (const [name, figure] of Object.entries(place.figures)) {
      for (const [part, published] of Object.entries(
        (typeof figure === "object" && figure.parts) || {},
      )) {
        const count = PARTS[name]?.[part];
        if (!count) throw new Error(`Nothing counts the part ${part} of ${name}`);
        expect([name, part, await count(hub, place.report)]).toEqual([name, part, published]);
      }
    }
  });
});
