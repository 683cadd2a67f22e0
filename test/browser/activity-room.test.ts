import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type OpenPage, type TestBrowser, startBrowser } from "../support/browser.ts";
import { operation } from "../support/contract.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { choose, lookUpIn, press, tabTo, writeInto } from "../support/keyboard.ts";
import { committeeOf, inDays, unitOf } from "../support/people.ts";
import { requireSoundPage } from "../support/sound-page.ts";

const [OWNER, HOST, GUEST] = [
  "445202-liaison-1",
  "445202-secretary-2",
  "445202-liaison-3",
] as const;
const PHONE = { width: 390, height: 844 };

let hub: TestHub;
let browser: TestBrowser;
let room: string;
beforeAll(async () => {
  hub = await startHub();
  browser = await startBrowser();
  const shared = await hub.ask(
    operation("ShareResource"),
    {
      input: {
        providerId: unitOf(OWNER),
        title: "榕江报告厅",
        kind: "VENUE",
        audience: "PUBLIC",
        publish: true,
      },
    },
    OWNER,
  );
  room = String(shared.data["shareResource"]?.["resource"]?.["id"]);
  const venue = { resourceId: room, address: "榕江路 5 号", seats: 80 };
  const rules = { bookingRules: { slotMinutes: 60 } };
  await hub.ask(operation("SetVenue"), { input: { ...venue, ...rules } }, OWNER);
  // Somebody else has the afternoon.
  const input = { resourceId: room, organizationId: unitOf(OWNER), during: at("14:00", "16:00") };
  await hub.ask(operation("BookResource"), { input }, OWNER);
});
afterAll(async () => {
  await browser?.[Symbol.asyncDispose]();
  await hub?.[Symbol.asyncDispose]();
});

const DAY = inDays(9);
const at = (from: string, to: string) => ({
  start: `${DAY}T${from}:00+08:00`,
  end: `${DAY}T${to}:00+08:00`,
});

/** Local times at which the room is taken on the day, as its owner sees it. */
async function takenOn(): Promise<string[]> {
  const { data } = await hub.ask(
    `query ($id: ID!, $during: TimeRangeInput!) { resource(id: $id) { bookings(during: $during) { nodes { during { start } } } } }`,
    { id: room, during: at("00:00", "23:59") },
    OWNER,
  );
  const nodes = data["resource"]?.["bookings"]?.["nodes"] ?? [];
  return nodes.map((one) =>
    new Date(Date.parse(String(one["during"]?.["start"])) + 8 * 3_600_000)
      .toISOString()
      .slice(11, 16),
  );
}

/** Fills the form of a new activity by the keys: a name, the day, and the hours that are taken. */
async function plan(opened: OpenPage, title: string): Promise<void> {
  const { page } = opened;
  await page.locator("[data-type='year']").first().waitFor();
  await page.getByRole("button", { name: "列入日历", disabled: false }).waitFor();
  await writeInto(page, "标题", title);
  await tabTo(page, "[data-type='year']");
  await page.keyboard.type(DAY.replaceAll("-", ""));
  await choose(page, "14:00");
  await choose(page, "16:00");
}

it("a room is chosen with the activity, moved with it twice, and given back, by the keys", async () => {
  await using host = await browser.open(`${hub.url}/activities/new`, {
    token: await hub.tokenOf(HOST),
  });
  const { page } = host;
  await plan(host, "科普讲座");
  // Rooms that are taken then are not even listed, unless they are asked for.
  await page.getByRole("combobox", { name: "场地" }).focus();
  await page.keyboard.type("榕江报告厅");
  await page.getByText("没有这段时间空闲的").waitFor();
  await page.keyboard.press("Tab");
  await page.getByRole("checkbox", { name: "只列这段时间空闲的场地" }).press("Space");
  await lookUpIn(page, "场地", "榕江报告厅");
  const outlook = page.getByRole("group", { name: "所选场地" });
  await outlook.getByText("榕江路 5 号 · 80 座").waitFor();
  await outlook.getByText("按每 1 小时一格预约。").waitFor();
  await outlook.getByText("这段时间已经有预约了。这些时间空闲：").waitFor();
  await requireSoundPage(host);
  await outlook.getByRole("button", { name: "当天 12:00–14:00" }).press("Enter");
  await outlook.getByText("✓ 这段时间空闲").waitFor();
  await press(page, "列入日历");
  await page.getByRole("heading", { name: "科普讲座" }).waitFor();
  await page.getByText("榕江路 5 号").waitFor();
  await page.getByText(/场地已订好|已申请，等提供方答复/).waitFor();
  expect(await takenOn()).toEqual(["12:00", "14:00"]);

  for (const [from, to, start] of [
    ["16:00", "18:00", "16:00"],
    // What it has itself is not in its way.
    ["17:00", "19:00", "17:00"],
  ] as const) {
    await press(page, "改期");
    const form = page.getByRole("form", { name: "改期" });
    await form.getByText("场地的预约随活动一起改").waitFor();
    await form.getByText("场地：榕江报告厅", { exact: true }).waitFor();
    await form.locator("[data-type='day']").first().focus();
    await choose(page, from);
    await choose(page, to);
    await form.getByText("✓ 这段时间空闲").waitFor();
    await writeInto(page, "原因", "让出场地");
    await press(page, "改到这个时间");
    await form.waitFor({ state: "detached" });
    // The page has the new time before it is moved again.
    await page.getByText(`${from}–${to}`).first().waitFor();
    expect(await takenOn()).toContain(start);
    expect(await takenOn()).toHaveLength(2);
  }

  await press(page, "取消活动");
  await page.getByLabel("原因").fill("台风");
  await page.getByRole("dialog").getByRole("button", { name: "取消活动" }).press("Enter");
  await page.getByText("取消原因：台风").first().waitFor();
  expect(await takenOn()).toEqual(["14:00"]);
  await requireSoundPage(host);
}, 300_000);

it("what the hub refuses names times that are taken over by a press, on a phone", async () => {
  await using host = await browser.open(`${hub.url}/activities/new`, {
    token: await hub.tokenOf(HOST),
    size: PHONE,
    colorScheme: "dark",
  });
  const { page } = host;
  await page.getByRole("button", { name: "列入日历", disabled: false }).waitFor();
  await page.getByLabel("标题").fill("读书会");
  // On a phone these are the ones that the phone brings.
  await page.getByLabel("日期").fill(DAY);
  await page.getByLabel("从", { exact: true }).selectOption({ label: "14:00" });
  await page.getByLabel("到", { exact: true }).selectOption({ label: "16:00" });
  await page.getByText("只列这段时间空闲的场地").click();
  await lookUpIn(page, "场地", "榕江报告厅");
  await press(page, "列入日历");
  const offered = page.getByRole("status").filter({ hasText: "这些时间可以订到场地：" });
  await offered.waitFor();
  await requireSoundPage({ ...host, faults: [] });
  await offered.getByRole("button").last().click();
  await page.getByText("✓ 这段时间空闲").waitFor();
  await press(page, "列入日历");
  await page.getByRole("heading", { name: "读书会" }).waitFor();
  await page.getByText(/场地已订好|已申请，等提供方答复/).waitFor();
}, 300_000);

it("a secretary who names another unit as host is told that it is asked, and that the room is asked for, too", async () => {
  const { data } = await hub.ask("{ viewer { organization { name } } }", {}, GUEST);
  const guest = String(data["viewer"]?.["organization"]?.["name"]);
  await using opened = await browser.open(`${hub.url}/activities/new`, {
    token: await hub.tokenOf(HOST),
    size: PHONE,
    colorScheme: "dark",
  });
  const { page } = opened;
  await page.getByRole("button", { name: "列入日历", disabled: false }).waitFor();
  const asked = page.getByText(`会请${guest}确认主办`);
  expect(await asked.count()).toBe(0);
  await page.getByLabel("主办单位").selectOption({ label: guest });
  await asked.waitFor();
  await page.getByLabel("标题").fill("亲子阅读");
  await page.getByLabel("日期").fill(DAY);
  await page.getByLabel("从", { exact: true }).selectOption({ label: "09:00" });
  await page.getByLabel("到", { exact: true }).selectOption({ label: "10:00" });
  const venue = page.getByRole("combobox", { name: "场地" });
  await venue.fill("榕江报");
  await page.getByRole("option", { name: /榕江报告厅/ }).click();
  expect(await venue.inputValue()).toBe("榕江报告厅");
  await page.getByText(/申请这个场地，答复之前为您留着/).waitFor();
  await requireSoundPage(opened);
  await press(page, "列入日历");
  await page.getByRole("heading", { name: "亲子阅读" }).waitFor();
  await page.getByText("已申请，等提供方答复").waitFor();
  // Until it has answered, nobody reads that it hosts, as if that were sure.
  await page.getByText("待确认", { exact: true }).waitFor();
  await using visitor = await browser.open(page.url());
  await visitor.page.getByText("待确认", { exact: true }).waitFor();
  await requireSoundPage(visitor);

  await press(page, "取消活动");
  await page.getByLabel("原因").fill("台风");
  await page.getByRole("dialog").getByRole("button", { name: "取消活动" }).press("Enter");
  await page.getByText("活动取消，邀请作废").waitFor();
  expect(await page.getByText(/^待/).count()).toBe(0);
  await requireSoundPage(opened);
}, 300_000);

/** A liaison whose unit lies outside a place. */
async function liaisonOutside(code: string): Promise<string> {
  const query = "{ viewer { organization { region { code parent { code parent { code } } } } } }";
  for (let n = 1; n <= 9; n++) {
    const name = `445202-liaison-${n}`;
    const { data } = await hub.ask(query, {}, name);
    const region = data["viewer"]?.["organization"]?.["region"];
    const chain = [region, region?.["parent"], region?.["parent"]?.["parent"]];
    if (chain.every((one) => String(one?.["code"]) !== code)) return name;
  }
  throw new Error(`All liaisons are within ${code}`);
}

it("what is called so stands before what only mentions it, the own community's first, with its seats", async () => {
  const committee =
    "query ($id: ID!) { committee(id: $id) { organization { id } region { code } } }";
  const { data } = await hub.ask(committee, { id: committeeOf(HOST) }, HOST);
  const own = String(data["committee"]?.["organization"]?.["id"]);
  const elsewhere = await liaisonOutside(String(data["committee"]?.["region"]?.["code"]));
  const share = async (person: string, input: object): Promise<string> => {
    const all = { kind: "VENUE", audience: "PUBLIC", publish: true, ...input };
    const { data: shared, errors } = await hub.ask(
      operation("ShareResource"),
      { input: all },
      person,
    );
    expect(errors).toEqual([]);
    return String(shared["shareResource"]?.["resource"]?.["id"]);
  };
  const id = await share(HOST, { providerId: own, title: "青藤会客厅" });
  await hub.ask(operation("SetVenue"), { input: { resourceId: id, seats: 36 } }, HOST);
  const providerId = unitOf(elsewhere);
  await share(elsewhere, { providerId, title: "河畔青藤会客厅" });
  // As many as one page of them, all of them newer.
  for (let n = 1; n <= 19; n++)
    await share(elsewhere, {
      providerId,
      title: `${n} 号活动中心`,
      description: "对面是青藤会客厅",
    });
  await using opened = await browser.open(`${hub.url}/activities/new`, {
    token: await hub.tokenOf(HOST),
  });
  const { page } = opened;
  await page.getByRole("button", { name: "列入日历", disabled: false }).waitFor();
  const asked: string[] = [];
  page.on("request", (request) => {
    const text = request.postData() ?? "";
    if (text.includes("VenueChoices") && text.includes("青藤")) asked.push(text);
  });
  await page.getByRole("combobox", { name: "场地" }).focus();
  await page.keyboard.type("青藤会客厅");
  await page.getByRole("option").nth(2).filter({ hasText: "号活动中心" }).waitFor();
  const options = await page.getByRole("option").allInnerTexts();
  expect(options[0]).toMatch(/^青藤会客厅 .* · 36 座/);
  expect(options[1]).toMatch(/^河畔青藤会客厅/);
  expect(options[2]).toMatch(/号活动中心/);
  expect(asked).toHaveLength(1);
  expect(opened.faults).toEqual([]);
}, 300_000);

it("while a year is typed nothing is asked for of a time that nobody means, and the past is no time of a room", async () => {
  await using opened = await browser.open(`${hub.url}/activities/new`, {
    token: await hub.tokenOf(HOST),
  });
  const { page } = opened;
  await page.locator("[data-type='year']").first().waitFor();
  await page.getByRole("button", { name: "列入日历", disabled: false }).waitFor();
  await tabTo(page, "[data-type='year']");
  await choose(page, "09:00");
  await choose(page, "10:00");
  await lookUpIn(page, "场地", "榕江报告厅");
  const asked: string[] = [];
  page.on("request", (request) => {
    const text = request.postData() ?? "";
    if (/RoomOutlook|VenueChoices/.test(text)) asked.push(text);
  });
  const year = page.locator("[data-type='year']").first();
  await year.focus();
  await page.keyboard.type(DAY.replaceAll("-", ""));
  await page.getByText("✓ 这段时间空闲").waitFor();
  await year.focus();
  await page.keyboard.type("2022");
  await page.getByText("已经过去的时间不预约场地。").waitFor();
  await year.focus();
  await page.keyboard.type(DAY.slice(0, 4));
  await page.getByText("✓ 这段时间空闲").waitFor();
  expect(asked.filter((text) => /"(?:000|002|020|2022)/.test(text))).toEqual([]);
  expect(opened.faults).toEqual([]);
}, 300_000);
