import { beforeAll, expect, it } from "@jest/globals";
import { tabTo } from "../../support/keyboard.ts";
import { browser, hub } from "./setting.ts";

const LIAISON = "445202-liaison-1";
const PHONE = { width: 390, height: 844 };

let token: string;

beforeAll(async () => {
  token = await hub.tokenOf(LIAISON);
});

it("a page says where one is, in the person's own looks, before its scripts are there", async () => {
  await using opened = await browser.open(`${hub.url}/calendar`, { token });
  const { page } = opened;
  await page.getByRole("button", { name: "安排活动" }).or(page.getByText("安排活动")).waitFor();
  await page.evaluate(() =>
    localStorage.setItem("alliance-hub.preferences", '{"theme":"dark","isLarge":true}'),
  );
  await page.route(/-main-[^/]*\.js$/, (route) => route.abort());
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "日历" }).waitFor();
  await page.locator("html[data-theme='dark'][data-size='large']").waitFor();
  expect(await page.getByRole("navigation").count()).toBe(0);
});

it("who is looking is asked once, while the scripts are still coming", async () => {
  await using opened = await browser.open(`${hub.url}/calendar`, { token });
  const { page, faults } = opened;
  const asked: string[] = [];
  page.on("request", (request) => {
    const operation = /query (\w+)/.exec(request.postData() ?? "")?.[1];
    if (operation !== undefined) asked.push(operation);
  });
  const { promise: mayCome, resolve: come } = Promise.withResolvers<void>();
  await page.route(/-main-[^/]*\.js$/, async (route) => {
    await mayCome;
    await route.continue();
  });
  const viewer = page.waitForResponse((response) =>
    Boolean(response.request().postData()?.includes("PortalViewer")),
  );
  await page.reload({ waitUntil: "commit" });
  await viewer;
  come();
  await page.getByText(/共 \d+ 项/).waitFor();
  expect(asked.filter((operation) => operation === "PortalViewer")).toHaveLength(1);
  expect(asked).toContain("CalendarPage");
  expect(faults).toEqual([]);
});

it("what is shown is asked once: changes are followed from before it was asked", async () => {
  await using opened = await browser.open(`${hub.url}/calendar?view=list`, { token });
  const { page } = opened;
  const asked: string[] = [];
  page.on("request", (request) => {
    const body = request.postData() ?? "";
    if (body.includes("CalendarPage")) asked.push(body);
  });
  const followed = page.waitForResponse((response) =>
    Boolean(response.request().postData()?.includes("activityUpdates{")),
  );
  await page.reload();
  await page.getByText(/共 \d+ 项/).waitFor();
  await followed;
  expect(asked.length).toBeGreaterThan(0);
  expect(new Set(asked).size).toBe(asked.length);
});

it("on a phone the list comes first, and its filters are behind a button", async () => {
  await using opened = await browser.open(`${hub.url}/agreements`, { token, size: PHONE });
  const { page, faults } = opened;
  await page.getByText(/共 \d+ 项/).waitFor();
  expect(await page.getByRole("search").count()).toBe(0);
  await page.getByRole("button", { name: /筛选/ }).click();
  await page.getByLabel("关键词").fill("共建");
  await page.waitForURL(/text=/);
  await page.getByRole("button", { name: "筛选（1 项）" }).click();
  expect(await page.getByRole("search").count()).toBe(0);
  expect(faults).toEqual([]);
});

it("more pages: opened by a key, closed by Escape, by a page, and by going elsewhere", async () => {
  await using opened = await browser.open(`${hub.url}/`, { token, size: PHONE });
  const { page, faults } = opened;
  await page.getByRole("heading", { level: 1 }).waitFor();
  const link = page.getByRole("link", { name: "会议", exact: true });
  await tabTo(page, ".more-pages");
  await page.keyboard.press("Enter");
  await link.waitFor();
  await page.keyboard.press("Escape");
  await link.waitFor({ state: "hidden" });
  expect(await page.locator(".more-pages:focus").count()).toBe(1);
  await page.keyboard.press("Enter");
  await link.click();
  await page.waitForURL(/\/meetings/);
  await link.waitFor({ state: "hidden" });
  await page.locator(".person-button").click();
  await page.getByRole("radio", { name: "深色" }).waitFor();
  await page.getByRole("heading", { level: 1 }).click();
  await page.getByRole("radio", { name: "深色" }).waitFor({ state: "hidden" });
  expect(faults).toEqual([]);
});
