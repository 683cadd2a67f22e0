import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type OpenPage, type TestBrowser, startBrowser } from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { type Asked, holdAnswers } from "../support/hold-answers.ts";
import { chooseIn, press } from "../support/keyboard.ts";
import { inDays, unitOf } from "../support/people.ts";
import { type Rooms, bookingPage, rangeOn, roomsOf } from "../support/rooms.ts";
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

const onPhone = async (
  as: string,
  path: string,
  colorScheme: "light" | "dark" = "dark",
): Promise<OpenPage> =>
  await browser.open(`${hub.url}${path}`, {
    token: await hub.tokenOf(as),
    size: { width: 390, height: 844 },
    colorScheme,
  });

it("a weekly course is previewed date by date, booked without the one that is taken, and seen as a series", async () => {
  const room = await rooms.share(OWNER, "课室");
  await rooms.book(NEIGHBOUR, room, { days: 16, from: "09:00", to: "11:00" });
  await using opened = await onPhone(
    LIAISON,
    bookingPage(room, { days: 9, from: "09:00", to: "11:00" }),
  );
  const { page } = opened;
  await page.getByRole("button", { name: "重复预约" }).click();
  await page.getByLabel("到哪一天为止").fill(inDays(30));
  const preview = page.getByRole("region", { name: "每一次的预览" });
  await preview.getByText("共 4 次，1 次订不到。订不到的会跳过。").waitFor();
  const dates = preview.getByRole("listitem");
  expect(await dates.count()).toBe(4);
  // Why not, and what is free instead.
  const skipped = await dates.nth(1).textContent();
  expect(skipped).toMatch(/订不到.*已被.*预约.*最近可预约/);
  await requireSoundPage(opened);
  // Whoever wants all or none is told before they send it.
  await page.getByLabel("有一次订不到时").selectOption("一次也不订");
  await preview.getByText("现在提交不了").waitFor();
  expect(await page.getByRole("button", { name: "预约（4 次）" }).isDisabled()).toBe(true);
  await page.getByLabel("有一次订不到时").selectOption("跳过那一次，其余照订");
  await page.getByLabel("用途").fill("书法班");
  await page.getByRole("button", { name: "预约（3 次）" }).click();
  const result = page.getByRole("region", { name: "预约的结果" });
  await result.getByText("预约成功，共 3 次；跳过了 1 次").waitFor();
  // The one that was skipped can be had at another time of its day.
  await result.getByRole("button", { name: /^另订/ }).click();
  await page.getByText("这段时间已经有预约了").waitFor();
  await page.getByRole("button", { name: "当天 11:00–13:00" }).click();
  await page.getByText("这段时间空闲").waitFor();
  await page.getByRole("button", { name: "预约", exact: true }).click();
  await page.getByText("预约成功").waitFor();
  await page.getByRole("link", { name: "看我们的预约" }).click();
  await page
    .locator(".row", { hasText: "课室" })
    .first()
    .getByRole("link", { name: /09:00–11:00/ })
    .click();
  await page.getByRole("heading", { name: "系列预约：每周，共 3 次" }).waitFor();
  await page.getByText("（这一次）").waitFor();
  await requireSoundPage(opened);
});

it("nobody books dates that have not been shown: while a new preview is awaited, the button waits as well", async () => {
  const room = await rooms.share(OWNER, "棋牌室");
  await using opened = await onPhone(
    LIAISON,
    bookingPage(room, { days: 9, from: "09:00", to: "11:00" }),
  );
  const { page } = opened;
  await page.clock.install();
  await press(page, "重复预约");
  const until = page.getByLabel("到哪一天为止");
  await until.fill(inDays(30));
  await page.getByRole("button", { name: "预约（4 次）" }).waitFor();
  const held = await holdAnswers(page, ({ variables }) => variables?.input?.["preview"] === true);
  // Typed on without a pause, so only the last one is asked for: the page's clock stands still.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
  for (const days of [60, 90, 120, 150]) await until.fill(inDays(days));
  // It keeps the focus, and does nothing.
  const send = page.getByRole("button", { name: "预约", exact: true });
  await send.press("Enter");
  await until.press("Enter");
  await page.clock.resume();
  await held.asked;
  await send.press("Enter");
  await page.getByText("正在按现在填写的重新预览").waitFor();
  expect(await send.isDisabled()).toBe(true);
  await requireSoundPage(opened);
  expect(held.count()).toBe(1);
  expect(await bookingsOf(room)).toBe(0);
  held.go();
  // The keys stay where they were.
  await page.locator("button:focus", { hasText: "预约（21 次）" }).press("Enter");
  await page.getByText("预约成功，共 21 次").waitFor();
  expect(await bookingsOf(room)).toBe(21);
});

/** How many bookings a room has. */
async function bookingsOf(room: string): Promise<number> {
  const { data } = await hub.ask(
    "query ($id: ID!) { bookings(filter: { resourceId: $id }) { totalCount } }",
    { id: room },
    OWNER,
  );
  return Number(data["bookings"]?.["totalCount"]);
}

it("a series is moved from a date on, with a preview, and the rest of it is cancelled", async () => {
  const room = await rooms.share(OWNER, "舞蹈室");
  await rooms.book(NEIGHBOUR, room, { days: 24, from: "19:00", to: "21:00" });
  const booked = await hub.ask(
    `mutation ($input: BookSeriesInput!) { bookSeries(input: $input) { dates { booking { id } } } }`,
    {
      input: {
        resourceId: room,
        organizationId: unitOf(LIAISON),
        during: rangeOn({ days: 10, from: "09:00", to: "11:00" }),
        repeat: { every: "WEEK", count: 4 },
      },
    },
    LIAISON,
  );
  const ids = booked.data["bookSeries"]?.["dates"]?.map((date) => String(date["booking"]?.["id"]));
  await using opened = await onPhone(LIAISON, `/bookings/${ids?.[1]}`, "light");
  const { page } = opened;
  await page.getByRole("button", { name: "更改这次和以后各次" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("从", { exact: true }).selectOption("19:00");
  await dialog.getByLabel("到", { exact: true }).selectOption("21:00");
  await dialog.getByText("共 3 次，1 次改不成。").waitFor();
  await requireSoundPage(opened);
  await dialog.getByRole("button", { name: "更改", exact: true }).click();
  await dialog.getByText("下面 1 次没有改成").waitFor();
  await dialog.getByRole("button", { name: "关闭" }).click();
  const list = page.getByRole("region", { name: /^系列预约/ }).getByRole("listitem");
  await list.nth(3).getByText("19:00–21:00").waitFor();
  expect(await page.getByText("09:00–11:00").count()).toBe(2);
  await page.getByRole("button", { name: "取消这次和以后各次" }).click();
  await dialog.getByLabel("原因").fill("课程结束");
  await dialog.getByRole("button", { name: "取消这次和以后各次" }).click();
  await page.getByText("已取消 3 次。").waitFor();
  expect(await list.filter({ hasText: "已取消" }).count()).toBe(3);
  await requireSoundPage(opened);
});

it("only what was changed of a series is sent: a date that was moved by itself keeps its day, and its nights can be moved", async () => {
  const room = await rooms.share(OWNER, "守夜室");
  const night = (days: number, [from, to]: readonly [string, string]) => ({
    start: `${inDays(days)}T${from}:00+08:00`,
    end: `${inDays(days + 1)}T${to}:00+08:00`,
  });
  const { data } = await hub.ask(
    `mutation ($input: BookSeriesInput!) { bookSeries(input: $input) { dates { booking { id } } } }`,
    {
      input: {
        resourceId: room,
        organizationId: unitOf(LIAISON),
        during: night(10, ["22:00", "02:00"]),
        repeat: { every: "WEEK", count: 3 },
      },
    },
    LIAISON,
  );
  const [first, second] =
    data["bookSeries"]?.["dates"]?.map((date) => date["booking"]?.["id"]) ?? [];
  const moved = { id: second, during: night(16, ["22:00", "02:00"]) };
  await hub.ask(
    "mutation ($input: ChangeBookingInput!) { changeBooking(input: $input) { booking { id } } }",
    { input: moved },
    LIAISON,
  );
  await using opened = await onPhone(LIAISON, `/bookings/${String(first)}`);
  const { page } = opened;
  await press(page, "更改这次和以后各次");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("到哪一天").waitFor();
  await chooseIn(page, "从", "20:00");
  await chooseIn(page, "到", "00:30");
  await dialog.getByText("共 3 次，都能改成。").waitFor();
  await requireSoundPage(opened);
  const sent = page.waitForRequest(
    (request) => request.postData()?.includes('"preview":false') === true,
  );
  await dialog.getByRole("button", { name: "更改", exact: true }).click();
  const { variables } = (await sent).postDataJSON() as Asked;
  expect(variables?.input).toMatchObject({ version: 1, startTime: "20:00", lengthMinutes: 270 });
  expect(variables?.input).not.toHaveProperty("weekday");
  await dialog.waitFor({ state: "detached" });
  const list = page.getByRole("region", { name: /^系列预约/ }).getByRole("listitem");
  await list
    .filter({ hasText: /20:00 至 .* 00:30/ })
    .nth(2)
    .waitFor();
  const query =
    "query ($id: ID!) { bookings(filter: { resourceId: $id }, orderBy: START_ASC) { nodes { during { start end } } } }";
  const booked = await hub.ask(query, { id: room }, OWNER);
  const instants = (ends: readonly unknown[]) => ends.map((end) => Date.parse(String(end)));
  const times = booked.data["bookings"]?.["nodes"]?.map(({ during }) =>
    instants([during?.["start"], during?.["end"]]),
  );
  expect(times).toEqual(
    [10, 16, 24].map((days) => instants(Object.values(night(days, ["20:00", "00:30"])))),
  );
});

it("a room and chairs of two units wait in the basket over a reload, and are booked together or not at all", async () => {
  const hall = await rooms.share(OWNER, "大礼堂");
  const chairs = await rooms.share(NEIGHBOUR, "折叠椅", {
    kind: "EQUIPMENT",
    capacity: 60,
    unit: "把",
  });
  const taken = { days: 20, from: "14:00", to: "16:00" } as const;
  await rooms.book(NEIGHBOUR, hall, taken);
  await using opened = await onPhone(LIAISON, bookingPage(chairs, taken), "light");
  const { page } = opened;
  await page.getByRole("button", { name: "放进预约篮" }).click();
  await page.getByRole("link", { name: /^预约篮 1/ }).waitFor();
  // What belongs to it is found in the list.
  await page.goto(`${hub.url}/resources?text=大礼堂`);
  await page.getByRole("button", { name: "放进预约篮：大礼堂" }).click();
  await page.getByText("已在预约篮里").waitFor();
  await page.reload();
  await page.getByRole("link", { name: /^预约篮 2/ }).click();
  const line = page.locator(".row", { hasText: "大礼堂" });
  await line.getByText("订不到").waitFor();
  await page.locator(".row", { hasText: "折叠椅" }).getByText("能订到").waitFor();
  await page.getByLabel(/^数量/).fill("70");
  await page.getByText("数量是 1 至 60。").waitFor();
  await requireSoundPage(opened);
  // The hub tells what is wrong with each line, and books none.
  await page.getByRole("button", { name: "一并预约（2 项）" }).click();
  await line.getByText(/大礼堂.*已被/).waitFor();
  await page.getByText(/折叠椅总共只有 60/).waitFor();
  await page.getByLabel(/^数量/).fill("40");
  await page.getByRole("button", { name: "当天 16:00–18:00" }).click();
  await line.getByText("能订到").waitFor();
  await page.getByRole("button", { name: "一并预约（2 项）" }).click();
  await page.getByText(/2 项都订到了.*16:00–18:00/).waitFor();
  expect(await page.getByRole("link", { name: /^预约篮/ }).count()).toBe(0);
  await requireSoundPage(opened);
});

it("a booking is moved: what is taken is refused with times that can be had, and the old time is kept until it is agreed to", async () => {
  const room = await rooms.share(OWNER, "会客厅", { approval: true });
  const [own, other] = [
    { days: 12, from: "09:00", to: "11:00" },
    { days: 12, from: "13:00", to: "15:00" },
  ] as const;
  const booking = await rooms.book(LIAISON, room, own);
  const confirm =
    "mutation ($input: DecideBookingInput!) { decideBooking(input: $input) { booking { id } } }";
  await hub.ask(confirm, { input: { id: booking, confirm: true } }, OWNER);
  await rooms.book(NEIGHBOUR, room, other);
  await using opened = await onPhone(LIAISON, `/bookings/${booking}`);
  const { page } = opened;
  await page.getByRole("button", { name: "改时间" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/^现在：.*09:00–11:00/).waitFor();
  await dialog.getByLabel("从").selectOption("13:00");
  await dialog.getByLabel("到").selectOption("15:00");
  await dialog.getByRole("button", { name: "申请更改" }).click();
  await dialog.getByText(/已被.*预约/).waitFor();
  const offered = dialog.getByRole("group", { name: "可以改约的时间" }).getByRole("button");
  await offered.first().waitFor();
  await offered.filter({ hasText: "15:00–17:00" }).click();
  await dialog.getByRole("button", { name: "申请更改" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText(/原时段：.*09:00–11:00.*答复之前仍然保留/).waitFor();
  await page.getByText("15:00–17:00").first().waitFor();
  await requireSoundPage(opened);
});
