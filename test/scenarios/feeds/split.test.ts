import { expect, it } from "@jest/globals";
import pg from "pg";
import { scheduleActivity } from "../../support/calendar.ts";
import { createFeed, readFeed } from "../../support/calendar-feed.ts";
import { operation } from "../../support/contract.ts";
import { unitOf } from "../../support/people.ts";
import { startSplit } from "../../support/split-process.ts";

const LIAISON = "445202-liaison-1";

it("five processes serve calendars, and none of them writes the secret down", async () => {
  await using hub = await startSplit({ LOG_LEVEL: "debug" });
  const organizationId = unitOf(LIAISON);
  const { id, path } = await createFeed(hub, { organizationId }, LIAISON);
  const secret = path.slice("/calendars/".length, -".ics".length);

  const page = await hub.ask(operation("OrganizationPage"), { id: organizationId });
  const [membership] = page.data["organization"]?.["memberships"]?.["nodes"] ?? [];
  const committeeId = String(membership?.["committee"]?.["id"]);
  const activityId = await scheduleActivity(hub, "联合义务植树", {
    committeeId,
    hostId: organizationId,
  });

  const { data } = await hub.ask(
    "query ($secret: String!) { calendarFeed(secret: $secret) { activities { id } } }",
    { secret },
    LIAISON,
  );
  const activities = data["calendarFeed"]?.["activities"] ?? [];
  const found = await readFeed(hub.url, path);
  const own = found.find((entry) => entry.activityId === activityId);
  expect(own?.description).toMatch(/主办：.+\n委员会：.+/);
  expect(found.map(({ activityId }) => activityId)).toEqual(
    activities.map((activity) => String(activity["id"])),
  );

  // Whatever goes wrong, in whichever of them, is logged without it.
  const admin = new pg.Client({ connectionString: hub.databaseUrl });
  await admin.connect();
  for (const table of ["activity", "calendar_feed"]) {
    await admin.query(`alter table activities.${table} rename to away`);
    expect((await fetch(hub.url + path)).status).toBe(503);
    await admin.query(`alter table activities.away rename to ${table}`);
  }
  await admin.end();
  const revoked = await hub.ask(
    "mutation ($input: RevokeCalendarFeedInput!) { revokeCalendarFeed(input: $input) { calendarFeed { id } } }",
    { input: { id } },
    LIAISON,
  );
  expect(revoked.codes).toEqual([]);
  for (const address of [path, `${path}%`, `${path}?again`])
    expect((await fetch(hub.url + address)).status).toBe(404);
  expect(hub.process.output()).toContain(`"feedId":"${id}"`);
  expect(hub.process.output()).toContain("a calendar could not be read");
  expect(hub.process.output()).not.toContain(secret);
});
