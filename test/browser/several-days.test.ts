import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type OpenPage, type TestBrowser, startBrowser } from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { press } from "../support/keyboard.ts";
import { inDays } from "../support/people.ts";
import { type Rooms, roomsOf } from "../support/rooms.ts";
import { requireSoundPage } from "../support/sound-page.ts";

const [LIAISON, OWNER, NEIGHBOUR] = [
  "445202-liaison-1",
  "445202-liaison-2",
  "445202-liaison-3",
] as const;
/** From the afternoon of one day to the morning of the third after it. */
const WEEKEND = `day=${inDays(20)}&lastDay=${inDays(23)}&from=14:00&to=10:00`;

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
    colorScheme: "light",
  });

/** When a resource is booked, as those see it who offer it. */
async function timesOf(id: string): Promise<string[]> {
  const query =
    "query ($id: ID!) { bookings(filter: { resourceId: $id }) { nodes { during { start end } } } }";
  const { data } = await hub.ask(query, { id }, OWNER);
  const nodes = data["bookings"]?.["nodes"] as unknown as { during: object }[]; // as the query has it
  return nodes.map(({ during }) => Object.values(during).join(" ")).toSorted();
}

const range = (first: number, last: number): string =>
  [new Date(`${inDays(first)}T14:00:00+08:00`), new Date(`${inDays(last)}T10:00:00+08:00`)]
    .map((instant) => instant.toISOString())
    .join(" ");

it("a tent is found and borrowed over a weekend, and whoever comes later is offered as many days", async () => {
  const tent = await rooms.share(OWNER, "露营帐篷", { kind: "EQUIPMENT" });
  const lent = await rooms.share(OWNER, "露营帐篷（旧）", { kind: "EQUIPMENT" });
  await rooms.book(NEIGHBOUR, lent, { days: 22, from: "09:00", to: "10:00" });
  await using opened = await onPhone(LIAISON, "/resources?text=露营帐篷");
  const { page } = opened;
  await page.getByRole("link", { name: "露营帐篷（旧）" }).waitFor();
  await page.getByRole("button", { name: /什么时候用/ }).click();
  await page.getByLabel("哪一天空闲").fill(inDays(20));
  await page.getByText("跨越几天").click();
  // The next day is meant until another one is chosen; whoever moves the first moves the last.
  expect(await page.getByLabel("结束日期").inputValue()).toBe(inDays(21));
  await page.getByLabel("结束日期").fill(inDays(19));
  await page.getByText("结束日期不能早于开始日期。").waitFor();
  await page.getByLabel("结束日期").fill(inDays(24));
  await page.getByLabel("开始日期").fill(inDays(19));
  expect(await page.getByLabel("结束日期").inputValue()).toBe(inDays(23));
  await page.getByLabel("开始日期").fill(inDays(20));
  await page.getByLabel("结束日期").fill(inDays(23));
  await page.getByLabel("从", { exact: true }).selectOption("14:00");
  await page.getByLabel("到", { exact: true }).selectOption("10:00");
  await page.getByRole("link", { name: "露营帐篷（旧）" }).waitFor({ state: "detached" });
  await requireSoundPage(opened);
  await page.getByRole("link", { name: "露营帐篷", exact: true }).click();
  await page.getByText("这段时间空闲").waitFor();
  expect(await page.getByLabel("结束日期").inputValue()).toBe(inDays(23));
  await requireSoundPage(opened);
  await page.getByRole("button", { name: "预约", exact: true }).click();
  await page.getByText(/预约成功.* 14:00 至 .* 10:00/).waitFor();
  expect(await timesOf(tent)).toEqual([range(20, 23)]);

  await using later = await onPhone(NEIGHBOUR, `/resources/${tent}?${WEEKEND}`);
  await later.page.getByText("这段时间已经有预约了").waitFor();
  const others = later.page.getByRole("group", { name: "可以改约的时间" }).getByRole("button");
  await others.last().press("Enter");
  await later.page.getByText("这段时间空闲").waitFor();
  await press(later.page, "预约");
  await later.page.getByText("预约成功").waitFor();
  await requireSoundPage(later);
  // It ends before the first begins, or begins when that has ended, and lasts as long.
  const [early = "", late = ""] = await timesOf(tent);
  const [start = "", end = ""] = late.split(" ");
  expect(start >= (early.split(" ")[1] ?? "")).toBe(true);
  expect(Date.parse(end) - Date.parse(start)).toBe(68 * 3_600_000);
});

it("several things are borrowed together overnight, and those that are open by day alone say so", async () => {
  const [camera, projector] = [
    await rooms.share(OWNER, "夜用相机", { kind: "EQUIPMENT" }),
    await rooms.share(OWNER, "夜用投影仪", { kind: "EQUIPMENT" }),
  ];
  const hall = await rooms.share(OWNER, "白天开放的会场");
  const openingHours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    from: "08:00",
    to: "20:00",
  }));
  await hub.ask(
    "mutation ($input: SetVenueInput!) { setVenue(input: $input) { resource { id } } }",
    { input: { resourceId: hall, openingHours } },
    OWNER,
  );
  await using opened = await onPhone(LIAISON, `/resources/${hall}?${WEEKEND}`);
  const { page } = opened;
  await page.getByText(/不全在开放时间内：.*08:00–20:00/).waitFor();
  expect(await page.getByRole("button", { name: "候补这段时间" }).count()).toBe(0);
  for (const id of [camera, projector]) {
    await page.goto(`${hub.url}/resources/${id}?${WEEKEND}`);
    await page.getByText("这段时间空闲").waitFor();
    await page.getByRole("button", { name: /^放进预约篮/ }).click();
    await page.getByRole("link", { name: /^已在预约篮里/ }).waitFor();
  }
  await page.getByRole("link", { name: /^已在预约篮里/ }).click();
  expect(await page.getByLabel("结束日期").inputValue()).toBe(inDays(23));
  await page.getByText("能订到").nth(1).waitFor();
  await requireSoundPage(opened);
  await press(page, "一并预约（2 项）");
  await page.getByText("2 项都订到了").waitFor();
  for (const id of [camera, projector]) expect(await timesOf(id)).toEqual([range(20, 23)]);
});
