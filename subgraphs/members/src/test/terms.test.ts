import { randomUUID } from "node:crypto";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  APPOINT_SEAT,
  type CommitteeSetting,
  type MembersSetting,
  START_TERM,
  TODAY,
  createMembersSetting,
  memberUnit,
} from "./members-setting.ts";

let setting: MembersSetting;
beforeAll(async () => {
  setting = await createMembersSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const next = (committee: CommitteeSetting, over: object = {}) => ({
  input: {
    committeeId: committee.id,
    number: 2,
    startsOn: "2026-02-01",
    endsOn: "2031-01-31",
    ...over,
  },
});
const termsOf = async (committee: CommitteeSetting) => {
  const { data } = await setting.entity(
    ANONYMOUS,
    { __typename: "Committee", id: committee.id },
    "{ currentTerm { number } terms { nodes { number state startsOn endsOn } } }",
  );
  return data;
};

describe("startTerm", () => {
  it("ends the current term on the eve of the next", async () => {
    const committee = await setting.committee();
    const { data } = await setting.call(committee.secretary, START_TERM, next(committee));
    expect(data.startTerm.term).toMatchObject({ number: 2, state: "CURRENT" });
    expect(await termsOf(committee)).toEqual({
      currentTerm: { number: 2 },
      terms: {
        nodes: [
          { number: 2, state: "CURRENT", startsOn: "2026-02-01", endsOn: "2031-01-31" },
          { number: 1, state: "PAST", startsOn: "2022-01-01", endsOn: "2026-01-31" },
        ],
      },
    });
  });

  it("is for whoever runs the committee and for operators, nobody else", async () => {
    const committee = await setting.committee();
    const start = async (viewer: typeof ANONYMOUS, over?: object) =>
      (await setting.call(viewer, START_TERM, next(committee, over))).code;
    expect(await start(ANONYMOUS)).toBe("UNAUTHENTICATED");
    expect(await start(setting.stranger)).toBe("FORBIDDEN");
    expect(await start(setting.liaison(committee.base))).toBe("FORBIDDEN");
    expect(await start(setting.operator)).toBeUndefined();
    expect(await start(committee.secretary, { number: 3, startsOn: "2026-02-15" })).toBeUndefined();
  });

  it("leaves exactly one current term, however many start one at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const committee = await setting.committee();
      const answers = await Promise.all(
        [2, 2, 3, 4, 5, 2].map((number) =>
          setting.call(setting.operator, START_TERM, next(committee, { number })),
        ),
      );
      expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
      for (const { code } of answers)
        expect([undefined, "CONFLICT", "BAD_USER_INPUT"]).toContain(code);
      const { terms } = await termsOf(committee);
      expect(terms.nodes.map(({ state }: { state: string }) => state)).toEqual(["CURRENT", "PAST"]);
    }
  });

  it("may be said a month ahead", async () => {
    const committee = await setting.committee();
    const ahead = next(committee, { startsOn: "2026-04-01" });
    expect((await setting.call(committee.secretary, START_TERM, ahead)).code).toBeUndefined();
  });

  it("carries seats over, or lets all but the secretary's end with their term", async () => {
    for (const carrySeats of [true, false]) {
      const committee = await setting.committee();
      const unit = await memberUnit(setting, committee);
      const seat = { committeeId: committee.id, holderName: "委员 001" };
      await setting.call(committee.secretary, APPOINT_SEAT, {
        input: {
          ...seat,
          organizationId: committee.base,
          role: "SECRETARY",
          since: "2022-05-01",
          subject: committee.id,
        },
      });
      await setting.call(committee.secretary, APPOINT_SEAT, {
        input: { ...seat, organizationId: unit.id, role: "PART_TIME", since: "2023-05-01" },
      });
      await setting.call(committee.secretary, START_TERM, next(committee, { carrySeats }));
      const { data } = await setting.entity(
        committee.secretary,
        { __typename: "Committee", id: committee.id },
        "{ seats { nodes { role since term { number } } } }",
      );
      const held = [
        { role: "SECRETARY", since: "2022-05-01", term: { number: 2 } },
        { role: "PART_TIME", since: "2023-05-01", term: { number: 2 } },
      ];
      // Without a secretary nobody could run the committee.
      expect(data.seats.nodes).toEqual(carrySeats ? held : held.slice(0, 1));
      const past = await setting.entity(
        committee.secretary,
        { __typename: "Committee", id: committee.id },
        "{ terms(states: [PAST]) { nodes { seats { nodes { since until } } } } }",
      );
      expect(past.data.terms.nodes[0].seats.nodes).toEqual([
        { since: "2022-05-01", until: "2026-01-31" },
        { since: "2023-05-01", until: "2026-01-31" },
      ]);
      const signedIn = await setting.admin.query(
        "select role from directory.seat where subject = $1 and last_day >= $2",
        [committee.id, TODAY],
      );
      expect(signedIn.rows).toEqual([{ role: "SECRETARY" }]);
    }
  });

  it.each([
    ["an unknown committee", { committeeId: randomUUID() }, "NOT_FOUND"],
    ["a committee id that is none", { committeeId: "" }, "NOT_FOUND"],
    ["the current number", { number: 1 }, "BAD_USER_INPUT"],
    ["no number at all", { number: 0 }, "BAD_USER_INPUT"],
    ["a number out of range", { number: 100 }, "BAD_USER_INPUT"],
    ["an end before the start", { endsOn: "2026-01-31" }, "BAD_USER_INPUT"],
    ["an end on the first day", { endsOn: "2026-02-01" }, "BAD_USER_INPUT"],
    ["a start that is far ahead", { startsOn: "2026-04-02" }, "BAD_USER_INPUT"],
    ["a start before the current term", { startsOn: "2021-12-31" }, "BAD_USER_INPUT"],
  ])("refuses %s", async (_what, over, code) => {
    const committee = await setting.committee();
    expect((await setting.call(setting.operator, START_TERM, next(committee, over))).code).toBe(
      code,
    );
    expect((await termsOf(committee)).currentTerm).toEqual({ number: 1 });
  });
});

describe("the first term", () => {
  it("is opened by the subgraph of committees alone", async () => {
    for (const role of ["hub_members", "hub_resources", "hub_activities", "hub_gateway"]) {
      const may = await setting.admin.query(
        "select has_function_privilege($1, 'directory.open_first_term(uuid, uuid, integer, date, date, timestamptz)', 'execute') as may",
        [role],
      );
      // The owner of a function may always call it.
      expect(may.rows).toEqual([{ may: role === "hub_members" }]);
    }
    const owner = await setting.admin.query(
      "select has_function_privilege('hub_organizations', 'directory.open_first_term(uuid, uuid, integer, date, date, timestamptz)', 'execute') as may",
    );
    expect(owner.rows).toEqual([{ may: true }]);
  });
});
