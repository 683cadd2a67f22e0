import { randomInt } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import pg from "pg";
import { type Asked, ask } from "../../support/ask.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { UNKNOWN_ID, inHours } from "../../support/people.ts";
import { createRandom } from "../../support/random.ts";
import { type Caller, createCallers, readGround } from "../../support/sharing/callers.ts";
import { sharingModel } from "../../support/sharing/model.ts";
import type { Noun } from "../../support/sharing/records.ts";
import { enterWorld } from "../../support/sharing/world.ts";

/** Callers that are tried; each with a hidden record of each noun. */
const CALLERS = 10;

let hub: TestHub;
let admin: pg.Client;
beforeAll(async () => {
  hub = await startHub();
  admin = new pg.Client({ connectionString: hub.databaseUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin?.end();
  await hub?.[Symbol.asyncDispose]();
});

const byId = (id: string): object => ({ id });
const withReason = (id: string): object => ({ id, reason: "试验" });
const during = { start: inHours(5), end: inHours(6) };
const ofResource = (more: object) => (resourceId: string, organizationId: string) => ({
  resourceId,
  organizationId,
  during,
  ...more,
});

/** What may be done with a record of each noun: the mutation, and its input for an id. */
const STEPS: Readonly<
  Record<Noun, readonly (readonly [string, (id: string, unit: string) => object])[]>
> = {
  resource: [
    ["publishResource", byId],
    ["updateResource", byId],
    ["discardResource", byId],
    ["withdrawResource", withReason],
    ["setVenue", (resourceId) => ({ resourceId, seats: 40 })],
    ["blockResource", (resourceId) => ({ resourceId, during, reason: "试验" })],
    ["bookResource", ofResource({})],
    ["bookSeries", ofResource({ repeat: { every: "WEEK", count: 2 }, preview: true })],
    ["joinWaitingList", ofResource({})],
  ],
  need: [
    ["updateNeed", byId],
    ["publishNeed", byId],
    ["discardNeed", byId],
    ["withdrawNeed", withReason],
  ],
  collectionRound: [
    ["updateCollectionRound", byId],
    ["closeCollectionRound", byId],
  ],
  booking: [
    ["cancelBooking", withReason],
    ["decideBooking", (id) => ({ id, confirm: true })],
    ["completeBooking", byId],
    ["recordUse", (id) => ({ id, used: false })],
    ["changeBooking", (id) => ({ id, during })],
  ],
  bookingSeries: [
    ["changeSeries", (id) => ({ id, from: "2026-01-01", startTime: "14:00" })],
    ["cancelSeries", withReason],
    ["keepSeries", byId],
  ],
  waitingEntry: [
    ["acceptOffer", byId],
    ["withdrawWaiting", byId],
  ],
  blocking: [["liftBlocking", byId]],
  agreement: [
    ["reviseAgreement", byId],
    ["proposeAgreement", byId],
    ["discardAgreement", byId],
    ["withdrawProposal", byId],
    ["signAgreement", (id, organizationId) => ({ id, organizationId })],
    ["terminateAgreement", withReason],
  ],
  activity: [
    ["rescheduleActivity", (id) => ({ id, during: { start: inHours(50), end: inHours(51) } })],
    ["updateActivity", (id) => ({ id, title: "试验" })],
    ["reopenActivity", withReason],
    ["cancelActivity", withReason],
    ["holdActivity", byId],
    ["joinActivity", (id, organizationId) => ({ id, organizationId })],
    ["leaveActivity", (id, organizationId) => ({ id, organizationId })],
    ["recordAttendance", (id, organizationId) => ({ id, organizationId, attendance: 1 })],
    ["putAgendaItem", (activityId) => ({ activityId, title: "试验" })],
  ],
  issue: [
    ["updateIssue", (id) => ({ id, title: "试验" })],
    ["resolveIssue", (id) => ({ id, outcome: "试验" })],
    ["reopenIssue", withReason],
  ],
};

function send(caller: Caller, mutation: string, input: object): Promise<Asked> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const { token } = caller;
  return ask(hub.url, {
    query: `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`,
    variables: { input },
    ...(token === undefined ? {} : { token }),
  });
}

it("a mutation says no more of a record that is hidden than of one that is not there", async () => {
  const seed = randomInt(2 ** 31);
  try {
    const random = createRandom(seed);
    const ground = await readGround(admin);
    const records = await enterWorld(admin, random, ground);
    const unit = random.oneOf(random.oneOf(ground.committees).units);
    const all = await createCallers(hub, random, ground);
    for (let at = 0; at < CALLERS; at += 1) {
      const caller = random.oneOf(all);
      const maySee = await sharingModel(admin, caller.asker, records);
      for (const [noun, steps] of Object.entries(STEPS)) {
        const hidden = records.filter((record) => record.noun === noun && !maySee(record));
        if (hidden.length === 0) continue;
        const { id } = random.oneOf(hidden);
        const [mutation, inputOf] = random.oneOf(steps);
        const [toHidden, toNone] = [
          await send(caller, mutation, inputOf(id, unit)),
          await send(caller, mutation, inputOf(UNKNOWN_ID, unit)),
        ];
        const said = ({ codes, errors }: Asked, about: string) => ({
          caller: caller.name,
          mutation,
          codes,
          messages: errors.map(({ message }) => message.replaceAll(about, "…")),
        });
        expect(said(toHidden, id)).toEqual(said(toNone, UNKNOWN_ID));
        expect(["NOT_FOUND", "UNAUTHENTICATED", "FORBIDDEN"]).toContain(toHidden.codes[0]);
      }
    }
  } catch (cause) {
    throw new Error(`It failed with the seed ${seed}: ${String(cause)}`, { cause });
  }
});
