import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  APPOINT_SEAT,
  type CommitteeSetting,
  type MembersSetting,
  createMembersSetting,
  memberUnit,
} from "./members-setting.ts";

const UNITS = 7;

let setting: MembersSetting;
let committees: CommitteeSetting[];
beforeAll(async () => {
  setting = await createMembersSetting();
  committees = [await setting.committee(), await setting.committee(), await setting.committee()];
  for (const committee of committees) {
    for (let at = 0; at < UNITS; at++) {
      // Some join on the same day: then the id decides the order.
      const { id: organizationId } = await memberUnit(
        setting,
        committee,
        `2025-01-0${1 + (at % 3)}`,
      );
      const seat = {
        committeeId: committee.id,
        organizationId,
        holderName: "委员",
        role: "PART_TIME",
      };
      await setting.call(committee.secretary, APPOINT_SEAT, { input: seat });
    }
  }
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

/** What the operation `AllianceDirectory` asks of this subgraph. */
const DIRECTORY = `query ($keys: [_Any!]!, $first: Int) { entities: _entities(representations: $keys) { ... on Committee {
  currentTerm { number startsOn endsOn }
  memberUnits(first: $first) { totalCount nodes { organization { id } joinedOn } }
  seats(first: $first) { totalCount nodes { id role holderName fromOrganization { id } since term { number } } }
} } }`;

describe("pages", () => {
  it("cost the same number of statements, whatever their size and however many parents", async () => {
    const keys = committees.map(({ id }) => ({ __typename: "Committee", id }));
    const counts: number[] = [];
    for (const [some, first] of [
      [keys.slice(0, 1), 1],
      [keys, 1],
      [keys, 5],
      [keys, 100],
    ] as const) {
      const { data } = await setting.call(ANONYMOUS, DIRECTORY, { keys: some, first });
      expect(data.entities[0].memberUnits.nodes).toHaveLength(Math.min(first, UNITS));
      expect(data.entities[0].seats.totalCount).toBe(UNITS);
      counts.push(setting.statements.length);
    }
    expect(counts).toEqual([6, 6, 6, 6]);
  });

  it("go on behind a cursor until all have come once, in the order of joining", async () => {
    const [committee] = committees;
    const key = { __typename: "Committee", id: committee?.id ?? "" };
    const seen: { id: string; joinedOn: string }[] = [];
    let after = "null";
    for (let more = true; more;) {
      const { data } = await setting.entity(
        ANONYMOUS,
        key,
        `{ memberUnits(first: 2, after: ${after}) { pageInfo { hasNextPage endCursor } nodes { id joinedOn } } }`,
      );
      seen.push(...data.memberUnits.nodes);
      more = data.memberUnits.pageInfo.hasNextPage;
      after = JSON.stringify(data.memberUnits.pageInfo.endCursor);
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(UNITS);
    expect(seen).toHaveLength(UNITS);
    const days = seen.map(({ joinedOn }) => joinedOn);
    expect(days).toEqual(days.toSorted());
  });

  it.each([
    ["no rows", "first: 0"],
    ["more than a page", "first: 101"],
    ["behind what is no cursor", 'after: "x"'],
  ])("refuse %s", async (_what, args) => {
    const key = { __typename: "Committee", id: committees[0]?.id ?? "" };
    for (const list of ["memberUnits", "seats", "terms"]) {
      expect(
        (await setting.entity(ANONYMOUS, key, `{ ${list}(${args}) { totalCount nodes { id } } }`))
          .code,
      ).toBe("BAD_USER_INPUT");
    }
    for (const list of ["teams", "registrations"]) {
      expect((await setting.call(ANONYMOUS, `{ ${list}(${args}) { nodes { id } } }`)).code).toBe(
        "BAD_USER_INPUT",
      );
    }
  });

  it("refuse a cursor of another list", async () => {
    const key = { __typename: "Committee", id: committees[0]?.id ?? "" };
    const { data } = await setting.entity(
      ANONYMOUS,
      key,
      "{ seats(first: 1) { pageInfo { endCursor } } }",
    );
    const after = JSON.stringify(data.seats.pageInfo.endCursor);
    expect(
      (await setting.call(ANONYMOUS, `{ teams(after: ${after}) { nodes { id } } }`)).code,
    ).toBe("BAD_USER_INPUT");
  });

  it("of a record that is none are not read", async () => {
    expect(
      (
        await setting.entity(
          ANONYMOUS,
          { __typename: "Committee", id: "x" },
          "{ seats { totalCount } }",
        )
      ).data,
    ).toBeNull();
  });
});
