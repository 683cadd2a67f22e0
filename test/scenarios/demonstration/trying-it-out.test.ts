import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { demonstrationAlliance } from "@alliance-hub/demonstration/alliance";
import type { Answer } from "../../support/ask.ts";
import { operation } from "../../support/contract.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { committeeOf, inHours, person, unitOf } from "../../support/people.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
});

const names = demonstrationAlliance().map(({ name }) => ({ name }));
const nodesOf = (list: Answer | undefined): Answer[] => [...(list?.["nodes"] ?? [])];

describe.each(names)("what there is to try in $name", ({ name }) => {
  const [first, second] = [`${name}-liaison-1`, `${name}-liaison-2`];

  it("has a proposed agreement that is in force once its two liaisons have signed", async () => {
    const filter = { organizationId: unitOf(first), states: ["PROPOSED"] };
    const parties = [unitOf(first), unitOf(second)].toSorted();
    const proposed = nodesOf(
      (await hub.ask(operation("Agreements"), { filter }, first)).data["agreements"],
    );
    const open = proposed.find((agreement) => {
      const all = [...(agreement["parties"] ?? [])];
      const ids = all.map((party) => String(party["organization"]?.["id"]));
      const isUnsigned = all.every((party) => party["signedAt"] === null);
      return isUnsigned && ids.toSorted().join() === parties.join();
    });
    const sign = (as: string) =>
      hub.ask(operation("SignAgreement"), { id: open?.["id"], organizationId: unitOf(as) }, as);
    expect((await sign(first)).data["signAgreement"]?.["agreement"]).toMatchObject({
      state: "PROPOSED",
    });
    expect((await sign(second)).data["signAgreement"]?.["agreement"]).toMatchObject({
      state: "ACTIVE",
    });
  });

  it("has a registration that waits for the community's secretary", async () => {
    const query =
      "query($region: String!) { registrations(filter: { regionCode: $region, states: [SUBMITTED] }) { nodes { id } } }";
    const region = person(`${name}-secretary-2`).roles[0]?.regionCode;
    const [waiting] = nodesOf(
      (await hub.ask(query, { region }, `${name}-secretary-2`)).data["registrations"],
    );
    const accepted = await hub.ask(
      operation("AcceptRegistration"),
      { id: waiting?.["id"] },
      `${name}-secretary-2`,
    );
    expect(accepted.data["acceptRegistration"]?.["registration"]).toMatchObject({
      state: "ACCEPTED",
    });
  });

  it("has liaisons whose unit is not registered yet", async () => {
    const query =
      "query($id: ID!) { organization(id: $id) { registrations(first: 1) { totalCount } } }";
    const answer = await hub.ask(query, { id: unitOf(first) }, first);
    expect(answer.data["organization"]?.["registrations"]).toEqual({ totalCount: 0 });
  });

  // Which of its committees has one that is for everybody changes from day to day.
  it("has an activity ahead, for everybody and on the calendar of its committee", async () => {
    const query = `query($filter: ActivityFilter!) {
      activities(filter: $filter, orderBy: START_ASC) { nodes { id startsAt committee { id } } } }`;
    const activities = async (filter: object) =>
      nodesOf((await hub.ask(query, { filter })).data["activities"]);
    const during = { start: inHours(1), end: inHours(24 * 90) };
    const [ahead] = await activities({
      regionCode: person(`${name}-operator`).roles[0]?.regionCode,
      states: ["SCHEDULED", "RESCHEDULED"],
      during,
    });
    expect(Date.parse(String(ahead?.["startsAt"]))).toBeGreaterThan(Date.now());
    const committeeId = ahead?.["committee"]?.["id"];
    expect(await activities({ committeeId, during })).toContainEqual(ahead);
  });

  it("has issues that one committee's units see, another's do not, and nobody outside", async () => {
    const query =
      "query($committee: ID!) { committee(id: $committee) { issues(first: 1) { totalCount } } }";
    const variables = { committee: committeeOf(`${name}-secretary-2`) };
    const count = async (as?: string) =>
      Number((await hub.ask(query, variables, as)).data["committee"]?.["issues"]?.["totalCount"]);
    expect(await count(first)).toBeGreaterThan(0);
    expect([await count(`${name}-liaison-4`), await count()]).toEqual([0, 0]);
  });
});
