import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type OpenPage, type TestBrowser, startBrowser } from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { press } from "../support/keyboard.ts";
import { inDays } from "../support/people.ts";
import { type Rooms, bookingPage, roomsOf } from "../support/rooms.ts";
import { requireSoundPage } from "../support/sound-page.ts";

const [LIAISON, OWNER, NEIGHBOUR] = [
  "445202-liaison-1",
  "445202-liaison-2",
  "445202-liaison-3",
] as const;

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

/** That something is said which the person sees at once, and hears: it has the focus, and stands in the window. */
async function requireSaid({ page }: OpenPage, words: string | RegExp): Promise<void> {
  const said = page.locator("[role=status]:focus", { hasText: words });
  await said.waitFor();
  const box = (await said.boundingBox())!; // it has just been seen
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.y + box.height).toBeLessThanOrEqual(page.viewportSize()!.height);
}

it("whoever has booked is told so where they look, and nothing calls their own time taken until they choose another", async () => {
  const room = await rooms.share(OWNER, "茶艺室");
  const hours = { days: 6, from: "09:00", to: "11:00" } as const;
  await using opened = await onPhone(LIAISON, bookingPage(room, hours));
  const { page } = opened;
  await page.getByText("这段时间空闲").waitFor();
  await press(page, "预约");
  await requireSaid(opened, /预约成功：.*09:00–11:00/);
  const taken = page.getByText("这段时间已经有预约了");
  // The free times have been read anew meanwhile.
  await page.getByRole("button", { name: "预约", exact: true }).waitFor();
  expect(await taken.count()).toBe(0);
  expect(await page.getByText("候补这段时间").count()).toBe(0);
  await requireSoundPage(opened);
  await page.getByLabel("从", { exact: true }).selectOption("10:00");
  await taken.waitFor();
  await press(page, "撤销");
  await requireSaid(opened, /已撤销：.*09:00–11:00/);
  await page.getByText("这段时间空闲").waitFor();
  await requireSoundPage(opened);
});

it("a series that was booked is told first, and its dates are not previewed as taken", async () => {
  const room = await rooms.share(OWNER, "剪纸室", { approval: true });
  await using opened = await onPhone(
    LIAISON,
    bookingPage(room, { days: 6, from: "09:00", to: "11:00" }),
  );
  const { page } = opened;
  await press(page, "重复预约");
  await page.getByLabel("到哪一天为止").fill(inDays(27));
  await press(page, "提交申请（4 次）");
  await requireSaid(opened, "已提交 4 次，等提供方答复");
  await page.getByRole("button", { name: "提交申请", exact: true }).waitFor();
  expect(await page.getByRole("region", { name: "每一次的预览" }).count()).toBe(0);
  await requireSoundPage(opened);
});

it("whoever moves a booking is told what became of it", async () => {
  const room = await rooms.share(OWNER, "棋院");
  const booking = await rooms.book(LIAISON, room, { days: 6, from: "09:00", to: "11:00" });
  await using opened = await onPhone(LIAISON, `/bookings/${booking}`);
  const { page } = opened;
  await press(page, "改时间");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("到", { exact: true }).selectOption("12:00");
  await dialog.getByRole("button", { name: "更改", exact: true }).press("Enter");
  await requireSaid(opened, /已更改：.*09:00–12:00/);
  await requireSoundPage(opened);
});

it("what is booked together and needs an owner's agreement is told so before and after", async () => {
  const hall = await rooms.share(OWNER, "小礼堂", { approval: true });
  await rooms.share(NEIGHBOUR, "竹椅", { kind: "EQUIPMENT" });
  await using opened = await onPhone(
    LIAISON,
    bookingPage(hall, { days: 7, from: "14:00", to: "16:00" }),
  );
  const { page } = opened;
  await press(page, "放进预约篮：小礼堂");
  await page.goto(`${hub.url}/resources?text=竹椅`);
  await press(page, "放进预约篮：竹椅");
  await page.getByRole("link", { name: /^预约篮 2/ }).press("Enter");
  await page.getByText(/有一家不同意时，其余的仍然保留，您可以自己取消/).waitFor();
  await press(page, "一并预约（2 项）");
  await requireSaid(opened, /1 项已订到，1 项已提交，等提供方答复.*其余的仍然保留/);
  await requireSoundPage(opened);
  await page.getByRole("link", { name: "看我们的预约" }).press("Enter");
  await page.locator(".row", { hasText: "小礼堂" }).getByText("待答复").waitFor();
  await page.locator(".row", { hasText: "竹椅" }).getByText("已确认").waitFor();
});

it("a booking says where one goes and whom one calls, and what for to those alone who may know", async () => {
  const room = await rooms.share(OWNER, "培训室");
  const { errors } = await hub.ask(
    "mutation ($input: SetVenueInput!) { setVenue(input: $input) { resource { id } } }",
    { input: { resourceId: room, address: "榕江路 1 号三楼", officePhone: "0663-8200001" } },
    OWNER,
  );
  expect(errors).toEqual([]);
  const booking = await rooms.book(LIAISON, room, { days: 8, from: "09:00", to: "11:00" });
  await using own = await onPhone(LIAISON, `/bookings/${booking}`);
  await own.page.getByText("榕江路 1 号三楼").waitFor();
  await own.page.getByRole("link", { name: "0663-8200001" }).waitFor();
  await own.page.getByText("没有写").waitFor();
  await requireSoundPage(own);
  await using other = await onPhone(NEIGHBOUR, `/bookings/${booking}`);
  await other.page.getByText("榕江路 1 号三楼").waitFor();
  expect(await other.page.getByText("用途").count()).toBe(0);
  await requireSoundPage(other);
});
