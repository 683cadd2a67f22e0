import { creditCodeCheckCharacter } from "@alliance-hub/platform/text/credit-code";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type OpenPage, type TestBrowser, startBrowser } from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { choose, lookUp, tabTo } from "../support/keyboard.ts";
import { inDays, person } from "../support/people.ts";

const OPERATOR = "445202-operator";
const SECRETARY = "445202-secretary-2";
/** Acts for no unit before the test names them. */
const NEW_LIAISON = "445202-auditor";

const UNIT = "红星路第九小学";
const FIRST_17 = "12445202MB2X00017";
const CODE = `${FIRST_17}${creditCodeCheckCharacter(FIRST_17)}`;
/** One character was mistyped: the check character no longer fits. */
const WRONG_CODE = CODE.replace("MB2X", "MB3X");

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

const openAs = async (name: string, path: string): Promise<OpenPage> =>
  browser.open(`${hub.url}${path}`, { token: await hub.tokenOf(name) });

/** The committee that the secretary runs, with its place. */
async function ownCommittee(): Promise<{ id: string; name: string; place: string }> {
  const { data } = await hub.ask(
    "{ viewer { roles { committee { id name region { name } } } } }",
    {},
    SECRETARY,
  );
  const committee = data?.["viewer"]?.["roles"]?.[0]?.["committee"];
  return {
    id: String(committee?.["id"]),
    name: String(committee?.["name"]),
    place: String(committee?.["region"]?.["name"]),
  };
}

it("an operator registers a unit by the keys alone, a secretary admits it, its liaison signs in and acts for it", async () => {
  const committee = await ownCommittee();

  await using registering = await openAs(OPERATOR, "/office/organizations");
  const { page } = registering;
  await page.getByText(/共 \d+ 项/).waitFor();
  await tabTo(page, "a[href='/office/organizations/new']");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "登记单位" }).waitFor();
  await tabTo(page, "form input[type='text']");
  await page.keyboard.type(UNIT);
  await choose(page, "学校");
  await page.keyboard.press("Tab");
  await lookUp(page, committee.place);
  await page.getByLabel("统一社会信用代码").focus();
  await page.keyboard.type(WRONG_CODE);
  await page.keyboard.press("Tab");
  await page.getByText("最后一位校验不符").waitFor();
  // Nothing was sent, and the field that is wrong has the focus.
  await tabTo(page, "form button[type='submit']");
  await page.keyboard.press("Enter");
  await page.locator("[aria-invalid='true']:focus").waitFor();
  expect(await page.locator("input:focus").inputValue()).toBe(WRONG_CODE);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(CODE.toLowerCase());
  await page.keyboard.press("Enter");

  // The unit's record, where its liaison is named.
  await page.getByRole("heading", { name: UNIT }).waitFor();
  await page.getByText(CODE).waitFor();
  await page.getByText("还没有联络员").waitFor();
  const naming = page.getByRole("form", { name: "指定联络员" });
  await naming.getByLabel("姓名").fill("联络员 900");
  await naming.getByLabel("登录名").fill(person(NEW_LIAISON).subject);
  await naming.getByRole("button", { name: "指定" }).click();
  await page.getByRole("button", { name: "卸任：联络员 900" }).waitFor();

  // Its page has nothing yet, and says so once.
  await using empty = await openAs(OPERATOR, new URL(page.url()).pathname.replace("/office", ""));
  await empty.page
    .getByText(
      "暂时没有您可以看到的内容：连心卡、资源清单、需求清单、共建协议、活动、队伍、双报到。",
    )
    .waitFor();

  // The secretary admits it.
  await using admitting = await openAs(SECRETARY, `/office/committees/${committee.id}`);
  await admitting.page.getByRole("combobox", { name: "单位" }).focus();
  await lookUp(admitting.page, UNIT);
  await admitting.page.getByRole("button", { name: "吸收" }).click();
  await admitting.page.getByRole("link", { name: UNIT, exact: true }).waitFor();
  await admitting.page.getByText("联络员：联络员 900").waitFor();

  // Whoever was named signs in, and acts for the unit.
  await using arriving = await browser.open(`${hub.url}/sign-in?back=/office`);
  const arrived = arriving.page;
  await arrived.getByRole("button", { name: /审计员\s*榕城区/ }).click();
  await arrived.getByRole("link", { name: UNIT }).click();
  await arrived.getByRole("link", { name: committee.name }).waitFor();
  await arrived.getByText("成员单位").first().waitFor();
  // The audit log tells of all of it, newest first.
  await arrived.goto(`${hub.url}/audit`);
  const done = arrived.locator(".audit-row .row-title");
  await done.first().waitFor();
  expect((await done.allTextContents()).slice(0, 3)).toEqual([
    "吸收成员单位",
    "指定联络员",
    "登记单位",
  ]);
  expect([...registering.faults, ...admitting.faults, ...arriving.faults]).toEqual([]);
});

it("a secretary fills a seat, ends it with a reason, and is asked before a change of term", async () => {
  const { id } = await ownCommittee();
  await using opened = await openAs(SECRETARY, `/office/committees/${id}?part=seats`);
  const { page, faults } = opened;
  const form = page.getByRole("form", { name: "任命委员" });
  await form.getByRole("button", { name: "任命" }).click();
  await form.getByText("请填写姓名。").waitFor();
  await form.getByLabel("姓名").fill("委员 901");
  // The units that may send somebody have come.
  await form.getByText("请选择", { exact: true }).waitFor();
  await form.getByRole("button", { name: /派出单位/ }).click();
  await page.getByRole("option").first().click();
  await form.getByRole("button", { name: "任命" }).click();
  await page.getByRole("button", { name: "离任：委员 901" }).click();
  const asked = page.getByRole("dialog");
  expect(await asked.getByRole("button", { name: "离任", exact: true }).isDisabled()).toBe(true);
  await asked.getByLabel("原因").fill("工作调动");
  await asked.getByRole("button", { name: "离任", exact: true }).click();
  await page.getByText("委员 901", { exact: true }).waitFor({ state: "detached" });

  await page.getByRole("link", { name: "届次" }).click();
  const term = page.getByRole("form", { name: "下一届" });
  await term.locator("[data-type='year']").first().waitFor();
  await term.locator("[data-type='year']").first().focus();
  await page.keyboard.type(inDays(0).replaceAll("-", ""));
  await term.locator("[data-type='year']").nth(1).focus();
  const thisYear = new Date().getFullYear();
  await page.keyboard.type(`${thisYear + 5}1231`);
  await term.getByRole("button", { name: "换届" }).click();
  const question = page.getByRole("dialog");
  await question.getByText("换届后不能撤回").waitFor();
  await question.getByRole("button", { name: "不，返回" }).click();
  // Nothing has changed, and what was typed is still there.
  expect(await page.locator(".row", { hasText: "本届" }).count()).toBe(1);
  await term.getByRole("button", { name: "换届" }).click();
  await question.getByRole("button", { name: "换届" }).click();
  await page.locator(".row", { hasText: `${thisYear + 5}年12月31日` }).waitFor();
  expect(faults).toEqual([]);
});
