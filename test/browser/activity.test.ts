import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type TestBrowser, startBrowser } from "../support/browser.ts";
import { choose, tabTo } from "../support/keyboard.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { inDays } from "../support/people.ts";

const [SECRETARY, LIAISON] = ["445202-secretary-2", "445202-liaison-1"] as const;

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

it("a secretary plans an activity by keyboard, moves it, and notes who came; a unit joins and sees what changes", async () => {
  await using secretary = await browser.open(`${hub.url}/activities/new`, {
    token: await hub.tokenOf(SECRETARY),
  });
  const { page } = secretary;
  await page.getByRole("button", { name: "列入日历" }).waitFor();
  // The parts of a day come after the page.
  await page.locator("[data-type='year']").first().waitFor();
  await page.getByRole("button", { name: "列入日历", disabled: false }).waitFor();
  await page.getByLabel("名称").focus();
  await page.keyboard.type("旧书交换");
  // What is missing is said at its field, and the first such field gets the focus.
  await page.keyboard.press("Enter");
  await page.getByText("请选择日期。").waitFor();
  await page.getByLabel("名称").focus();
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
  await page.locator("form [data-type='year']").first().focus();
  await page.keyboard.type(typedDay(-1));
  await page.getByRole("button", { name: "改到这个时间" }).click();
  const notice = unit.page.getByText(
    /时间有变：原定 .*月\d+日 周. 14:00–16:00，改到 .*月\d+日 周. .*原因：下雨/,
  );
  await notice.waitFor();

  const [host, guest] = [await unitOf(SECRETARY), await unitOf(LIAISON)];
  await page.getByRole("textbox", { name: host }).fill("12");
  await page.getByRole("textbox", { name: guest }).fill("8");
  await page.getByRole("button", { name: "保存人数" }).click();
  await unit.page.getByText("其中 2 个报了人数，共 20 人次").waitFor();
  await unit.page.getByText("已举办").first().waitFor();
  // A number that was wrong is put right afterwards, by the unit itself.
  await unit.page.getByRole("textbox", { name: guest }).fill("9");
  await unit.page.getByRole("button", { name: "保存人数" }).click();
  await page.getByText("共 21 人次").waitFor();
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
