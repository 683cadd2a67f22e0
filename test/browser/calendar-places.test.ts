import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { type TestBrowser, startBrowser } from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { lookUpIn, press } from "../support/keyboard.ts";
import { requireSoundPage } from "../support/sound-page.ts";

const SECRETARY = "445202-secretary";
const PHONE = { width: 390, height: 844 };
const [PLACES, COMMITTEES] = ["地区（可选几个）", "委员会（可选几个）"] as const;
const DAY = "2023-06-15";

let hub: TestHub;
let browser: TestBrowser;

beforeAll(async () => {
  hub = await startHub();
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.[Symbol.asyncDispose]();
  await hub?.[Symbol.asyncDispose]();
});

/** How many activities the page says that there are, once it has them all. */
async function countOf(page: Page): Promise<number> {
  const status = page.locator("section[aria-label='活动'] > [role='status']", { hasText: /^共/ });
  return Number(/\d+/.exec(String(await status.textContent()))?.[0]);
}

/** How many of 2023's June there are for a filter. */
async function countIn(filter: object): Promise<number> {
  const during = { start: "2023-06-01T00:00:00+08:00", end: "2023-07-01T00:00:00+08:00" };
  const { data } = await hub.ask(
    "query ($filter: ActivityFilter!) { activities(filter: $filter) { totalCount } }",
    { filter: { ...filter, during } },
    SECRETARY,
  );
  return Number(data["activities"]?.["totalCount"]);
}

/** Streets with activities in that month, so that each of them counts. */
async function busyStreets(): Promise<{ code: string; name: string }[]> {
  const { data } = await hub.ask(
    '{ regions(filter: { within: "445202", levels: [STREET] }, first: 40) { nodes { code name } } }',
  );
  const streets = data["regions"]?.["nodes"] as unknown as { code: string; name: string }[]; // as the query asks
  const busy = [];
  for (const street of streets)
    if (busy.length < 3 && (await countIn({ regionCodes: [street.code] })) > 0) busy.push(street);
  return busy;
}

it("a month of three streets is put together by the keys on a phone, and is a link that one can send", async () => {
  const streets = await busyStreets();
  expect(streets).toHaveLength(3);
  const [first, second, third] = streets as [
    { code: string; name: string },
    { code: string; name: string },
    { code: string; name: string },
  ]; // as many as were counted
  const token = await hub.tokenOf(SECRETARY);
  await using opened = await browser.open(`${hub.url}/calendar?day=${DAY}`, { token, size: PHONE });
  const { page } = opened;
  await press(page, /^筛选/);
  for (const { name, code } of streets) {
    await lookUpIn(page, PLACES, name);
    await page.waitForURL((url) => url.search.includes(code));
    // The field is there for the next one.
    expect(await page.getByRole("combobox", { name: PLACES }).inputValue()).toBe("");
  }
  const codes = streets.map(({ code }) => code);
  expect(new URL(page.url()).searchParams.get("place")).toBe(codes.join(","));
  const all = await countIn({ regionCodes: codes });
  expect(await countOf(page)).toBe(all);
  await requireSoundPage(opened);

  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await press(page, "复制链接");
  await page.getByText("已复制，可以发给别人").waitFor();
  const link = await page.evaluate<string>("navigator.clipboard.readText()");
  // Of that month, also for whoever opens it later.
  expect(new URL(link).searchParams.get("day")).toBe("2023-06-01");
  await using other = await browser.open(link, { token });
  await other.page.getByRole("button", { name: `去掉 ${second.name}` }).waitFor();
  expect(await countOf(other.page)).toBe(all);
  await requireSoundPage(other);

  // Taken away by a key, the focus goes on to the next.
  await press(page, `去掉 ${first.name}`);
  await page.locator(`[aria-label='去掉 ${second.name}']:focus`).waitFor();
  await page.getByRole("button", { name: `去掉 ${third.name}` }).click();
  await page.waitForURL(({ search }) => !search.includes(third.code));
  expect(new URL(page.url()).searchParams.get("place")).toContain(second.code);
  expect(await countOf(page)).toBe(await countIn({ regionCodes: [second.code] }));
  await press(page, "清除筛选");
  await page.getByRole("group", { name: "已选" }).waitFor({ state: "detached" });
  expect(opened.faults).toEqual([]);
});

it("several committees are shown together, and a place besides makes them fewer", async () => {
  const { data } = await hub.ask(
    '{ activities(filter: { regionCode: "445202", during: { start: "2023-06-01T00:00:00+08:00", end: "2023-07-01T00:00:00+08:00" } }, first: 100) { nodes { committee { id name region { code } } } } }',
    {},
    SECRETARY,
  );
  // As the query asks.
  const nodes = data["activities"]?.["nodes"] as unknown as {
    committee: { id: string; name: string; region: { code: string } };
  }[];
  const committees = new Map(nodes.map(({ committee }) => [committee.id, committee])).values();
  const [one, other] = committees;
  expect(other).toBeDefined();
  const token = await hub.tokenOf(SECRETARY);
  await using opened = await browser.open(
    `${hub.url}/calendar?day=${DAY}&view=list&committee=${one?.id}`,
    { token },
  );
  const { page, faults } = opened;
  expect(await countOf(page)).toBe(await countIn({ committeeIds: [one?.id] }));
  await lookUpIn(page, COMMITTEES, String(other?.name));
  await page.waitForURL((url) => url.search.includes(String(other?.id)));
  const both = { committeeIds: [one?.id, other?.id] };
  expect(await countOf(page)).toBe(await countIn(both));
  await page.getByRole("button", { name: `去掉 ${one?.name}` }).waitFor();
  const place = String(one?.region.code);
  await page.goto(`${page.url()}&place=${place}`);
  expect(await countOf(page)).toBe(await countIn({ ...both, regionCodes: [place] }));
  expect(faults).toEqual([]);
});

it("from one of its records one goes back to a list as it was filtered, also after a reload; whoever comes by a link, to the plain list", async () => {
  const token = await hub.tokenOf(SECRETARY);
  const [street] = await busyStreets();
  const query = `?day=${DAY}&view=list&place=${street?.code}`;
  await using opened = await browser.open(`${hub.url}/calendar${query}`, { token });
  const { page } = opened;
  await page.locator("a[href^='/activities/0']").first().press("Enter");
  await page.getByRole("heading", { name: "变更记录" }).waitFor();
  const record = page.url();
  await page.reload();
  const back = page.locator(".trail").getByRole("link", { name: "日历" });
  await back.press("Enter");
  await page.waitForURL(
    ({ pathname, search }) => pathname === "/calendar" && search.includes(String(street?.code)),
  );
  const { searchParams } = new URL(page.url());
  expect([searchParams.get("day"), searchParams.get("view")]).toEqual([DAY, "list"]);
  expect(await countOf(page)).toBe(await countIn({ regionCodes: [street?.code] }));

  await page.goto(`${hub.url}/resources?kind=VENUE`);
  await page.locator("a[href^='/resources/0']").first().press("Enter");
  await page.locator(".trail").getByRole("link", { name: "资源" }).press("Enter");
  await page.waitForURL((url) => url.searchParams.get("kind") === "VENUE");

  await using other = await browser.open(record, { token });
  await other.page.locator(".trail").getByRole("link", { name: "日历" }).press("Enter");
  await other.page.waitForURL(({ pathname, search }) => pathname === "/calendar" && search === "");
  expect([...opened.faults, ...other.faults]).toEqual([]);
});
