import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { pollUpdates, scheduleActivity } from "../../support/calendar.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { inHours } from "../../support/people.ts";
import { listen } from "../../support/listening.ts";
import { type SubgraphServers, serveSubgraphs } from "../../support/subgraph-servers.ts";

const RESCHEDULE =
  "mutation ($input: RescheduleActivityInput!) { rescheduleActivity(input: $input) { activity { id } } }";

let whole: TestHub;
let servers: SubgraphServers;
beforeAll(async () => {
  whole = await startHub();
  servers = await serveSubgraphs(whole.databaseUrl);
});
afterAll(async () => {
  await servers?.[Symbol.asyncDispose]();
  await whole?.[Symbol.asyncDispose]();
});

const endPosition = async (): Promise<string> => (await pollUpdates(whole, null)).end;

const BEFORE = { start: inHours(240), end: inHours(242) };

/** Moves an activity to another time. @returns what its update says. */
async function moveActivity(id: string) {
  const input = { id, during: { start: inHours(264), end: inHours(266) }, reason: "下雨" };
  const { errors } = await whole.ask(RESCHEDULE, { input }, "445202-secretary");
  expect(errors).toEqual([]);
  const previously = { startsAt: BEFORE.start, endsAt: BEFORE.end };
  return { type: "RESCHEDULED", reason: "下雨", previously, activity: { id } };
}

describe("subscriptions whose subgraphs are reached over HTTP", () => {
  it("tell what they tell within one process, and go on when a subgraph was away", async () => {
    await using hub = await startHub({ ...servers.environment, DATABASE_URL: whole.databaseUrl });
    const after = await endPosition();
    await using live = listen(hub.url);
    await using resumed = listen(hub.url, { variables: { after } });
    await using within = listen(whole.url, { variables: { after } });
    const write = async (count: number): Promise<void> => {
      for (let number = 0; number < count; number++)
        await scheduleActivity(whole, `第 ${number} 项`);
    };
    // What is written before a live subscription has begun is not its own.
    while (live.events.length === 0) await write(1);
    await servers.restart("activities", () => write(3));
    await write(2);
    const { ids } = await pollUpdates(whole, after);
    await within.until(ids.length);
    await resumed.until(ids.length);
    expect(resumed.events).toEqual(within.events);
    expect(resumed.ids()).toEqual(ids);
    await live.until(6);
    expect(live.ids()).toEqual(ids.slice(-live.ids().length));
    const id = await scheduleActivity(whole, "改期的活动", { during: BEFORE });
    await resumed.until(ids.length + 1);
    const moved = await moveActivity(id);
    for (const followed of [within, resumed]) {
      await followed.until(ids.length + 2);
      expect(followed.events.at(-1)?.data?.["data"]?.["activityUpdates"]).toMatchObject(moved);
    }
  });
});
