import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  CANCEL,
  type CalendarSetting,
  HOLD,
  JOIN,
  RECORD,
  createCalendarSetting,
  on,
  scheduled,
} from "./calendar-setting.ts";

let setting: CalendarSetting;
beforeAll(async () => {
  setting = await createCalendarSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const DAY = "2026-03-01";
const FIGURES = "activities attendance meetings issuesRaised issuesResolved";

async function figures(): Promise<unknown> {
  const query = `query ($key: _Any!) { _entities(representations: [$key]) { ... on Report { ${FIGURES} } } }`;
  const key = { __typename: "Report", regionCode: "445202001", from: DAY, to: DAY };
  return (await setting.call(ANONYMOUS, query, { key })).data["_entities"][0];
}

const done = async (mutation: string, input: object): Promise<unknown> => {
  const { data, message } = await setting.call(setting.secretary, mutation, { input });
  if (message !== undefined) throw new Error(message);
  return data;
};

/** All that may happen to a record, up to a step. */
const LIVES = {
  activity: async (audience: string, steps: number) => {
    const { a, b } = setting.units;
    const id = await scheduled(setting, { audience, during: on(DAY) });
    if (steps > 0)
      await setting.call(setting.liaison(b), JOIN, { input: { id, organizationId: b } });
    if (steps === 1) await done(CANCEL, { id, reason: "有雨" });
    if (steps > 1) await done(HOLD, { id });
    if (steps > 2) await done(RECORD, { id, organizationId: a, attendance: 21 });
  },
  meeting: async (audience: string, steps: number) => {
    const id = await scheduled(setting, { audience, kind: "MEETING", during: on(DAY) });
    if (steps > 1) await done(RECORD, { id, organizationId: setting.units.a, attendance: 7 });
  },
  issue: async (audience: string, steps: number) => {
    const input = { committeeId: setting.committeeId, title: "路灯", ownerId: setting.units.c };
    const raise =
      "mutation ($input: RaiseIssueInput!) { raiseIssue(input: $input) { issue { id } } }";
    const raised = (await done(raise, { ...input, audience })) as {
      raiseIssue: { issue: { id: string } };
    };
    const resolve =
      "mutation ($input: ResolveIssueInput!) { resolveIssue(input: $input) { issue { id } } }";
    if (steps > 1) await done(resolve, { id: raised.raiseIssue.issue.id, outcome: "已修好" });
  },
} as const;

const kinds = Object.keys(LIVES) as (keyof typeof LIVES)[];

it("nothing that is shared with those named alone moves a figure", async () => {
  const life = fc.record({ kind: fc.constantFrom(...kinds), steps: fc.nat(3) });
  await fc.assert(
    fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 4 }), async (records) => {
      const before = await figures();
      for (const { kind, steps } of records) await LIVES[kind]("PARTIES", steps);
      expect(await figures()).toEqual(before);
    }),
    { numRuns: 30 },
  );
});

it("what was held or raised for more than those named moves one", async () => {
  for (const kind of kinds) {
    for (const audience of ["PUBLIC", "ALLIANCE", "COMMITTEE"]) {
      const before = await figures();
      await LIVES[kind](audience, 3);
      expect(await figures()).not.toEqual(before);
    }
  }
});
