import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { type OpenPage, type TestBrowser, startBrowser } from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { lookUpIn, press } from "../support/keyboard.ts";
import { type Rooms, roomsOf } from "../support/rooms.ts";
import { requireSoundPage } from "../support/sound-page.ts";

// Far from everything in the demonstration; the second one's venues are the only ones of its place.
const [OWNER, OTHER] = ["445202-liaison-1", "445202-liaison-2"] as const;
const POINT = { longitude: 100.02, latitude: 30 };
const PHONE = { width: 390, height: 844 };

let hub: TestHub;
let browser: TestBrowser;
let rooms: Rooms;

beforeAll(async () => {
  hub = await startHub();
  browser = await startBrowser();
  rooms = roomsOf(hub);
  await roomAt(OWNER, "六号会议室", POINT);
  await roomAt(OTHER, "七号会议室", { longitude: 100.001, latitude: 30, seats: 12 });
  await rooms.share(OTHER, "没有坐标的会议室");
});

afterAll(async () => {
  await browser?.[Symbol.asyncDispose]();
  await hub?.[Symbol.asyncDispose]();
});

async function roomAt(as: string, title: string, venue: object): Promise<void> {
  const resourceId = await rooms.share(as, title);
  await hub.ask(
    "mutation ($input: SetVenueInput!) { setVenue(input: $input) { resource { id } } }",
    { input: { resourceId, ...venue } },
    as,
  );
}

async function onPhone(as: string): Promise<OpenPage> {
  const opened = await browser.open(`${hub.url}/resources?view=list`, {
    token: await hub.tokenOf(as),
    size: PHONE,
  });
  await press(opened.page, /筛选/);
  return opened;
}

const titles = async ({ page }: OpenPage): Promise<string[]> =>
  await page.locator(".resource-row .row-main").allTextContents();

it("near a venue that one knows: found by its name, by the keys, and the link says it to others", async () => {
  await using opened = await onPhone(OWNER);
  const { page } = opened;
  await lookUpIn(page, "某个场地附近", "七号会议室");
  await page.getByText("七号会议室附近 5 公里").waitFor();
  // The next key counts from the field.
  await page.locator("input.combo-input:focus").waitFor();
  await page.getByText("共 2 项").waitFor();
  expect(await titles(opened)).toEqual(["七号会议室", "六号会议室"]);
  const rows = page.locator(".resource-row");
  await rows
    .first()
    .getByText(/0 米.*12 座/)
    .waitFor();
  await rows.last().getByText("1.8 公里").waitFor();
  await requireSoundPage(opened);
  await using other = await browser.open(page.url(), { token: await hub.tokenOf(OTHER) });
  await other.page.getByText("七号会议室附近 5 公里").waitFor();
  await other.page.getByText("共 2 项").waitFor();
  expect(other.faults).toEqual([]);

  await lookUpIn(page, "某个场地附近", "没有坐标的会议室");
  await page.getByText("“没有坐标的会议室”还没有填写经纬度，请换一个场地").waitFor();
  await requireSoundPage(opened);
});

it("near the device: asked on a press, and neither in the address nor kept anywhere", async () => {
  await using opened = await onPhone(OWNER);
  const { page } = opened;
  await press(page, "我的位置附近");
  await page.getByText("浏览器没有给出位置").waitFor();
  await page.context().grantPermissions(["geolocation"]);
  await page.context().setGeolocation(POINT);
  await press(page, "我的位置附近");
  await page.getByText("我的位置附近 5 公里").waitFor();
  await page.getByText("共 2 项").waitFor();
  expect(await titles(opened)).toEqual(["六号会议室", "七号会议室"]);
  await requireSoundPage(opened);
  expect(page.url()).toMatch(/near=here/);
  const kept = await page.evaluate<string>(
    "JSON.stringify([location.href, history.state, { ...localStorage }, { ...sessionStorage }])",
  );
  expect(kept).not.toContain("100.02");
  // Whoever loads the page again, or follows such a link, is asked first.
  await page.reload();
  await page.getByText("您的位置不会保存，请再按一次").waitFor();
  expect(await page.locator(".resource-row").count()).toBe(0);
});

/** A browser that looks for its position until it is told to say it. @returns what tells it so. */
async function slowDevice(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(`navigator.geolocation.getCurrentPosition = (found) => {
    globalThis.say = () => found({ coords: { longitude: 100.02, latitude: 30 } });
  }`);
  return async () => await page.evaluate("globalThis.say()");
}

it("what is typed or chosen while the device looks for its position is not overwritten by what it finds", async () => {
  await using opened = await onPhone(OWNER);
  const { page } = opened;
  const say = await slowDevice(page);
  await press(page, "我的位置附近");
  await page.getByText("正在查找…").waitFor();
  await page.getByText("填写经纬度").press("Enter");
  await page.getByLabel("附近（经度,纬度）").fill("100.001,30");
  await page.keyboard.press("Enter");
  await page.waitForURL(/near=100\.001/);
  await say();
  // What the page does next comes after it.
  await page.getByLabel("座位、容量至少").fill("10");
  await page.waitForURL(/seats=10/);
  expect(page.url()).toMatch(/near=100\.001/);
  expect(await page.getByText("正在查找…").count()).toBe(0);
  await requireSoundPage(opened);

  // The same where a venue's own place is written.
  const { data } = await hub.ask(
    '{ resources(filter: { text: "六号会议室" }) { nodes { id } } }',
    {},
    OWNER,
  );
  await page.goto(
    `${hub.url}/resources/${String(data["resources"]?.["nodes"]?.[0]?.["id"])}/terms`,
  );
  const longitude = page.getByLabel("经度");
  await longitude.waitFor();
  const tell = await slowDevice(page);
  await press(page, "用我现在的位置");
  await longitude.fill("116.4");
  await tell();
  await page.getByRole("textbox", { name: "地址" }).fill("永新路 1 号");
  expect(await longitude.inputValue()).toBe("116.4");
  await requireSoundPage(opened);
});

it("a hub that cannot be reached is said, not that the unit has no venue", async () => {
  await using opened = await onPhone(OWNER);
  const { page } = opened;
  const isAsked = (query: string | null) => query?.includes("OwnVenues") === true;
  await page.route("**/graphql", (route) =>
    isAsked(route.request().postData()) ? route.abort() : route.continue(),
  );
  await press(page, "本单位附近");
  await page.getByText("连不上联盟枢纽").first().waitFor();
  expect(await page.getByText("还没有填写经纬度").count()).toBe(0);
});

it("near the viewer's unit, and near a point in numbers behind a disclosure", async () => {
  await using opened = await onPhone(OTHER);
  const { page } = opened;
  await press(page, "本单位附近");
  await page.waitForURL(/near=/);
  await page.locator(".tag", { hasText: "附近 5 公里" }).waitFor();
  await page.locator(".resource-row", { hasText: "0 米" }).first().waitFor();

  const numbers = page.getByLabel("附近（经度,纬度）");
  expect(await numbers.isVisible()).toBe(false);
  await page.getByText("填写经纬度").press("Enter");
  await numbers.fill("100");
  await page.keyboard.press("Enter");
  await page.getByText("请写成“经度,纬度”").waitFor();
  await numbers.fill("100,30");
  await page.keyboard.press("Enter");
  await page.getByText("共 2 项").waitFor();
  expect(await titles(opened)).toEqual(["七号会议室", "六号会议室"]);
  await page
    .locator(".resource-row")
    .first()
    .getByText(/96 米.*12 座/)
    .waitFor();
  await page.getByLabel("座位、容量至少").fill("10");
  await page.getByText("共 1 项").waitFor();
  await requireSoundPage(opened);
});
