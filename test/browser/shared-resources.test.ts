import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type OpenPage, type TestBrowser, startBrowser } from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { chooseIn, press } from "../support/keyboard.ts";
import { inDays } from "../support/people.ts";
import { type Rooms, bookingPage, roomsOf } from "../support/rooms.ts";
import { requireSoundPage } from "../support/sound-page.ts";

const [LIAISON, OWNER] = ["445202-liaison-1", "445202-liaison-2"] as const;
const SIZES = { phone: { width: 390, height: 844 }, wide: { width: 1280, height: 900 } } as const;

let hub: TestHub;
let browser: TestBrowser;
let rooms: Rooms;

beforeAll(async () => {
  hub = await startHub();
  browser = await startBrowser();
  rooms = roomsOf(hub);
});

afterAll(async () => {
  await browser?.[Symbol.asyncDispose]();
  await hub?.[Symbol.asyncDispose]();
});

const open = async (
  as: string | undefined,
  path: string,
  size: keyof typeof SIZES = "phone",
): Promise<OpenPage> =>
  await browser.open(`${hub.url}${path}`, {
    ...(as === undefined ? {} : { token: await hub.tokenOf(as) }),
    size: SIZES[size],
  });

it("the week of a room shades the hours at which it is not open, and says them in words", async () => {
  const room = await rooms.share(OWNER, "议事厅");
  const openingHours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: "08:00", to: "18:00" }));
  const { errors } = await hub.ask(
    "mutation ($input: SetVenueInput!) { setVenue(input: $input) { resource { id } } }",
    { input: { resourceId: room, openingHours } },
    OWNER,
  );
  expect(errors).toEqual([]);
  for (const size of ["wide", "phone"] as const) {
    await using opened = await open(LIAISON, `/resources/${room}`, size);
    const { page } = opened;
    const week = page.getByRole("region", { name: "七天的预约" });
    const days = week.getByRole("list");
    await days.nth(6).waitFor();
    const words = await days.getByRole("listitem").allTextContents();
    expect(words.filter((text) => text === "不开放")).toHaveLength(2);
    expect(words.filter((text) => text === "开放 08:00–18:00")).toHaveLength(5);
    // Two whole days; and of the others what the picture shows before they begin and after they end.
    const shaded = week.locator(".week-track .week-outside");
    const seen = await Promise.all((await shaded.all()).map((one) => one.isVisible()));
    expect(seen.filter(Boolean)).toHaveLength(size === "wide" ? 2 + 5 * 2 : 0);
    await requireSoundPage(opened);
  }
});

it("a resource that is shared already is put on a committee's list, for its units alone, and taken off again", async () => {
  const room = await rooms.share(OWNER, "职工书屋");
  await using opened = await open(OWNER, `/resources/${room}/edit`);
  const { page } = opened;
  await chooseIn(page, "谁可以看到", "委员会内的单位可见");
  await press(page, "保存");
  await page.getByText("请选择是哪个委员会的单位可见。").waitFor();
  const list = page.getByLabel("列入哪个委员会的清单");
  const [, committee = ""] = await list.locator("option").allTextContents();
  await chooseIn(page, "列入哪个委员会的清单", committee);
  await requireSoundPage(opened);
  await press(page, "保存");
  await page.getByRole("heading", { name: "职工书屋" }).waitFor();
  await page.getByRole("link", { name: committee }).waitFor();
  await page.getByText("委员会内的单位可见").waitFor();
  await page.goto(`${hub.url}/resources/${room}/edit`);
  await chooseIn(page, "谁可以看到", "联盟内的单位可见");
  await chooseIn(page, "列入哪个委员会的清单", "不列入");
  await press(page, "保存");
  await page.getByRole("heading", { name: "职工书屋" }).waitFor();
  expect(await page.getByText("列入清单").count()).toBe(0);
  await requireSoundPage(opened);
});

it("a list for a chosen day does not speak of today, and one of a kind is no capacity", async () => {
  await rooms.share(OWNER, "沙龙小厅", { capacity: 1, unit: "个" });
  const list = `/resources?view=list&text=沙龙小厅`;
  await using opened = await open(LIAISON, list);
  const { page } = opened;
  const row = page.locator(".row", { hasText: "沙龙小厅" });
  await row.getByText("最近空闲：").waitFor();
  expect(await row.textContent()).not.toContain("容量");
  await page.goto(`${hub.url}${list}&day=${inDays(3)}`);
  await row.waitFor();
  expect(await row.getByText("最近空闲").count()).toBe(0);
  await page.goto(`${hub.url}${list}&day=${inDays(3)}&from=09:00&to=10:00`);
  await row.getByText("这段时间空闲").waitFor();
  await page.getByRole("link", { name: "提供资源", exact: true }).waitFor();
  await requireSoundPage(opened);
});

it("that a year's holidays are not published yet is said once for a whole series", async () => {
  const room = await rooms.share(OWNER, "健身房");
  const { errors } = await hub.ask(
    "mutation ($input: SetVenueInput!) { setVenue(input: $input) { resource { id } } }",
    { input: { resourceId: room, bookingRules: { onHolidays: "CLOSED" } } },
    OWNER,
  );
  expect(errors).toEqual([]);
  await using opened = await open(
    LIAISON,
    bookingPage(room, { days: 370, from: "09:00", to: "11:00" }),
  );
  const { page } = opened;
  await press(page, "重复预约");
  await page.getByLabel("到哪一天为止").fill(inDays(390));
  await page.getByText("共 3 次，都能订到。").waitFor();
  const unknown = page.getByText("的法定节假日还没有公布");
  await unknown.first().waitFor();
  expect(await unknown.count()).toBe(1);
  await requireSoundPage(opened);
});

it("a page that is not found has a heading, and sends nobody who is signed in to sign in", async () => {
  for (const as of [LIAISON, undefined]) {
    await using opened = await open(as, "/nowhere");
    const { page } = opened;
    await page.getByRole("heading", { level: 1, name: "没有找到" }).waitFor();
    const isSignedIn = as !== undefined;
    expect(await page.getByText("要登录后才能看到").count()).toBe(isSignedIn ? 0 : 1);
    expect(await page.getByRole("main").getByRole("link", { name: "去登录" }).count()).toBe(
      isSignedIn ? 0 : 1,
    );
    await requireSoundPage(opened);
  }
});
