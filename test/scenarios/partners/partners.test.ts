import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { pollUpdates, scheduleActivity } from "../../support/calendar.ts";
import { GUIDE, examplesOf } from "../../support/guide.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { openMachine, readAnew, told, untilTold } from "./machine.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => {
  await hub?.[Symbol.asyncDispose]();
});

/** As if the hub had been restored from a backup. */
async function restore(): Promise<void> {
  const client = new pg.Client({ connectionString: hub.databaseUrl });
  await client.connect();
  await client.query(
    "update activities.update_log set seal_key = sha512(gen_random_uuid()::text::bytea)",
  );
  await client.end();
}

it("every example of the guide has a name, and is one of those that are run", async () => {
  const examples = await examplesOf(GUIDE);
  expect(examples.map(({ title }) => title)).toEqual([
    "hub.mjs",
    "follow-sse.mjs",
    "follow-websocket.mjs",
    "poll.mjs",
    "ask.mjs",
    "register-webhook.graphql",
    "register-webhook.sh",
    "receive-webhooks.mjs",
    "delivery.json",
    // webhook-notices.test.ts of the activities compares it with what is sent.
    "notice.json",
    "enable-webhook.graphql",
    "webhook-deliveries.graphql",
    "redeliver-webhook.graphql",
    "rotate-webhook-secret.graphql",
    "register-robot.graphql",
    "create-calendar.graphql",
    "create-calendar.sh",
    "revoke-calendar.graphql",
    "read-calendar.mjs",
  ]);
});

describe.each(["follow-sse.mjs", "follow-websocket.mjs"])("%s", (file) => {
  it("loses and repeats nothing when it is cut off, and when it is killed", async () => {
    await using on = await openMachine(hub);
    const first = on.start(file);
    const begun = await on.position();
    await scheduleActivity(hub, "第一项");
    await untilTold(first, 1);
    on.line.cut();
    for (const title of ["断线时一", "断线时二"]) await scheduleActivity(hub, title);
    on.line.mend();
    await untilTold(first, 3);
    await scheduleActivity(hub, "恢复之后");
    await untilTold(first, 4);
    const last = String(first.json().at(-1)?.["position"]);
    await on.position((kept) => kept === last);
    await first.kill();
    await scheduleActivity(hub, "停机期间");
    const second = on.start(file);
    await untilTold(second, 1);
    await scheduleActivity(hub, "重启之后");
    await untilTold(second, 2);
    const all = [...told(first.json()), ...told(second.json())];
    expect(all).toEqual((await pollUpdates(hub, begun)).ids);
    expect(all).toHaveLength(6);
  });

  it("goes on with another hub when its own stops", async () => {
    await using on = await openMachine(hub);
    const { databaseUrl, dataDirectory } = hub;
    const other = await startHub({ DATABASE_URL: databaseUrl, HUB_DATA_DIR: dataDirectory });
    on.line.leadTo(other.url);
    const example = on.start(file);
    const begun = await on.position();
    await scheduleActivity(hub, "之前");
    await untilTold(example, 1);
    on.line.leadTo(hub.url);
    await other[Symbol.asyncDispose]();
    await scheduleActivity(hub, "之后");
    await untilTold(example, 2);
    expect(told(example.json())).toEqual((await pollUpdates(hub, begun)).ids);
  });

  it("reads everything anew where its position is of no use any more, and goes on", async () => {
    await using on = await openMachine(hub);
    const example = on.start(file);
    const before = await on.position();
    on.line.cut();
    const missed = await scheduleActivity(hub, "无从得知");
    await restore();
    on.line.mend();
    await on.position((kept) => kept !== "" && kept !== before);
    expect(example.complaints()).toContain("RESYNC_REQUIRED");
    expect(readAnew(example.json())).toContain(missed);
    const id = await scheduleActivity(hub, "恢复之后");
    await untilTold(example, 1);
    expect(example.json().at(-1)?.["activity"]).toMatchObject({ id, title: "恢复之后" });
  });

  it("ends when its key is revoked, and does not begin with such a key", async () => {
    await using on = await openMachine(hub);
    const example = on.start(file);
    await on.position();
    await scheduleActivity(hub, "之前");
    await untilTold(example, 1);
    await on.partner.revoke();
    expect(await example.untilEnded()).toBe(1);
    expect(example.complaints()).toContain("UNAUTHENTICATED");
    const again = on.start(file);
    expect(await again.untilEnded()).toBe(1);
    expect(again.complaints()).toMatch(/UNAUTHENTICATED|4403/);
  });
});

it("follow-websocket.mjs notices a line that is dead without a word", async () => {
  await using on = await openMachine(hub);
  const example = on.start("follow-websocket.mjs");
  await on.position();
  await scheduleActivity(hub, "之前");
  await untilTold(example, 1);
  on.line.silence();
  await scheduleActivity(hub, "线路已断");
  await untilTold(example, 2);
  expect(example.complaints()).toContain("4499");
});

describe("poll.mjs", () => {
  it("reads everything at first, then what is new, page by page, then nothing", async () => {
    await using on = await openMachine(hub);
    const id = await scheduleActivity(hub, "早先");
    expect(readAnew(await on.run("poll.mjs"))).toContain(id);
    const begun = await on.position();
    // A few at a time: of a hundred at once, a busy hub turns some away.
    for (let number = 0; number < 101; number += 8)
      await Promise.all(
        Array.from({ length: Math.min(8, 101 - number) }, (_, more) =>
          scheduleActivity(hub, `第 ${number + more} 场`),
        ),
      );
    const printed = await on.run("poll.mjs");
    expect(printed).toHaveLength(101);
    expect(told(printed)).toEqual((await pollUpdates(hub, begun)).ids);
    expect(await on.run("poll.mjs")).toEqual([]);
  });

  it("reads everything anew where its position is of no use any more", async () => {
    await using on = await openMachine(hub);
    await on.run("poll.mjs");
    const id = await scheduleActivity(hub, "无从得知");
    await restore();
    const printed = await on.run("poll.mjs");
    expect([told(printed), readAnew(printed).includes(id)]).toEqual([[], true]);
  });
});
