import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { createFeed } from "../../support/calendar-feed.ts";
import { figure } from "../../support/figures.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { unitOf } from "../../support/people.ts";
import { patiently } from "../../support/patience.ts";

const LIAISON = "445202-liaison-1";
const NEEDS = "{ needs(first: 1) { nodes { id } } }";
const SLOTS = 2;

let hub: TestHub;
let admin: pg.Client;
/** Has opened a calendar before. */
let path: string;
beforeAll(async () => {
  hub = await startHub({ HUB_MAX_CONCURRENT: String(SLOTS), HUB_MAX_QUEUED: "0" });
  admin = new pg.Client({ connectionString: hub.databaseUrl });
  await admin.connect();
  ({ path } = await createFeed(hub, { organizationId: unitOf(LIAISON) }, LIAISON));
  expect((await get(path)).status).toBe(200);
});
afterAll(async () => {
  await admin?.end();
  await hub?.[Symbol.asyncDispose]();
});

const get = (address: string): Promise<Response> => fetch(hub.url + address);
const inProgress = async (count: number): Promise<unknown> =>
  await patiently(
    () => figure(hub.url, "hub_requests_in_progress"),
    (found) => found === count,
  );

/** Whatever reads a table waits until this is disposed of. */
async function lock(table: string): Promise<AsyncDisposable> {
  await admin.query(`begin; lock table ${table} in access exclusive mode`);
  return { [Symbol.asyncDispose]: async () => void (await admin.query("rollback")) };
}

describe("calendar feeds", () => {
  it("are told to come back while all slots are taken, known or not", async () => {
    const requests: Promise<unknown>[] = [];
    {
      await using _locked = await lock("resources.need");
      // One of a client and one of another, as a share has it.
      requests.push(hub.ask(NEEDS), hub.ask(NEEDS, {}, LIAISON));
      await inProgress(SLOTS);
      for (const address of [path, `/calendars/${randomBytes(32).toString("base64url")}.ics`]) {
        const answer = await get(address);
        expect(answer.status).toBe(503);
        expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      }
    }
    await Promise.all(requests);
    await inProgress(0);
    expect((await get(path)).status).toBe(200);
  });

  it("hold one slot for all who ask for the same, and others are answered", async () => {
    let answers: Promise<Response>[];
    {
      await using _locked = await lock("activities.calendar_feed");
      answers = Array.from({ length: 10 }, () => get(path));
      await inProgress(1);
      expect((await hub.ask(NEEDS)).codes).toEqual([]);
      expect(await figure(hub.url, "hub_requests_in_progress")).toBe(1);
    }
    for (const answer of await Promise.all(answers)) expect(answer.status).toBe(200);
    await inProgress(0);
  });
});
