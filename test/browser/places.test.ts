import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type TestBrowser, startBrowser } from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { press, tabTo } from "../support/keyboard.ts";
import { inDays } from "../support/people.ts";

const [LIAISON, OTHER] = ["445202-liaison-1", "445202-liaison-2"] as const;
const PHONE = { width: 390, height: 844 };

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

const at = (day: string, time: string): string => `${day}T${time}:00+08:00`;

/** A new room of a liaison's unit; nothing is said of it yet. */
async function shareRoom(title: string, as: string): Promise<string> {
  const { data } = await hub.ask("{ viewer { organization { id } } }", {}, as);
  const shared = await hub.ask(
    "mutation ($input: ShareResourceInput!) { shareResource(input: $input) { resource { id } } }",
    {
      input: {
        providerId: data?.["viewer"]?.["organization"]?.["id"],
        title,
        kind: "VENUE",
        audience: "PUBLIC",
        publish: true,
      },
    },
    as,
  );
  return String(shared.data?.["shareResource"]?.["resource"]?.["id"]);
}

const setVenue = (id: string, given: object, as: string) =>
  hub.ask(
    "mutation ($input: SetVenueInput!) { setVenue(input: $input) { resource { id } } }",
    { input: { resourceId: id, ...given } },
    as,
  );

async function book(id: string, during: object, as: string) {
  const { data } = await hub.ask("{ viewer { organization { id } } }", {}, as);
  return await hub.ask(
    "mutation ($input: BookResourceInput!) { bookResource(input: $input) { booking { id } } }",
    {
      input: {
        resourceId: id,
        organizationId: data?.["viewer"]?.["organization"]?.["id"],
        during,
        purpose: "合唱排练",
      },
    },
    as,
  );
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: "09:00", to: "18:00" }));

it("whoever offers a room says on a phone where it is, when it is open and how it is booked", async () => {
  const id = await shareRoom("一号会议室", LIAISON);
  await using opened = await browser.open(`${hub.url}/resources/${id}/terms`, {
    token: await hub.tokenOf(LIAISON),
    size: PHONE,
    colorScheme: "dark",
  });
  const { page, faults } = opened;
  await page.getByLabel("地址", { exact: true }).fill("示范路 17 号");
  await page.getByLabel("经度").fill("116.4");
  await press(page, "保存地址和条件");
  await page.getByText("请填写纬度，或者两项都不填。").waitFor();
  await page.getByLabel("纬度").fill("23.5");
  await page.getByLabel("座位数").fill("40");
  await press(page, "保存地址和条件");
  await page.getByText("✓ 已保存").waitFor();

  await press(page, "添加一段");
  await page.getByLabel("到", { exact: true }).selectOption("08:30");
  await press(page, "保存开放时间");
  await page.getByText(/结束要晚于开始/).waitFor();
  await page.getByLabel("到", { exact: true }).selectOption("24:00");
  await page.getByRole("button", { name: /填到周一至周五/ }).press("Enter");
  expect(await page.getByRole("button", { name: /^删去/ }).count()).toBe(5);
  // Saturdays, for a season.
  await press(page, "添加一段");
  await page.getByRole("checkbox", { name: "只在一段日子里有效" }).last().press("Space");
  await page.getByLabel("到哪一天为止").fill(inDays(-2));
  await press(page, "保存开放时间");
  await page.getByText("不能早于开始的那一天。").waitFor();
  await page.getByLabel("到哪一天为止").fill(inDays(60));
  await press(page, "保存开放时间");
  await expect(page.getByText("✓ 已保存").nth(1).waitFor()).resolves.toBeUndefined();

  await page.getByLabel("每次最长多少分钟").fill("120");
  await page.getByText("即 2 小时").waitFor();
  await press(page, "保存预约规则");
  await page.getByText("✓ 已保存").nth(2).waitFor();

  await page.getByRole("link", { name: "一号会议室" }).click();
  await page.getByText("示范路 17 号").waitFor();
  await page.getByText("40 座").waitFor();
  const hours = page.getByRole("region", { name: "开放和预约规则" });
  expect(await hours.getByText("09:00–24:00").count()).toBe(5);
  await hours.getByText("09:00–18:00").waitFor();
  const { data } = await hub.ask(
    "query ($id: ID!) { resource(id: $id) { openingHours { weekday validTo } } }",
    { id },
  );
  expect(data["resource"]?.["openingHours"]?.at(-1)).toEqual({ weekday: 6, validTo: inDays(60) });
  await page.getByText("每次最长 2 小时。").waitFor();
  expect(faults).toEqual([]);
});

it("a time is blocked with its reason, the bookings that it meets are named, and it is lifted again", async () => {
  const id = await shareRoom("二号会议室", LIAISON);
  const day = inDays(4);
  await book(id, { start: at(day, "14:00"), end: at(day, "16:00") }, OTHER);
  await using opened = await browser.open(`${hub.url}/resources/${id}?day=${day}`, {
    token: await hub.tokenOf(LIAISON),
    size: PHONE,
  });
  const { page, faults } = opened;
  await press(page, "停用一段时间");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("日期").fill(day);
  await dialog.getByText("全天", { exact: true }).click();
  await dialog.getByRole("button", { name: "停用", exact: true }).press("Enter");
  await dialog.getByText("请填写原因。").waitFor();
  await dialog.getByLabel("原因").fill("空调检修");
  await dialog.getByRole("button", { name: "停用", exact: true }).press("Enter");
  await dialog.getByText(/其中已有 1 个预约/).waitFor();
  await dialog.getByText("合唱排练").waitFor();
  await dialog.getByRole("button", { name: "关闭" }).press("Enter");
  const terms = page.getByRole("region", { name: "开放和预约规则" });
  await terms.getByText("空调检修").waitFor();

  // Others see why, before they send anything.
  await using other = await browser.open(
    `${hub.url}/resources/${id}?day=${day}&from=09:00&to=10:00`,
    { token: await hub.tokenOf(OTHER) },
  );
  await other.page.getByText(/停用（空调检修）/).waitFor();
  // On the week, too, the booking that it meets can be seen: nothing lies over it.
  await other.page.getByTitle(/14:00–16:00/).hover();

  await terms.getByRole("button", { name: /^取消停用/ }).press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "取消停用" }).press("Enter");
  await terms.getByText("空调检修").waitFor({ state: "detached" });
  expect([...faults, ...other.faults]).toEqual([]);
});

it("a room that is open to midnight is found, booked and changed to the end of the day", async () => {
  const id = await shareRoom("夜间自习室", LIAISON);
  await setVenue(
    id,
    {
      openingHours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
        weekday,
        from: "18:00",
        to: "24:00",
      })),
    },
    LIAISON,
  );
  await using opened = await browser.open(
    `${hub.url}/resources?day=${inDays(8)}&from=22:00&to=24:00&text=夜间自习室`,
    { token: await hub.tokenOf(OTHER), size: PHONE },
  );
  const { page, faults } = opened;
  await page.locator(".card-title").first().click();
  await page.getByText("这段时间空闲").waitFor();
  expect(await page.getByLabel("到", { exact: true }).inputValue()).toBe("24:00");
  await press(page, "预约");
  await page.getByText(/预约成功.*22:00–24:00/).waitFor();
  await page.getByRole("link", { name: "看我们的预约" }).click();
  await page.getByRole("link", { name: /22:00–24:00/ }).click();
  await page.getByRole("button", { name: "改时间" }).click();
  const dialog = page.getByRole("dialog");
  expect(await dialog.getByLabel("到", { exact: true }).inputValue()).toBe("24:00");
  await dialog.getByLabel("从", { exact: true }).selectOption("21:00");
  await dialog.getByRole("button", { name: "更改", exact: true }).click();
  await page
    .getByText(/21:00–24:00/)
    .first()
    .waitFor();
  expect(faults).toEqual([]);
});

it("the form says what a time breaks before it is sent, and takes over a time that can be had", async () => {
  const id = await shareRoom("三号会议室", LIAISON);
  const day = inDays(5);
  await setVenue(
    id,
    { openingHours: EVERY_DAY, bookingRules: { maxLengthMinutes: 120, slotMinutes: 60 } },
    LIAISON,
  );
  const address = (from: string, to: string): string =>
    `${hub.url}/resources/${id}?day=${day}&from=${from}&to=${to}`;
  await using opened = await browser.open(address("17:00", "19:00"), {
    token: await hub.tokenOf(OTHER),
  });
  const { page, faults } = opened;
  await page.getByText(/不全在开放时间内：.*09:00–18:00/).waitFor();
  await tabTo(page, "[aria-label='可以改约的时间'] button");
  await page.keyboard.press("Enter");
  await page.getByText("这段时间空闲").waitFor();
  await page.goto(address("09:00", "12:00"));
  await page.getByText("每次最长预约 2 小时，请缩短。").waitFor();
  await page.goto(address("09:30", "10:30"));
  await page.getByText("起止须在整格上").waitFor();
  expect(faults).toEqual([]);
});

it("where the hub refuses, the nearest times are buttons that fill the form", async () => {
  const id = await shareRoom("四号会议室", LIAISON);
  const day = inDays(6);
  await using opened = await browser.open(
    `${hub.url}/resources/${id}?day=${day}&from=10:00&to=11:00`,
    { token: await hub.tokenOf(OTHER) },
  );
  const { page } = opened;
  await page.getByText("这段时间空闲").waitFor();
  // The page does not hear of it: what it shows is as it was.
  await page.route("**/graphql**", async (route, request) =>
    `${request.url()}${request.postData() ?? ""}`.includes("FreeTimes")
      ? await route.abort()
      : await route.fallback(),
  );
  await book(id, { start: at(day, "10:00"), end: at(day, "11:00") }, LIAISON);
  await press(page, "预约");
  const instead = page.getByRole("group", { name: "可以改约的时间" });
  await instead.getByRole("button", { name: "当天 11:00–12:00" }).first().press("Enter");
  await page.waitForURL(/from=11/);
  await press(page, "预约");
  await page.getByText(/预约成功.*11:00–12:00/).waitFor();
});

it("the board shows blocked and closed hours with their reason, and not as free", async () => {
  const id = await shareRoom("五号会议室", LIAISON);
  const day = inDays(7);
  await setVenue(id, { openingHours: EVERY_DAY }, LIAISON);
  await hub.ask(
    "mutation ($input: BlockResourceInput!) { blockResource(input: $input) { blocking { id } } }",
    {
      input: {
        resourceId: id,
        during: { start: at(day, "10:00"), end: at(day, "12:00") },
        reason: "消毒通风",
      },
    },
    LIAISON,
  );
  await using opened = await browser.open(`${hub.url}/board?day=${day}`, {
    token: await hub.tokenOf(OTHER),
  });
  const { page, faults } = opened;
  const row = page.getByRole("row", { name: /五号会议室/ });
  await row.getByRole("cell", { name: /10:00–12:00 不能使用.*消毒通风/ }).waitFor();
  await row.getByRole("cell", { name: /18:00–22:00 不能使用.*不在开放时间内/ }).waitFor();
  await page.goto(`${hub.url}/board?day=${day}&view=week`);
  await row.getByText(/停用 10:00–12:00 消毒通风/).waitFor();
  expect(faults).toEqual([]);
});
