import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { type TestBrowser, accessibilityFaults, startBrowser } from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { inDays } from "../support/people.ts";

const [SECRETARY, LIAISON] = ["445202-secretary-2", "445202-liaison-1"] as const;
const PHONE = { width: 390, height: 844 };
const TASKS = `query ($unit: ID!) { tasks(filter: { organizationId: $unit, nouns: ["Activity"] }, first: 50) { nodes { kind recordId title } } }`;
const PARTS = `query ($id: ID!) { activity(id: $id) { participants { state reason organization { id } } } }`;

let hub: TestHub;
let browser: TestBrowser;

beforeAll(async () => {
  hub = await startHub();
  browser = await startBrowser();
});

afterAll(async () => {
  await browser[Symbol.asyncDispose]();
  await hub[Symbol.asyncDispose]();
});

/** The unit that somebody acts for. */
async function unitOf(person: string): Promise<{ readonly id: string; readonly name: string }> {
  const { data } = await hub.ask("{ viewer { organization { id name } } }", {}, person);
  const unit = data["viewer"]?.["organization"];
  return { id: String(unit?.["id"]), name: String(unit?.["name"]) };
}

/** The activities whose invitations await somebody's unit. */
async function awaiting(person: string): Promise<string[]> {
  const { id: unit } = await unitOf(person);
  const { data } = await hub.ask(TASKS, { unit }, person);
  // As TASKS asks for it.
  const nodes = data["tasks"]?.["nodes"] as unknown as { kind: string; recordId: string }[];
  return nodes.filter(({ kind }) => kind === "ANSWER_INVITATION").map(({ recordId }) => recordId);
}

/** The part of somebody's unit in an activity, as the hub has it. */
async function partOf(person: string, id: string) {
  const { id: unit } = await unitOf(person);
  // Whoever declined sees what is not for their committee no longer.
  const { data } = await hub.ask(PARTS, { id }, "445202-clerk");
  // As PARTS asks for it.
  const parts = data["activity"]?.["participants"] as unknown as {
    state: string;
    reason: string | null;
    organization: { id: string };
  }[];
  const part = parts.find(({ organization }) => organization.id === unit);
  return { state: part?.state, reason: part?.reason };
}

const rowsOf = (page: Page) =>
  page.getByRole("region", { name: "等着办的事" }).locator("[data-row]", {
    has: page.getByRole("button", { name: /^接受：答复邀请/ }),
  });

it("an invitation is declined from its task with a reason, by the keys, and another accepted on a phone", async () => {
  const before = await awaiting(LIAISON);
  expect(before.length).toBeGreaterThan(1);
  const token = await hub.tokenOf(LIAISON);
  await using opened = await browser.open(hub.url, { token });
  const { page, faults } = opened;
  await rowsOf(page).first().waitFor();
  expect(await rowsOf(page).count()).toBe(before.length);
  await rowsOf(page).first().getByRole("button", { name: /^谢绝/ }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole("textbox").focus();
  await page.keyboard.type("当天有培训");
  await dialog.getByRole("button", { name: "谢绝" }).focus();
  await page.keyboard.press("Enter");
  await rowsOf(page)
    .nth(before.length - 1)
    .waitFor({ state: "detached" });
  const left = await awaiting(LIAISON);
  const [declined = ""] = before.filter((id) => !left.includes(id));
  expect(await partOf(LIAISON, declined)).toEqual({ state: "DECLINED", reason: "当天有培训" });
  expect(faults).toEqual([]);

  await using small = await browser.open(hub.url, { token, size: PHONE });
  await rowsOf(small.page).first().waitFor();
  await rowsOf(small.page).first().getByRole("button", { name: /^接受/ }).click();
  await rowsOf(small.page)
    .nth(left.length - 1)
    .waitFor({ state: "detached" });
  expect(await small.page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
  const rest = await awaiting(LIAISON);
  const [accepted = ""] = left.filter((id) => !rest.includes(id));
  expect((await partOf(LIAISON, accepted)).state).toBe("JOINED");
  expect(small.faults).toEqual([]);
});

it("a host invites units of the committee; one answers on the activity's page, and the host reads it", async () => {
  const [host, guest] = [await unitOf(SECRETARY), await unitOf(LIAISON)];
  const { data: viewed } = await hub.ask(
    "{ viewer { roles { role committee { id } } } }",
    {},
    SECRETARY,
  );
  // The shape that the query asks for.
  const roles = viewed["viewer"]?.["roles"] as unknown as {
    role: string;
    committee: { id: string } | null;
  }[];
  const day = inDays(20);
  const { data, errors } = await hub.ask(
    "mutation ($input: ScheduleActivityInput!) { scheduleActivity(input: $input) { activity { id } } }",
    {
      input: {
        committeeId: roles.find(({ role }) => role === "SECRETARY")?.committee?.id,
        hostId: host.id,
        title: "旧书交换",
        kind: "CULTURE",
        audience: "PARTIES",
        during: { start: `${day}T09:00:00+08:00`, end: `${day}T11:00:00+08:00` },
      },
    },
    SECRETARY,
  );
  expect(errors).toEqual([]);
  const id = String(data["scheduleActivity"]?.["activity"]?.["id"]);
  const url = `${hub.url}/activities/${id}`;
  await using secretary = await browser.open(url, { token: await hub.tokenOf(SECRETARY) });
  const { page } = secretary;
  await page.getByRole("button", { name: "邀请单位" }).click();
  await page.getByRole("button", { name: "发出邀请" }).click();
  await page.getByText("请至少选择一个单位。").waitFor();
  await page.getByText(guest.name, { exact: true }).click();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "发出邀请" }).click();
  const answers = page.getByRole("list", { name: "邀请与答复" });
  await answers.getByText("待答复").waitFor();
  expect(await answers.getByText(guest.name).count()).toBe(1);

  await using unit = await browser.open(url, { token: await hub.tokenOf(LIAISON), size: PHONE });
  await unit.page.getByText("受邀参加，待答复").waitFor();
  await unit.page.getByRole("button", { name: /^接受/ }).click();
  await unit.page.getByText("：已报名").waitFor();
  await page.getByText("2 个单位").waitFor();
  await answers.waitFor({ state: "detached" });
  expect(await accessibilityFaults(unit.page)).toEqual([]);
  expect([...secretary.faults, ...unit.faults]).toEqual([]);
});
