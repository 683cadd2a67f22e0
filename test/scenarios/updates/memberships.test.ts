import { afterAll, beforeAll, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Answer } from "../../support/ask.ts";
import { pollUpdates, scheduleActivity } from "../../support/calendar.ts";
import { operation } from "../../support/contract.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { type Listening, listen } from "../../support/listening.ts";
import { patiently } from "../../support/patience.ts";
import { committeeOf, unitOf } from "../../support/people.ts";

const SECRETARY = "445202-secretary";
/** Liaisons of units that join the committee and leave it, over and over. */
const UNITS = ["445202-liaison-1", "445202-liaison-2", "445202-liaison-4"] as const;
/** Others who listen: of another alliance, and nobody. */
const STRANGERS = ["610327-liaison-1", undefined] as const;
const AUDIENCES = ["PUBLIC", "ALLIANCE", "COMMITTEE", "PARTIES"] as const;
const committeeId = committeeOf(SECRETARY);

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => {
  await hub?.[Symbol.asyncDispose]();
});

type Audience = (typeof AUDIENCES)[number];

/** A unit joins or leaves, or something happens that is shared with some. */
type Step = { readonly unit: number } | { readonly audience: Audience };

/** Everybody is told of it: before it, all have begun to listen; behind it, nothing more is on its way. */
const OPEN: Step = { audience: "PUBLIC" };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ unit: fc.nat(UNITS.length - 1) }),
  fc.record({ audience: fc.constantFrom(...AUDIENCES) }),
);

async function must(query: string, variables: object): Promise<Answer> {
  const { data, errors } = await hub.ask(query, variables, SECRETARY);
  expect(errors).toEqual([]);
  return data;
}

const MEMBERSHIPS = `query ($id: ID!) {
  organization(id: $id) { memberships(first: 100) { nodes { id leftOn committee { id } } } }
}`;
const LEAVE = `mutation ($input: LeaveCommitteeInput!) {
  leaveCommittee(input: $input) { membership { id } }
}`;

/** A unit's membership in the committee, if it is a member now. */
async function membershipOf(unit: string): Promise<string | undefined> {
  const data = await must(MEMBERSHIPS, { id: unitOf(unit) });
  const nodes = data["organization"]?.["memberships"]?.["nodes"] ?? [];
  const found = nodes.find(
    (node) => String(node["committee"]?.["id"]) === committeeId && node["leftOn"] === null,
  );
  return found && String(found["id"]);
}

/** Somebody who listens, and what the rule says of it. */
interface Reader {
  readonly listening: Listening;
  readonly mayRead: (audience: Audience) => boolean;
  /** What it must have been told by now. */
  readonly expected: string[];
  /** What happened behind that and it might not see. */
  unseen: string[];
  /** What it may be told though it might not see it at the time: it may now, and has not been told of more. */
  readonly optional: Set<string>;
}

function happened(reader: Reader, title: string, audience: Audience): void {
  if (!reader.mayRead(audience)) {
    if (audience === "COMMITTEE") reader.unseen.push(title);
    return;
  }
  reader.expected.push(title);
  reader.unseen = [];
}

const titles = ({ listening }: Reader): string[] =>
  listening.events.map(({ data }) =>
    String(data?.["data"]?.["activityUpdates"]?.["activity"]?.["title"]),
  );

/** Waits until a reader has been told what it must, and demands that it is that and nothing else. */
async function beTold(reader: Reader): Promise<void> {
  const { expected, optional } = reader;
  const owed = (): string[] => titles(reader).filter((title) => !optional.has(title));
  await patiently(owed, (titlesSoFar) => titlesSoFar.length >= expected.length);
  expect(owed()).toEqual(expected);
  const numbers = titles(reader).map((title) => Number(/\d+/.exec(title)?.[0]));
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
}

it("everybody is told exactly what they may see, on connections that stay open", async () => {
  const memberships = await Promise.all(UNITS.map(membershipOf));
  let scheduled = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 20 }), async (steps) => {
      await using closing = new AsyncDisposableStack();
      const variables = { after: (await pollUpdates(hub, null)).end };
      const open = async (name: string | undefined): Promise<Listening> => {
        const token = name === undefined ? undefined : await hub.tokenOf(name);
        return closing.use(listen(hub.url, { token, variables }));
      };
      const members = await Promise.all(
        UNITS.map(async (name, at): Promise<Reader> => ({
          listening: await open(name),
          mayRead: (audience) =>
            audience === "COMMITTEE" ? memberships[at] !== undefined : audience !== "PARTIES",
          expected: [],
          unseen: [],
          optional: new Set(),
        })),
      );
      const strangers = await Promise.all(
        STRANGERS.map(async (name): Promise<Reader> => ({
          listening: await open(name),
          mayRead: (audience) => audience === "PUBLIC",
          expected: [],
          unseen: [],
          optional: new Set(),
        })),
      );
      const readers = [...members, ...strangers];

      for (const one of [OPEN, ...steps, OPEN]) {
        if ("audience" in one) {
          const title = `第 ${++scheduled} 项`;
          await scheduleActivity(hub, title, { audience: one.audience });
          for (const reader of readers) happened(reader, title, one.audience);
        } else {
          const isMember = await change(memberships, one.unit);
          const reader = members[one.unit];
          for (const title of (isMember && reader?.unseen.splice(0)) || [])
            reader?.optional.add(title);
        }
        for (const reader of readers) await beTold(reader);
      }
    }),
    // Each run makes records of its own: what failed is not made smaller.
    { numRuns: 8, endOnFailure: true },
  );
});

/** A unit that is a member leaves, another one joins. @returns whether it is a member now. */
async function change(memberships: (string | undefined)[], unit: number): Promise<boolean> {
  const id = memberships[unit];
  if (id !== undefined) {
    await must(LEAVE, { input: { id, reason: "迁出" } });
    memberships[unit] = undefined;
    return false;
  }
  const input = { committeeId, organizationId: unitOf(UNITS[unit] ?? "") };
  const joined = await must(operation("JoinCommittee"), { input });
  memberships[unit] = String(joined["joinCommittee"]?.["membership"]?.["id"]);
  return true;
}
