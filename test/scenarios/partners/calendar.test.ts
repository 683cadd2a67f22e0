import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Answer } from "../../support/ask.ts";
import { pollUpdates, scheduleActivity } from "../../support/calendar.ts";
import { operation } from "../../support/contract.ts";
import { readEventStream } from "../../support/event-stream.ts";
import { runExample } from "../../support/example-process.ts";
import { examplesOf, writeGuide } from "../../support/guide.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { createPartner } from "../../support/partner.ts";
import { committeeOf, unitOf } from "../../support/people.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => {
  await hub?.[Symbol.asyncDispose]();
});

it("a calendar is made, read when it has changed, and revoked", async () => {
  await using guide = await writeGuide();
  const folder = guide.path;
  const organizationId = unitOf("445202-liaison-1");
  const { key } = await createPartner(hub, organizationId, ["activities:read", "activities:write"]);
  const environment = { HUB_URL: hub.url, HUB_KEY: key, ORGANIZATION: organizationId };
  const made = JSON.parse(
    await runExample("create-calendar.sh", { folder, environment }),
  ) as Answer;
  const feed = made["createCalendarFeed"];
  const address = `${hub.url}${String(feed?.["path"])}`;
  const read = () =>
    runExample("read-calendar.mjs", { folder, environment: { CALENDAR_ADDRESS: address } });

  await read();
  expect(await read()).toBe("unchanged");
  const committeeId = committeeOf("445202-secretary");
  const input = { committeeId, organizationId };
  await hub.ask(operation("JoinCommittee"), { input }, "445202-secretary");
  const id = await scheduleActivity(hub, "联合义务植树", { audience: "COMMITTEE" });
  const events = (await read()).split("\n").map((line) => JSON.parse(line) as Answer);
  expect(events.find((event) => String(event["uid"]).startsWith(id))).toMatchObject({
    summary: "联合义务植树",
    status: "CONFIRMED",
  });
  expect(await read()).toBe("unchanged");

  const args = ["revoke-calendar.graphql", `id=${String(feed?.["calendarFeed"]?.["id"])}`];
  await runExample("ask.mjs", { folder, environment }, ...args);
  await expect(read()).rejects.toThrow("404");
});

it.each(["README.md", "README.zh-CN.md"])("the stream that %s shows is told", async (file) => {
  const shown = (await examplesOf(file)).find(({ text }) => text.includes("text/event-stream"));
  const body = /-d '([^']*)'/.exec(shown?.text ?? "")?.[1] ?? "";
  const { query } = JSON.parse(body) as { readonly query: string };
  const { end: lastEventId } = await pollUpdates(hub, null);
  await scheduleActivity(hub, "义诊");
  for await (const { data } of readEventStream(hub.url, { query, lastEventId })) {
    expect(data?.["data"]?.["activityUpdates"]?.["activity"]).toMatchObject({ title: "义诊" });
    return;
  }
  throw new Error("The stream ended.");
});
