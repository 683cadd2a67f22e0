import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { demonstrationAlliance } from "@alliance-hub/demonstration/alliance";
import { ask } from "../../support/ask.ts";
import { type TestHub, startHub } from "../../support/hub.ts";

interface Example {
  readonly name: string;
  readonly kind: string;
  readonly query: string;
  readonly variables: object;
}

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => {
  await hub?.[Symbol.asyncDispose]();
});

/** The examples as the page gets them: for whoever has no token, or for a person. */
async function examplesFor(token?: string): Promise<Example[]> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return (await (
    await fetch(`${hub.url}/explorer/examples.json`, { headers })
  ).json()) as Example[];
}

/** Runs an example as it stands, as its person. */
async function run(token: string, { name, query, variables }: Example) {
  const { errors, data } = await ask(hub.url, { query, variables, token });
  return { name, variables, errors, isNull: Object.values(data ?? {}).includes(null as never) };
}

/** As the page has it now: after each change it may name other records. */
async function exampleOf(token: string, name: string): Promise<Example> {
  const example = (await examplesFor(token)).find((one) => one.name === name);
  if (!example) throw new Error(`There is no example ${name}`);
  return example;
}

/** What each of the people may do, so that the examples of it run. Each once, in the order of a day. */
const MUTATIONS = {
  "liaison-1": [
    "RegisterWithCommunity",
    "ShareResource",
    "PostNeed",
    "BookResource",
    "BookSeries",
    "BookBasket",
    "ChangeBooking",
    "CancelBooking",
    "SetVenue",
    "BlockResource",
    "JoinWaitingList",
    "DraftAgreement",
    "ProposeAgreement",
    "SignAgreement",
    "TerminateAgreement",
    "ScheduleActivity",
    "RescheduleActivity",
    "InviteUnits",
    "DeclineInvitation",
    "CancelActivity",
    "JoinActivity",
    "RecordAttendance",
  ],
  "secretary-2": [
    "JoinCommittee",
    "AppointSeat",
    "AcceptRegistration",
    "UpdateCommittee",
    "PlanTerm",
  ],
  operator: ["RegisterOrganization"],
} as const;

it("examples for whoever has no token name records that are there, too", async () => {
  const token = await hub.tokenOf("445202-liaison-1");
  for (const { name, kind, query, variables } of await examplesFor()) {
    if (kind !== "query") continue;
    const { codes, data } = await ask(hub.url, { query, variables, token });
    expect([name, codes, Object.values(data ?? {}).includes(null as never)]).toEqual([
      name,
      [],
      false,
    ]);
  }
});

describe.each(demonstrationAlliance().map(({ name }) => name))("the examples in %s", (place) => {
  it.each(Object.entries(MUTATIONS))("run as they stand for its %s", async (suffix, mutations) => {
    const token = await hub.tokenOf(`${place}-${suffix}`);
    const queries = (await examplesFor(token)).filter(({ kind }) => kind === "query");
    for (const example of queries) {
      const answer = await run(token, example);
      expect(answer).toEqual({ ...answer, errors: [], isNull: false });
    }
    for (const name of mutations) {
      const answer = await run(token, await exampleOf(token, name));
      expect(answer).toEqual({ ...answer, errors: [], isNull: false });
    }
  });
});

it("a working group is established beside the committees that are there", async () => {
  const token = await hub.tokenOf("445202-operator");
  const answer = await run(token, await exampleOf(token, "EstablishCommittee"));
  expect(answer).toEqual({ ...answer, errors: [] });
});
