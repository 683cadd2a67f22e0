import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type TestBrowser, startBrowser } from "../support/browser.ts";
import { choose, lookUpIn, press, tabTo, writeInto } from "../support/keyboard.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { committeeOf, inDays, unitOf as unitIdOf } from "../support/people.ts";
import { requireSoundPage } from "../support/sound-page.ts";

const [SECRETARY, LIAISON, OTHER] = [
  "445202-secretary-2",
  "445202-liaison-1",
  "445202-liaison-3",
] as const;
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

/** A day counted from today, as it is typed: year, month, day. */
const typedDay = (days: number): string => inDays(days).replaceAll("-", "");

/** The name of the unit that somebody acts for. */
async function unitOf(person: string): Promise<string> {
  const { data } = await hub.ask("{ viewer { organization { name } } }", {}, person);
  return String(data?.["viewer"]?.["organization"]?.["name"]);
}

it("a secretary plans an activity by keyboard, moves it, but not into the past; a unit joins and sees what changes", async () => {
  await using secretary = await browser.open(`${hub.url}/activities/new`, {
    token: await hub.tokenOf(SECRETARY),
  });
  const { page } = secretary;
  await page.getByRole("button", { name: "列入日历" }).waitFor();
  // The parts of a day come after the page.
  await page.locator("[data-type='year']").first().waitFor();
  await page.getByRole("button", { name: "列入日历", disabled: false }).waitFor();
  await page.getByLabel("标题").focus();
  await page.keyboard.type("旧书交换");
  // What is missing is said at its field, and the first such field gets the focus.
  await page.keyboard.press("Enter");
  await page.getByText("请选择日期。").waitFor();
  await page.getByLabel("标题").focus();
  await tabTo(page, "[data-type='year']");
  await page.keyboard.type(typedDay(9));
  await choose(page, "14:00");
  await choose(page, "16:00");
  await tabTo(page, "button[type='submit']");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "旧书交换" }).waitFor();

  await using unit = await browser.open(page.url(), { token: await hub.tokenOf(LIAISON) });
  await page.getByText("1 个单位").waitFor();
  await unit.page.getByRole("button", { name: "报名参加" }).click();
  await unit.page.getByText("：已报名").waitFor();
  // The secretary's open page has it without being asked.
  await page.getByText("2 个单位").waitFor();

  await page.getByRole("button", { name: "改期" }).click();
  await page.getByLabel("原因").fill("下雨");
  await page.getByRole("button", { name: "改到这个时间" }).click();
  await page.getByText("这就是现在的时间，请改成另一个。").waitFor();
  // A year that is typed wrong is said at the field, before anything is sent.
  await page.locator("form [data-type='year']").first().focus();
  await page.keyboard.type(typedDay(-400));
  await page.getByText("这一天已经过去了，还没有开始的活动只能改到以后。").waitFor();
  await page.locator("form [data-type='year']").first().focus();
  await page.keyboard.type(typedDay(10));
  await page.getByRole("button", { name: "改到这个时间" }).click();
  const notice = unit.page.getByText(
    /时间有变：原定 .*月\d+日 周. 14:00–16:00，改到 .*月\d+日 周. .*原因：下雨/,
  );
  await notice.waitFor();
  expect([...secretary.faults, ...unit.faults]).toEqual([]);
});

it("who was there is entered and put right afterwards, by the keys on a phone; the history keeps what was before", async () => {
  const committeeId = committeeOf(SECRETARY);
  const units = `query ($id: ID!) { committee(id: $id) { organization { id name } memberUnits(first: 5) { nodes { organization { id name } } } } }`;
  const { data } = await hub.ask(units, { id: committeeId }, SECRETARY);
  const base = data["committee"]?.["organization"];
  // What the document asks for.
  const members = data["committee"]?.["memberUnits"]?.["nodes"] as unknown as {
    organization: { id: string; name: string };
  }[];
  const taken = [String(base?.["id"]), unitIdOf(LIAISON), unitIdOf(OTHER)];
  const member = members
    .map(({ organization }) => organization)
    .find(({ id: one }) => !taken.includes(one));
  const other = await unitOf(OTHER);
  const guest = await unitOf(LIAISON);
  const start = new Date(Date.now() - 5 * 3_600_000);
  const during = {
    start: start.toISOString(),
    end: new Date(Date.now() - 3_600_000).toISOString(),
  };
  const scheduled = await hub.ask(
    "mutation ($input: ScheduleActivityInput!) { scheduleActivity(input: $input) { activity { id } } }",
    {
      input: {
        committeeId,
        hostId: base?.["id"],
        title: "清洁家园",
        kind: "SERVICE",
        audience: "PUBLIC",
        during,
      },
    },
    SECRETARY,
  );
  const id = String(scheduled.data["scheduleActivity"]?.["activity"]?.["id"]);
  await hub.ask(
    "mutation ($input: JoinActivityInput!) { joinActivity(input: $input) { activity { id } } }",
    { input: { id, organizationId: unitIdOf(LIAISON) } },
    SECRETARY,
  );
  await using secretary = await browser.open(`${hub.url}/activities/${id}`, {
    token: await hub.tokenOf(SECRETARY),
    size: PHONE,
  });
  const { page } = secretary;
  const list = page.getByRole("list", { name: "参加单位" });
  const add = page.getByRole("form", { name: "添加参加单位" });
  await add.waitFor();
  await writeInto(page, String(base?.["name"]), "12");
  await press(page, "保存人次");
  await page.getByText("已举办").first().waitFor();
  // One of the committee's, and one of elsewhere; both had not joined.
  await lookUpIn(page, "委员会的单位", String(member?.name));
  await writeInto(page, "到场人次（可不填）", "8");
  await requireSoundPage(secretary);
  await press(page, "添加");
  await list.getByText("8 人次").waitFor();
  await lookUpIn(page, "其他单位（可不选）", other);
  await press(page, "添加");
  await list.getByText(other).waitFor();
  await page.getByText("4 个单位，其中 2 个报了人次，共 20 人次").waitFor();

  await press(page, `没有参加：${String(member?.name)}`);
  await page.getByRole("dialog").getByRole("button", { name: "没有参加" }).press("Enter");
  await page.getByText("3 个单位，其中 1 个报了人次，共 12 人次").waitFor();
  const history = page.getByRole("region", { name: "变更记录" });
  await history.getByText(`参加单位：原为 空，现为 ${String(member?.name)}`).waitFor();
  await history.getByText(`参加单位：原为 ${String(member?.name)}，现为 空`).waitFor();
  await history.getByText(`${String(member?.name)}的人次：原为 8，现为 空`).waitFor();
  await requireSoundPage(secretary);

  // A number that was wrong is put right by the unit itself, too.
  await using unit = await browser.open(page.url(), { token: await hub.tokenOf(LIAISON) });
  await unit.page.getByRole("textbox", { name: guest }).fill("9");
  await unit.page.getByRole("button", { name: "保存人次" }).click();
  await page.getByText("共 21 人次").waitFor();
  // Which unit was taken off is not for everybody.
  const others = unit.page.getByRole("region", { name: "变更记录" });
  await others.getByText("参加单位", { exact: true }).waitFor();
  expect(await others.getByText("原为 8").count()).toBe(0);
  expect([...secretary.faults, ...unit.faults]).toEqual([]);
});

it("a cancelled activity stays with its reason; whoever may not change it has no buttons for that", async () => {
  const find = `{ activities(filter: { regionCode: "445202", states: [SCHEDULED, RESCHEDULED] }, first: 100)
    { nodes { id audience committee { id } } } viewer { roles { committee { id } } } }`;
  const { data } = await hub.ask(find, {}, "445202-secretary");
  const own = data?.["viewer"]?.["roles"]?.[0]?.["committee"]?.["id"];
  // What the document asks for.
  const nodes = data?.["activities"]?.["nodes"] as unknown as {
    id: string;
    audience: string;
    committee: { id: string };
  }[];
  // One that the liaison sees, too.
  const id = nodes.find(
    ({ audience, committee }) => audience === "PUBLIC" && committee.id === String(own),
  )?.id;
  const address = `${hub.url}/activities/${id}`;
  await using other = await browser.open(address, { token: await hub.tokenOf(LIAISON) });
  await other.page.getByRole("heading", { name: "变更记录" }).waitFor();
  expect(await other.page.getByRole("button", { name: "取消活动" }).count()).toBe(0);
  await using opened = await browser.open(address, {
    token: await hub.tokenOf("445202-secretary"),
  });
  await opened.page.getByRole("button", { name: "取消活动" }).click();
  await opened.page.getByLabel("原因").fill("场地检修");
  await opened.page.getByRole("dialog").getByRole("button", { name: "取消活动" }).click();
  await opened.page.getByText("取消原因：场地检修").first().waitFor();
  await other.page.getByText("取消原因：场地检修").first().waitFor();
  expect([...opened.faults, ...other.faults]).toEqual([]);
});
