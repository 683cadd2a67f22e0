import { expect, it } from "@jest/globals";
import pg from "pg";
import { scheduleActivity } from "../../support/calendar.ts";
import { type FeedEvent, createFeed, readFeed } from "../../support/calendar-feed.ts";
import { operation } from "../../support/contract.ts";
import { startHub } from "../../support/hub.ts";
import { committeeOf, unitOf } from "../../support/people.ts";

const SECRETARY = "445202-secretary";
const LIAISON = "445202-liaison-1";
const committeeId = committeeOf(SECRETARY);

it("an entry is a new revision when its venue, host or committee was renamed, and only then", async () => {
  await using hub = await startHub();
  const admin = new pg.Client({ connectionString: hub.databaseUrl });
  await admin.connect();
  await using _admin = { [Symbol.asyncDispose]: () => admin.end() };
  const input = {
    providerId: unitOf(LIAISON),
    title: "会议室",
    kind: "VENUE",
    audience: "PUBLIC",
    publish: true,
  };
  const shared = await hub.ask(operation("ShareResource"), { input }, LIAISON);
  const venueId = String(shared.data["shareResource"]?.["resource"]?.["id"]);
  const id = await scheduleActivity(hub, "更名之后", { committeeId, venueId });
  const { path } = await createFeed(hub, { committeeId }, SECRETARY);
  const entry = async (): Promise<FeedEvent> => {
    const found = (await readFeed(hub.url, path)).find((event) => event.activityId === id);
    if (!found) throw new Error("The activity is not in the feed.");
    return found;
  };
  const etag = async (): Promise<string | null> =>
    (await fetch(hub.url + path)).headers.get("etag");
  const { rows } = await admin.query("select host_id from activities.activity where id = $1", [id]);

  await admin.query(
    `insert into gateway.calendar_revision (feed_id, activity_id, digest, sequence, modified_at, ends_at)
     select gen_random_uuid(), gen_random_uuid(), '-', 0, now(), now() - interval '401 days'`,
  );
  let before = await entry();
  const changes: [string, string, unknown[]][] = [
    ["新会议室", "update resources.resource set title = $1 where id = $2", [venueId]],
    ["新主办", "update organizations.organization set name = $1 where id = $2", [rows[0].host_id]],
    ["新委员会", "update organizations.committee set name = $1 where id = $2", [committeeId]],
    // Its owner no longer sees it: the place in words is left, which the activity has kept from the beginning.
    [
      "会议室",
      "update resources.resource set title = $1, audience = 'PARTIES' where id = $2",
      [venueId],
    ],
  ];
  for (const [name, statement, values] of changes) {
    const tag = await etag();
    expect(await entry()).toEqual(before);
    expect(await etag()).toBe(tag);
    // LAST-MODIFIED counts seconds.
    const second = Math.floor(Date.now() / 1000);
    await admin.query(statement, [name, ...values]);
    // Readers that find the change at once count it once.
    const [after, ...others] = await Promise.all(Array.from({ length: 4 }, entry));
    if (!after) throw new Error("Nothing was read.");
    for (const other of others) expect(other).toEqual(after);
    expect({ name, sequence: after.sequence }).toEqual({ name, sequence: before.sequence + 1 });
    expect(Date.parse(after.lastModified) / 1000).toBeGreaterThanOrEqual(second);
    expect(await etag()).not.toBe(tag);
    before = after;
  }
  expect(before.location).toBe("会议室");

  // Old revisions go with the next that is written, those of feeds that were revoked, too.
  const { rows: old } = await admin.query(
    "select count(*)::integer as count from gateway.calendar_revision where ends_at < now() - interval '400 days'",
  );
  expect(old).toEqual([{ count: 0 }]);

  // A change of the activity itself counts on from there.
  const moved = await hub.ask(operation("CancelActivity"), { id, reason: "下雨" }, SECRETARY);
  expect(moved.codes).toEqual([]);
  const cancelled = await entry();
  expect(cancelled.sequence).toBe(before.sequence + 1);
  expect(cancelled.status).toBe("CANCELLED");
}, 60_000);
