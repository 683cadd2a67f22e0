import { demonstrationPeople } from "@alliance-hub/demonstration/people";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { operation } from "../../support/contract.ts";
import { type TestHub, startHub } from "../../support/hub.ts";

const DAY_MS = 86_400_000;
const SECRETARY = "445202-secretary-2";
const [SUCCESSOR, DEPUTY, OPERATOR] = [
  "445202-liaison-1",
  "445202-liaison-2",
  "445202-operator",
] as const;

/** Midnight of today in Asia/Shanghai, and by how much the hub's clock is ahead of it. */
const TODAY = Date.parse(`${shanghaiDay(new Date())}T00:00:00+08:00`);
let now = TODAY;
let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({}, () => new Date(now));
});
beforeEach(() => {
  now = TODAY + DAY_MS / 2;
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
});

/** A day so many days from today. */
const day = (days: number): string => shanghaiDay(new Date(TODAY + days * DAY_MS));
/** The last second before a day begins in Asia/Shanghai, and the moment when it has begun. */
const beforeDay = (days: number): number => TODAY + days * DAY_MS - 1000;
const atDay = (days: number): number => TODAY + days * DAY_MS;

const personOf = (name: string) => {
  const found = demonstrationPeople().find((person) => person.name === name);
  if (!found) throw new Error(`There is no ${name}`);
  return found;
};
/** The committee of the secretary, and the organisation that it belongs to. */
const { committeeId, organizationId } = personOf(SECRETARY).roles[0] ?? {};

const APPOINT =
  "mutation ($input: AppointSeatInput!) { appointSeat(input: $input) { seat { id since } } }";
const SHARE =
  "mutation ($input: ShareResourceInput!) { shareResource(input: $input) { resource { id } } }";

async function codesOf(query: string, input: object, as: string): Promise<readonly string[]> {
  return (await hub.ask(query, { input }, as)).codes;
}

const seat = (over: object = {}) => ({
  committeeId,
  organizationId,
  holderName: "委员 017",
  role: "MEMBER",
  ...over,
});
/** What comes of somebody's appointing a member, which is for whoever runs the committee. */
const appoints = (as: string) => codesOf(APPOINT, seat(), as);

describe("a term that changes at midnight", () => {
  it("gives the office to the next secretary when its first day begins, and not a moment before", async () => {
    const planned = await hub.ask(
      operation("PlanTerm"),
      { input: { committeeId, number: 3, startsOn: day(1), endsOn: day(1800), carrySeats: false } },
      SECRETARY,
    );
    expect(planned.codes).toEqual([]);
    const term = planned.data["planTerm"]?.["term"];
    const termId = term?.["id"];
    // The sitting secretary goes on until somebody else is appointed.
    expect(term?.["seats"]).toMatchObject({ nodes: [{ role: "SECRETARY" }] });
    const { subject } = personOf(SUCCESSOR);
    const next = seat({ termId, role: "SECRETARY", subject });
    expect(await codesOf(APPOINT, next, SECRETARY)).toEqual([]);

    now = beforeDay(1);
    expect(await appoints(SECRETARY)).toEqual([]);
    expect(await appoints(SUCCESSOR)).toEqual(["FORBIDDEN"]);
    now = atDay(1);
    expect(await appoints(SECRETARY)).toEqual(["FORBIDDEN"]);
    expect(await appoints(SUCCESSOR)).toEqual([]);

    const shown = await hub.ask(
      "query ($id: ID!) { committee(id: $id) { currentTerm { number } terms(first: 10) { nodes { number state endsOn } } } }",
      { id: committeeId },
    );
    expect(shown.data["committee"]).toMatchObject({
      currentTerm: { number: 3 },
      terms: {
        nodes: [
          { number: 3, state: "CURRENT" },
          { number: 2, state: "PAST", endsOn: day(0) },
        ],
      },
    });
  });
});

describe("a deputy for two weeks", () => {
  const HAND_OVER =
    "mutation ($input: HandOverInput!) { handOver(input: $input) { handover { id } } }";
  const LEADER = "445202-secretary-3";
  const { committeeId: at, organizationId: base } = personOf(LEADER).roles[0] ?? {};
  const ofCommittee = { committeeId: at, organizationId: base };

  it("does what the secretary does on these days, and nothing that is the secretary's own", async () => {
    const { subject } = personOf(DEPUTY);
    const deputy = seat({ ...ofCommittee, role: "DEPUTY_SECRETARY", subject });
    const appointed = await hub.ask(APPOINT, { input: deputy }, LEADER);
    const seatId = appointed.data["appointSeat"]?.["seat"]?.["id"];
    const days = { from: day(1), until: day(14) };
    const handover = { committeeId: at, seatId, ...days };
    expect(await codesOf(HAND_OVER, handover, OPERATOR)).toEqual(["FORBIDDEN"]);
    expect(await codesOf(HAND_OVER, handover, LEADER)).toEqual([]);
    const runs = (as: string) => codesOf(APPOINT, seat(ofCommittee), as);
    const share = (as: string) =>
      codesOf(
        SHARE,
        { providerId: base, title: "会议室", kind: "VENUE", audience: "ALLIANCE" },
        as,
      );

    now = beforeDay(1);
    expect([await runs(DEPUTY), await share(DEPUTY)]).toEqual([["FORBIDDEN"], ["FORBIDDEN"]]);
    for (const moment of [atDay(1), beforeDay(15)]) {
      now = moment;
      expect([await runs(DEPUTY), await share(DEPUTY)]).toEqual([[], []]);
      expect(await runs(LEADER)).toEqual([]);
      const me = await hub.ask(operation("Me"), {}, DEPUTY);
      expect(me.data["viewer"]?.["roles"]).toContainEqual(
        expect.objectContaining({ role: "DEPUTY", committee: expect.objectContaining({ id: at }) }),
      );
      const another = { ...handover, from: day(20), until: day(21) };
      expect(await codesOf(HAND_OVER, another, DEPUTY)).toEqual(["FORBIDDEN"]);
      const secretary = seat({ ...ofCommittee, role: "SECRETARY", replaces: true, subject });
      expect(await codesOf(APPOINT, secretary, DEPUTY)).toEqual(["FORBIDDEN"]);
      const term = { committeeId: at, number: 9, startsOn: day(30), endsOn: day(900) };
      expect((await hub.ask(operation("PlanTerm"), { input: term }, DEPUTY)).codes).toEqual([
        "FORBIDDEN",
      ]);
    }
    now = atDay(15);
    expect([await runs(DEPUTY), await share(DEPUTY)]).toEqual([["FORBIDDEN"], ["FORBIDDEN"]]);
    expect(await runs(LEADER)).toEqual([]);
  });
});
