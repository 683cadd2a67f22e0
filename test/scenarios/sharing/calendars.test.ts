import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { ask } from "../../support/ask.ts";
import { scheduleActivity } from "../../support/calendar.ts";
import { readFeed } from "../../support/calendar-feed.ts";
import { operation } from "../../support/contract.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { createPartner } from "../../support/partner.ts";
import { unitOf } from "../../support/people.ts";

const LIAISON = "445202-liaison-1";

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
});

it("a calendar that a partner's key has made names no venue that the key may not read", async () => {
  const unit = unitOf(LIAISON);
  const page = await hub.ask(operation("OrganizationPage"), { id: unit });
  const [membership] = page.data["organization"]?.["memberships"]?.["nodes"] ?? [];
  const committeeId = String(membership?.["committee"]?.["id"]);
  const input = { providerId: unit, committeeId, title: "内部秘室", kind: "VENUE" };
  const shared = await hub.ask(
    operation("ShareResource"),
    { input: { ...input, audience: "COMMITTEE", publish: true } },
    LIAISON,
  );
  const venueId = shared.data["shareResource"]?.["resource"]?.["id"];
  const activityId = await scheduleActivity(hub, "公开课", {
    committeeId,
    hostId: unit,
    audience: "PUBLIC",
    venueId,
    place: "办公楼",
  });

  const places = async (...scopes: string[]): Promise<(string | null)[]> => {
    const { key } = await createPartner(hub, unit, scopes);
    const made = await ask(hub.url, {
      query:
        "mutation ($input: CreateCalendarFeedInput!) { createCalendarFeed(input: $input) { path } }",
      variables: { input: { organizationId: unit } },
      token: key,
    });
    const events = await readFeed(hub.url, String(made.data["createCalendarFeed"]?.["path"]));
    return events
      .filter((event) => event.activityId === activityId)
      .map(({ location }) => location);
  };
  const activities = ["activities:read", "activities:write"];
  expect(await places(...activities)).toEqual(["办公楼"]);
  expect(await places(...activities, "resources:read")).toEqual(["内部秘室 · 办公楼"]);
});
