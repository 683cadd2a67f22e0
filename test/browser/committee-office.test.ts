import { until } from "@alliance-hub/testing/until";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import {
  type OpenPage,
  type TestBrowser,
  accessibilityFaults,
  startBrowser,
} from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { choose, chooseFirst, tabTo } from "../support/keyboard.ts";
import { inDays, person } from "../support/people.ts";

const SECRETARY = "445202-secretary";
const OPERATOR = "445202-operator";
/** Acts for a unit, and for another one before it belongs to a committee. */
const LIAISON = "445202-liaison-1";
/** Sits nowhere before the test appoints them. */
const DEPUTY = "445202-auditor";

let hub: TestHub;
let browser: TestBrowser;

beforeAll(async () => {
  hub = await startHub();
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.[Symbol.asyncDispose]();
  await hub?.[Symbol.asyncDispose]();
});

const openAs = async (name: string, path: string): Promise<OpenPage> =>
  await browser.open(`${hub.url}${path}`, { token: await hub.tokenOf(name) });

/** The committee that the secretary runs, with a member unit. */
async function ownCommittee(): Promise<{ id: string; name: string; unit: string }> {
  const query = `{ viewer { roles { role committee { id name
    memberUnits(first: 1) { nodes { organization { id } } } } } } }`;
  const { data } = await hub.ask(query, {}, SECRETARY);
  const committee = data["viewer"]?.["roles"]?.[0]?.["committee"];
  const unit = committee?.["memberUnits"]?.["nodes"]?.[0]?.["organization"]?.["id"];
  return { id: String(committee?.["id"]), name: String(committee?.["name"]), unit: String(unit) };
}

/** Sends a mutation. */
async function change(name: string, input: object, fields: string, as: string) {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation M($input: ${type}) { ${name}(input: $input) { ${fields} } }`;
  const { data, errors } = await hub.ask(query, { input }, as);
  expect(errors).toEqual([]);
  return data[name];
}

const line = (opened: OpenPage, text: string) =>
  opened.page.locator(".terms-compared tbody tr", { hasText: text });

it("the next term is planned seat by seat by the keys alone, compared with this one, and given up", async () => {
  const { id } = await ownCommittee();
  await using opened = await openAs(SECRETARY, `/office/committees/${id}?part=terms`);
  const { page, faults } = opened;
  const form = page.getByRole("form", { name: "下一届" });
  await form.locator("[data-type='year']").first().waitFor();
  await form.locator("[data-type='year']").first().focus();
  await page.keyboard.type(inDays(40).replaceAll("-", ""));
  await form.locator("[data-type='year']").nth(1).focus();
  await page.keyboard.type(inDays(1500).replaceAll("-", ""));
  await tabTo(page, "form[aria-label='下一届'] button[type='submit']");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /筹备第 \d+ 届/ }).waitFor();
  // All stay at first.
  await page.locator(".terms-compared").getByText("留任").first().waitFor();
  expect(await page.locator(".terms-compared .state", { hasText: "留任" }).count()).toBeGreaterThan(
    0,
  );

  // Somebody new, as deputy secretary.
  await tabTo(page, "form[aria-label='任命委员'] input[type='text']");
  await page.keyboard.type("委员 971");
  await choose(page, "副书记", "ArrowUp");
  await page.getByRole("form", { name: "任命委员" }).getByText("请选择", { exact: true }).waitFor();
  await chooseFirst(page);
  await tabTo(page, "form[aria-label='任命委员'] button[type='submit']");
  await page.keyboard.press("Enter");
  await line(opened, "委员 971").getByText("新任").waitFor();
  await line(opened, "委员 971").getByText("副书记").waitFor();

  // One of those who sit now leaves, and stays after all.
  const out = page.getByRole("button", { name: /^移出：/ }).last();
  const name = String(await out.getAttribute("aria-label")).replace("移出：", "");
  await out.press("Enter");
  await page.getByRole("dialog").getByLabel("原因").fill("届满不再推荐");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: `留任：${name}` }).waitFor();
  await line(opened, name).getByText("卸任").waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("button", { name: `留任：${name}` }).press("Enter");
  await page.getByRole("button", { name: `移出：${name}` }).waitFor();
  // Nobody sits in the present term for it.
  await page.getByRole("link", { name: "委员", exact: true }).press("Enter");
  await page.getByText(/共 \d+ 项/).waitFor();
  expect(await page.getByText("委员 971").count()).toBe(0);

  await page.getByRole("link", { name: "届次", exact: true }).press("Enter");
  await page.getByRole("button", { name: "取消筹备" }).press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "取消筹备" }).press("Enter");
  await form.waitFor();
  expect(faults).toEqual([]);
});

it("a secretary hands over to a deputy for two weeks, who then runs the committee, and ends it", async () => {
  const { id, name, unit } = await ownCommittee();
  const { subject } = person(DEPUTY);
  const seat = { committeeId: id, organizationId: unit, holderName: "副书记 972", subject };
  await change("appointSeat", { ...seat, role: "DEPUTY_SECRETARY" }, "seat { id }", SECRETARY);
  await using own = await openAs(SECRETARY, `/office/committees/${id}?part=deputies`);
  const { page } = own;
  await page.getByText("现由书记主持").waitFor();
  const form = page.getByRole("form", { name: "交代行" });
  await form.getByText("请选择", { exact: true }).waitFor();
  await form.getByRole("button", { name: /副书记/ }).click();
  await page.getByRole("option", { name: "副书记 972" }).click();
  await form.getByLabel("交代的事").fill("外出学习两周");
  await form.getByRole("button", { name: "交代行" }).click();
  await page.getByText("现由副书记 副书记 972 代行").waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  // The deputy finds the committee among those to be managed, and everybody sees who acts.
  await using deputy = await openAs(DEPUTY, `/office/committees/${id}?part=seats`);
  await deputy.page.getByRole("form", { name: "任命委员" }).waitFor();
  await using other = await openAs(LIAISON, `/committees/${id}#seats`);
  await other.page.getByText("现由副书记 副书记 972 代行").waitFor();

  await page.getByRole("button", { name: "结束代行：副书记 972" }).click();
  await page.getByRole("dialog").getByLabel("原因").fill("提前返回");
  await page.getByRole("dialog").getByRole("button", { name: "结束代行" }).click();
  await page.getByText("提前结束：提前返回").waitFor();
  await deputy.page.reload();
  await deputy.page.getByText("这里没有您能办理的事项").waitFor();
  expect(name).not.toBe("");
  expect([...own.faults, ...deputy.faults, ...other.faults]).toEqual([]);
});

it("a unit proposes itself on a committee's page and is accepted, then leaves with what is open settled", async () => {
  const { id, name } = await ownCommittee();
  const unitName = "红星路文化服务中心";
  const registered = await change(
    "registerOrganization",
    { name: unitName, kind: "SOCIAL_ORGANIZATION", regionCode: "445202" },
    "organization { id }",
    OPERATOR,
  );
  const unit = String(registered?.["organization"]?.["id"]);
  const liaison = { organizationId: unit, name: "联络员 973", subject: person(DEPUTY).subject };
  await change("nameLiaison", liaison, "liaison { id }", OPERATOR);

  await using own = await openAs(DEPUTY, `/committees/${id}`);
  await own.page.getByRole("button", { name: "申请加入" }).press("Enter");
  await own.page.getByLabel("申请说明").fill("愿意提供排练场地");
  await own.page.getByRole("button", { name: "提交申请" }).click();
  await own.page.getByText("正待书记答复").waitFor();

  await using secretary = await openAs(SECRETARY, `/office/committees/${id}?part=applications`);
  const { page } = secretary;
  await page.getByText("愿意提供排练场地").waitFor();
  await page.getByRole("button", { name: `同意：${unitName}` }).click();
  await page.getByRole("button", { name: "同意加入" }).click();
  await page.getByText("没有待答复的申请").waitFor();

  await own.page.reload();
  await own.page.getByRole("heading", { name }).waitFor();
  await until(
    async () => {
      await own.page.reload();
      await own.page.getByRole("link", { name: "成员单位" }).first().waitFor();
      return await own.page.getByText("正待书记答复").count();
    },
    (waiting) => waiting === 0,
  );

  // What it has put on the committee's list is settled when it leaves, on a day ahead.
  const resource = { providerId: unit, committeeId: id, title: "排练厅 973", kind: "EXPERTISE" };
  await change(
    "shareResource",
    { ...resource, audience: "COMMITTEE", publish: true },
    "resource { id }",
    DEPUTY,
  );
  await own.page.goto(`${hub.url}/office/organizations/${unit}`);
  await own.page.getByText("已同意").waitFor();
  await own.page.getByRole("link", { name: `退出：${unitName}` }).press("Enter");
  await own.page.getByText("未了结的事项（1）").waitFor();
  await own.page.getByText("撤回，尚未开始的预约随之取消").waitFor();
  const form = own.page.getByRole("form", { name: "退出委员会" });
  await form.getByRole("button", { name: /怎么处理/ }).click();
  await own.page.getByRole("option", { name: "移出清单，单位继续提供" }).click();
  await form.locator("[data-type='year']").focus();
  await own.page.keyboard.type(inDays(20).replaceAll("-", ""));
  await form.getByLabel("原因").fill("单位搬迁");
  await form.getByText("移出清单").first().waitFor();
  expect(await accessibilityFaults(own.page)).toEqual([]);
  await form.getByRole("button", { name: "安排退出" }).click();
  await own.page.getByRole("dialog").getByRole("button", { name: "安排退出" }).click();
  await own.page.waitForURL(new RegExp(`/office/committees/${id}$`));

  // The committee sees the day, calls it off, and the unit leaves at once.
  await page.goto(`${hub.url}/office/committees/${id}`);
  await page.getByRole("button", { name: `取消退出：${unitName}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "取消退出" }).click();
  await page.getByRole("link", { name: `退出：${unitName}` }).click();
  const again = page.getByRole("form", { name: "退出委员会" });
  await page.getByText("未了结的事项（1）").waitFor();
  await again.getByRole("button", { name: /怎么处理/ }).click();
  await page.getByRole("option", { name: "移出清单，单位继续提供" }).click();
  await again.getByLabel("原因").fill("单位搬迁");
  await again.getByRole("button", { name: "退出" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "退出" }).click();
  await page.waitForURL(new RegExp(`/office/committees/${id}$`));
  const { data } = await hub.ask(
    `{ organization(id: "${unit}") { memberships(includeEnded: true, first: 5) { nodes { leaveReason } }
      resources(first: 5) { nodes { title state committee { id } } } } }`,
    {},
    DEPUTY,
  );
  expect(data["organization"]).toEqual({
    memberships: { nodes: [{ leaveReason: "单位搬迁" }] },
    resources: { nodes: [{ title: "排练厅 973", state: "PUBLISHED", committee: null }] },
  });
  expect([...own.faults, ...secretary.faults]).toEqual([]);
});
