import { expect, it } from "@jest/globals";
import { operation } from "../../support/contract.ts";
import { inHours, unitOf } from "../../support/people.ts";
import { browser, hub } from "./setting.ts";

const SECRETARY = "445202-secretary";
const LIAISON = "445202-liaison-1";
const SCHEDULE = `mutation ($input: ScheduleActivityInput!) {
  scheduleActivity(input: $input) { activity { id } }
}`;
const RESCHEDULE = `mutation ($input: RescheduleActivityInput!) {
  rescheduleActivity(input: $input) { activity { id } }
}`;

/** A month in which the demonstration has nothing: more than a year ahead, and not too far for the hub. */
const month = new Date(Date.now() + 500 * 86_400_000).toISOString().slice(0, 7);

it("what changes elsewhere is seen without asking: a list gets an activity, an open one its new time", async () => {
  const { data } = await hub.ask(
    "{ viewer { organization { id } roles { committee { id } } } }",
    {},
    SECRETARY,
  );
  const viewer = data?.["viewer"];
  const [committeeId, hostId] = [
    viewer?.["roles"]?.[0]?.["committee"]?.["id"],
    viewer?.["organization"]?.["id"],
  ];
  const token = await hub.tokenOf(SECRETARY);
  await using list = await browser.open(`${hub.url}/calendar?view=list&day=${month}-01`, { token });
  await list.page.getByText("这段时间没有活动").waitFor();
  const scheduled = await hub.ask(
    SCHEDULE,
    {
      input: {
        committeeId,
        hostId,
        title: "义诊进社区",
        kind: "SERVICE",
        audience: "PUBLIC",
        during: { start: `${month}-20T09:00:00+08:00`, end: `${month}-20T11:00:00+08:00` },
      },
    },
    SECRETARY,
  );
  const id = String(scheduled.data?.["scheduleActivity"]?.["activity"]?.["id"]);
  await list.page.getByRole("link", { name: "义诊进社区" }).waitFor();

  await using one = await browser.open(`${hub.url}/activities/${id}`);
  await one.page.getByText("09:00–11:00").waitFor();
  const during = { start: `${month}-21T14:00:00+08:00`, end: `${month}-21T16:00:00+08:00` };
  await hub.ask(RESCHEDULE, { input: { id, during } }, SECRETARY);
  await one.page.getByText("14:00–16:00").first().waitFor();
  expect([...list.faults, ...one.faults]).toEqual([]);
});

it("what has no updates is asked for again when somebody comes back to the page", async () => {
  const token = await hub.tokenOf(LIAISON);
  await using opened = await browser.open(`${hub.url}/bookings`, { token });
  const { page, faults } = opened;
  await page.getByText("我们预约的").first().waitFor();
  const { data } = await hub.ask(
    '{ resources(filter: { kinds: [VENUE], regionCode: "445202" }, first: 1) { nodes { id } } }',
  );
  const input = {
    resourceId: data["resources"]?.["nodes"]?.[0]?.["id"],
    organizationId: unitOf(LIAISON),
    during: { start: inHours(24 * 40), end: inHours(24 * 40 + 1) },
    purpose: "读书会",
  };
  const booked = await hub.ask(operation("BookResource"), { input }, LIAISON);
  expect(booked.codes).toEqual([]);
  // Somebody looks elsewhere for a while: answers of the last seconds are not asked for again.
  await page.clock.install();
  await page.clock.fastForward(60_000);
  await page.evaluate("dispatchEvent(new Event('visibilitychange'))");
  await page.getByText("读书会").waitFor();
  expect(faults).toEqual([]);
});
