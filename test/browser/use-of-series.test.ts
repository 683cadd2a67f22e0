import { afterAll, beforeAll, expect, it } from "@jest/globals";
import pg from "pg";
import { type OpenPage, type TestBrowser, startBrowser } from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { focusedDialog, press } from "../support/keyboard.ts";
import { unitOf } from "../support/people.ts";
import { type Rooms, rangeOn, roomsOf } from "../support/rooms.ts";
import { requireSoundPage } from "../support/sound-page.ts";

const [LIAISON, OWNER] = ["445202-liaison-1", "445202-liaison-2"] as const;

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

const onPhone = async (as: string, path: string): Promise<OpenPage> =>
  await browser.open(`${hub.url}${path}`, {
    token: await hub.tokenOf(as),
    size: { width: 390, height: 844 },
  });

/**
 * A weekly course of five dates in a room, two of which are over.
 *
 * @returns ids of its bookings.
 */
async function course(title: string): Promise<string[]> {
  const resourceId = await rooms.share(OWNER, title);
  const { data } = await hub.ask(
    `mutation ($input: BookSeriesInput!) { bookSeries(input: $input) { dates { booking { id } } } }`,
    {
      input: {
        resourceId,
        organizationId: unitOf(LIAISON),
        during: rangeOn({ days: 10, from: "09:00", to: "11:00" }),
        repeat: { every: "WEEK", count: 5 },
      },
    },
    LIAISON,
  );
  const dates = data["bookSeries"]?.["dates"] ?? [];
  // Nobody can book what is over: the course is moved back, as if three weeks had gone by.
  const admin = new pg.Client({ connectionString: hub.databaseUrl });
  await admin.connect();
  await admin.query(
    `update resources.booking set starts_at = starts_at - interval '21 days', ends_at = ends_at - interval '21 days'
     where resource_id = $1`,
    [resourceId],
  );
  await admin.end();
  return dates.map((date) => String(date["booking"]?.["id"]));
}

/** Says of both dates of a course that are over that nobody came. */
async function nobodyCame(bookings: readonly string[]): Promise<void> {
  const recordUse =
    "mutation ($input: RecordUseInput!) { recordUse(input: $input) { booking { used } } }";
  for (const id of bookings.slice(0, 2))
    await hub.ask(recordUse, { input: { id, used: false } }, OWNER);
}

it("the provider records in its list who came, mends it on the booking's page, and the unit sees it", async () => {
  const [, second] = await course("陶艺室");
  await using opened = await onPhone(OWNER, "/bookings?of=offered&when=past");
  const { page } = opened;
  const rows = page.locator(".row", { hasText: "陶艺室" });
  await rows.nth(1).waitFor();
  await requireSoundPage(opened);
  // What was last comes first.
  await rows
    .nth(1)
    .getByRole("button", { name: /^来了：/ })
    .press("Enter");
  await rows.nth(1).getByText("提供单位记录：有人来用").waitFor();
  await rows
    .nth(0)
    .getByRole("button", { name: /^没人来：/ })
    .press("Enter");
  await rows.nth(0).getByText("提供单位记录：没人来").waitFor();
  expect(await rows.filter({ hasText: "已完成" }).count()).toBe(1);
  await page.goto(`${hub.url}/bookings/${second}`);
  await page.getByText("提供单位记录：没人来").waitFor();
  await press(page, /^改记为来了：/);
  await page.getByText("提供单位记录：有人来用").waitFor();
  await requireSoundPage(opened);
  await using unit = await onPhone(LIAISON, `/bookings/${second}`);
  await unit.page.getByText("提供单位记录：有人来用").waitFor();
  expect(await unit.page.getByRole("button", { name: /来了|没人来/ }).count()).toBe(0);
});

it("a unit keeps its course from the task, though nobody came twice", async () => {
  const bookings = await course("茶艺室");
  await nobodyCame(bookings);
  await using opened = await onPhone(LIAISON, "/");
  const { page } = opened;
  const tasks = page.getByRole("region", { name: "等着办的事" });
  await tasks.getByText(/茶艺室.*系列预约连续无人使用/).waitFor();
  await requireSoundPage(opened);
  await press(page, /^继续使用：.*茶艺室/);
  await tasks.getByRole("link", { name: /茶艺室/ }).waitFor({ state: "detached" });
  await page.goto(`${hub.url}/bookings/${bookings[3]}`);
  await page.getByRole("heading", { name: "系列预约：每周，共 5 次" }).waitFor();
  expect(await page.getByRole("button", { name: /^继续使用/ }).count()).toBe(0);
  expect(await page.getByText("已取消").count()).toBe(0);
});

it("a unit gives the rest of its course back on a booking's page, after a question", async () => {
  const bookings = await course("缝纫室");
  await nobodyCame(bookings);
  await using owner = await onPhone(OWNER, `/bookings/${bookings[0]}`);
  await owner.page.getByText(/连续两次没人来.*预约单位应在/).waitFor();
  expect(await owner.page.getByRole("button", { name: /^(继续使用|退还其余)/ }).count()).toBe(0);
  await using opened = await onPhone(LIAISON, `/bookings/${bookings[0]}`);
  const { page } = opened;
  await page.getByText(/连续两次没人来.*请在/).waitFor();
  await requireSoundPage(opened);
  await press(page, /^退还其余：/);
  const dialog = await focusedDialog(page);
  await dialog.getByText("时段会让给别的单位").waitFor();
  await requireSoundPage(opened);
  await page.keyboard.type("课程结束");
  await dialog.getByRole("button", { name: "退还其余" }).press("Enter");
  const series = page.getByRole("region", { name: /^系列预约/ });
  await series.getByText("已取消").nth(2).waitFor();
  expect(await series.getByText("已取消").count()).toBe(3);
  expect(await page.getByText(/连续两次没人来/).count()).toBe(0);
});
