import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Page, Request } from "playwright-core";
import { accessibilityFaults } from "../../support/browser.ts";
import { operation } from "../../support/contract.ts";
import { tabTo } from "../../support/keyboard.ts";
import { openLine } from "../../support/line.ts";
import { inHours, unitOf } from "../../support/people.ts";
import { browser, hub } from "./setting.ts";

// People of a place that no other test of this folder uses.
const [SECRETARY, LIAISON] = ["360502-secretary", "360502-liaison-3"] as const;
const PHONE = { width: 390, height: 844 };

const DECIDE = `mutation ($input: DecideBookingInput!) {
  decideBooking(input: $input) { booking { id } }
}`;

let room: string;
let hour = 24 * 30;

/** A room of the secretary's unit, which others ask for. */
async function shareRoom(): Promise<string> {
  const input = {
    providerId: unitOf(SECRETARY),
    title: "议事厅",
    kind: "VENUE",
    audience: "PUBLIC",
    approval: true,
    publish: true,
  };
  const { data } = await hub.ask(operation("ShareResource"), { input }, SECRETARY);
  return String(data["shareResource"]?.["resource"]?.["id"]);
}

/** The liaison asks for the room, for something that no other booking is for. @returns the booking's id. */
async function askFor(purpose: string): Promise<string> {
  hour += 24;
  const input = {
    resourceId: room,
    organizationId: unitOf(LIAISON),
    during: { start: inHours(hour), end: inHours(hour + 1) },
    purpose,
  };
  const { data, codes } = await hub.ask(operation("BookResource"), { input }, LIAISON);
  expect(codes).toEqual([]);
  return String(data["bookResource"]?.["booking"]?.["id"]);
}

async function decide(id: string, confirm: boolean): Promise<void> {
  const input = { id, confirm, ...(confirm ? {} : { reason: "设备检修" }) };
  const { codes } = await hub.ask(DECIDE, { input }, SECRETARY);
  expect(codes).toEqual([]);
}

/** What they were told before, such as reminders, is not counted. */
async function haveReadAll(name: string): Promise<void> {
  const mutation = "mutation { markNoticesRead(input: { all: true }) { unread } }";
  const { data } = await hub.ask(mutation, {}, name);
  expect(data["markNoticesRead"]).toEqual({ unread: 0 });
}

/** Waits until the browser's tab is called so. */
const titleIs = (page: Page, title: RegExp): Promise<unknown> =>
  page.waitForFunction(
    // Runs in the page, whose types are not here.
    (source) => new RegExp(source).test((globalThis as unknown as Named).document.title),
    title.source,
  );

interface Named {
  readonly document: { readonly title: string };
}

const isStream = (request: Request): boolean =>
  request.postData()?.includes("noticeArrivals") === true;

const tasks = (page: Page) => page.getByRole("region", { name: "等着办的事" });
const notices = (page: Page) => page.getByRole("region", { name: "通知" });

describe("my day", () => {
  beforeAll(async () => {
    room = await shareRoom();
    for (const name of [SECRETARY, LIAISON]) await haveReadAll(name);
  });

  it("a secretary decides what waits by keyboard, and whoever asked is told at once, wherever they are", async () => {
    await using morning = await browser.open(hub.url, { token: await hub.tokenOf(SECRETARY) });
    await using asking = await browser.open(`${hub.url}/bookings`, {
      token: await hub.tokenOf(LIAISON),
    });
    const { page } = morning;
    await tasks(page).waitFor();
    // It comes while the page is open, in its place, and is told with a count.
    await askFor("晨读会");
    const first = page.locator("[data-row]", { hasText: "晨读会" }).first();
    await first.getByRole("button", { name: /^同意/ }).waitFor();
    await askFor("棋类比赛");
    const second = tasks(page).locator("[data-row]", { hasText: "棋类比赛" });
    await second.waitFor();
    await titleIs(page, /^\(2\) 我的一天 – /);

    await tabTo(page, "[aria-label^='同意'][aria-label*='晨读会']");
    await page.keyboard.press("Enter");
    await tasks(page).locator("[data-row]", { hasText: "晨读会" }).waitFor({ state: "detached" });
    // Keys go on at the next task.
    await page.locator("[data-row]:focus", { hasText: "棋类比赛" }).waitFor();
    await tabTo(page, "[aria-label^='不同意'][aria-label*='棋类比赛']");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByLabel("原因").waitFor();
    await page.keyboard.type("设备检修");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await second.waitFor({ state: "detached" });
    expect(await page.evaluate("document.activeElement.tagName")).not.toBe("BODY");

    // The other page has a list of bookings, and says of itself what became of them.
    await titleIs(asking.page, /^\(2\) 预约 – /);
    const denied = asking.page.locator(".row", { hasText: "棋类比赛" });
    await denied.getByText("未同意").waitFor();
    await asking.page.getByRole("link", { name: /^我的一天/ }).click();
    const unread = notices(asking.page).locator(".unread", { hasText: "未同意预约" });
    await unread.getByText("未读", { exact: true }).waitFor();
    await unread.getByText("原因：设备检修").waitFor();
    // Whoever opens it has read it.
    await unread.getByRole("link").click();
    await asking.page.getByText("提供单位").waitFor();
    await titleIs(asking.page, /^\(1\) .+ – 预约 – /);
    expect([...morning.faults, ...asking.faults]).toEqual([]);
  });

  it("whoever loses the connection misses no notice, and gets none twice", async () => {
    const id = await askFor("剪纸课");
    await using line = await openLine(hub.url);
    await using opened = await browser.open(line.url, { token: await hub.tokenOf(LIAISON) });
    const { page } = opened;
    await notices(page).waitFor();
    await page.getByText("正在读取").waitFor({ state: "detached" });
    const rows = () =>
      notices(page)
        .locator("[data-row]")
        .evaluateAll((all) => all.map((row) => row.getAttribute("data-row")));
    const before = await rows();
    line.cut();
    await page.getByText("连接已断开").waitFor();
    await decide(id, true);
    const resumed = page.waitForResponse((response) => isStream(response.request()));
    line.mend();
    // It goes on from where it was.
    expect((await resumed).request().headers()["last-event-id"]).toBeTruthy();
    await titleIs(page, /^\(\d+\) 我的一天 – /);
    const first = notices(page).locator("[data-row]").first();
    await first.and(page.locator(`:not([data-row="${before[0]}"])`)).waitFor();
    await first.getByText("同意了预约").waitFor();
    // The list shows the newest ones: one more comes first, and none comes twice.
    const after = await rows();
    expect(after.slice(1)).toEqual(before.slice(0, after.length - 1));
    expect(new Set(after).size).toBe(after.length);
  });

  it("notices are marked as read one by one and all at once, and the unread ones are listed alone", async () => {
    const ids = [await askFor("书法课"), await askFor("太极拳"), await askFor("合唱")];
    for (const id of ids) await decide(id, true);
    await using opened = await browser.open(`${hub.url}/?unread=yes`, {
      token: await hub.tokenOf(LIAISON),
      size: PHONE,
      colorScheme: "dark",
    });
    const { page, faults } = opened;
    const rows = notices(page).locator("[data-row]");
    await rows.nth(2).waitFor();
    const count = await rows.count();
    await rows
      .first()
      .getByRole("button", { name: /^标为已读/ })
      .click();
    await rows.nth(count - 1).waitFor({ state: "detached" });
    await page.locator("[data-row]:focus").waitFor();
    for (const colorScheme of ["dark", "light"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await accessibilityFaults(page)).toEqual([]);
    }
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
    await page.getByRole("button", { name: "全部标为已读" }).click();
    await page.getByText("没有未读的通知").waitFor();
    await titleIs(page, /^我的一天 – /);
    expect(faults).toEqual([]);
  });

  it("whoever signs out is told nothing more", async () => {
    await using opened = await browser.open(hub.url, { token: await hub.tokenOf(LIAISON) });
    const { page, faults } = opened;
    await notices(page).waitFor();
    const closed = page.waitForEvent("requestfailed", isStream);
    const asked: string[] = [];
    await page.locator(".person-button").click();
    page.on("request", (request) => asked.push(request.postData() ?? ""));
    await page.getByRole("button", { name: "退出登录" }).click();
    await closed;
    await page.getByRole("link", { name: "登录" }).first().waitFor();
    await decide(await askFor("摄影展"), true);
    await page.getByRole("link", { name: "资源" }).first().click();
    await page.getByText(/共 \d+ 项/).waitFor();
    expect(asked.filter((body) => /noticeArrivals/.test(body))).toEqual([]);
    await titleIs(page, /^资源 – /);
    expect(faults).toEqual([]);
  });
});
