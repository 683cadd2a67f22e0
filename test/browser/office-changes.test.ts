import { type Receiver, startReceiver } from "@alliance-hub/testing/receiver";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import {
  type OpenPage,
  type TestBrowser,
  accessibilityFaults,
  startBrowser,
} from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { chooseIn, focusedDialog, lookUpIn, press, writeInto } from "../support/keyboard.ts";
import { requireSoundPage } from "../support/sound-page.ts";
import { committeeOf, inDays, person, unitOf } from "../support/people.ts";

const [OPERATOR, SECRETARY, LIAISON] = [
  "445202-operator",
  "445202-secretary",
  "445202-liaison-1",
] as const;
/** Sits nowhere before the test appoints them. */
const DEPUTY = "445202-auditor";

let hub: TestHub;
let browser: TestBrowser;
let receiver: Receiver;

beforeAll(async () => {
  hub = await startHub({ HUB_WEBHOOKS_PRIVATE_ADDRESSES: "on" });
  receiver = await startReceiver();
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.[Symbol.asyncDispose]();
  await receiver?.[Symbol.asyncDispose]();
  await hub?.[Symbol.asyncDispose]();
});

/** A page on a phone. */
const onPhone = async (
  name: string,
  path: string,
  colorScheme: "light" | "dark",
): Promise<OpenPage> =>
  await browser.open(`${hub.url}${path}`, {
    token: await hub.tokenOf(name),
    size: { width: 390, height: 844 },
    colorScheme,
  });

/** The first of a kind of records. */
async function first(query: string, list: string) {
  const { data } = await hub.ask(query, {}, OPERATOR);
  const nodes = data[list]?.["nodes"] as unknown as readonly Record<string, string>[]; // by the query
  return nodes;
}

const places = async (level: string) =>
  await first(
    `{ regions(filter: { within: "445202", levels: [${level}] }, first: 8) { nodes { code name } } }`,
    "regions",
  );

it("a committee gets another name, labels, a place in the tree and the mark as a model", async () => {
  const all = await first(
    '{ committees(filter: { regionCode: "445202", levels: [COMMUNITY, DISTRICT] }, first: 100) { nodes { id name level } } }',
    "committees",
  );
  const committee = all.findLast(({ level }) => level === "COMMUNITY");
  const parent = all.find(({ level }) => level === "DISTRICT");
  await using opened = await onPhone(
    OPERATOR,
    `/office/committees/${committee?.["id"]}?part=settings`,
    "dark",
  );
  const { page } = opened;
  await writeInto(page, "名称", "红星大党委");
  await writeInto(page, "工作主题", "组织联建、资源联享");
  await lookUpIn(page, "上级委员会（可不填）", String(parent?.["name"]));
  await page.getByRole("checkbox", { name: "示范点" }).press("Space");
  await requireSoundPage(opened);
  await press(page, "保存");
  // Another committee above moves rights, too: that is asked first.
  await page.getByRole("dialog").getByText("书记的权限也随之改变").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "保存" }).press("Enter");
  await page.getByRole("heading", { name: "红星大党委", level: 1 }).waitFor();
  await page.locator(".facts").getByText(String(committee?.["name"])).waitFor();
  const { data } = await hub.ask(
    `{ committee(id: "${committee?.["id"]}") { name themes demonstration parent { id } } }`,
  );
  expect(data["committee"]).toEqual({
    name: "红星大党委",
    themes: ["组织联建", "资源联享"],
    demonstration: true,
    parent: { id: parent?.["id"] },
  });
  expect(opened.faults).toEqual([]);
});

it("the robot of a group is set up with some of the unit's notices, which it shows, and with others later", async () => {
  await using opened = await onPhone(LIAISON, "/partners", "light");
  const { page } = opened;
  await chooseIn(page, "推送给谁", "钉钉群机器人");
  await writeInto(page, "地址", `${receiver.url}/robot/send?access_token=k`);
  await writeInto(page, "加签密钥（可不填）", "SEC-placeholder");
  await writeInto(page, "名称（可不填）", "工作群");
  await chooseIn(page, "本单位的通知", "只推送所选的");
  // What would send nothing is found before it is sent.
  await press(page, "登记");
  await page.getByText("请至少选择一类记录。").waitFor();
  const nouns = page.getByRole("group", { name: "哪类记录的通知" });
  await nouns.getByRole("checkbox", { name: "预约" }).press("Space");
  await nouns.getByRole("checkbox", { name: "活动" }).press("Space");
  const bookings = page.getByRole("group", { name: "预约：哪些情形" });
  await bookings.getByRole("checkbox", { name: "已同意" }).press("Space");
  await page.getByText("“活动”还没有选情形").waitFor();
  // A type that two nouns have is one choice.
  await bookings.getByRole("checkbox", { name: "取消", exact: true }).press("Space");
  const activities = page.getByRole("group", { name: "活动：哪些情形" });
  expect(await activities.getByRole("checkbox", { name: "取消", exact: true }).isChecked()).toBe(
    true,
  );
  await chooseIn(page, "通知用什么文字", "繁體中文");
  await requireSoundPage(opened);
  await press(page, "登记");
  await page.getByText("通知：预约（已同意、取消）、活动（取消） · 繁體中文").waitFor();

  await page.getByRole("link", { name: "工作群" }).press("Enter");
  await page.getByText("预约（已同意、取消）、活动（取消） · 繁體中文").waitFor();
  await chooseIn(page, "本单位的通知", "全部推送");
  await press(page, "保存");
  await page.getByText("本单位的全部通知 · 繁體中文").waitFor();
  await chooseIn(page, "本单位的通知", "不推送");
  await press(page, "保存");
  await page.getByText("不推送通知").waitFor();
  const [endpoint] = await endpoints();
  expect(endpoint).toEqual({ kind: "ROBOT_DINGTALK", label: "工作群", notices: null });
  await requireSoundPage(opened);
});

async function endpoints(): Promise<readonly unknown[]> {
  const query = `{ webhookEndpoints(organizationId: "${unitOf(LIAISON)}", first: 5) {
    nodes { kind label notices { nouns } } } }`;
  const { data } = await hub.ask(query, {}, LIAISON);
  return data["webhookEndpoints"]?.["nodes"] as unknown as readonly unknown[]; // by the query
}

/** Opens one of the changes of a place. */
async function openChange(page: Page, action: string, place: string): Promise<void> {
  await press(page, `${action}：${place}`);
  await page.getByRole("dialog", { name: `${place}：${action}` }).waitFor();
}

it("places are renamed, merged, moved and ended, at once or from a day to come", async () => {
  const [renamed, merged, into, moved] = await places("COMMUNITY");
  const street = (await places("STREET")).at(-1);
  await using opened = await onPhone(
    OPERATOR,
    `/office/regions?place=${renamed?.["code"]}`,
    "dark",
  );
  const { page } = opened;
  const send = async (name: string): Promise<void> =>
    await page.getByRole("dialog").getByRole("button", { name, exact: true }).press("Enter");
  const at = async (code: string | undefined): Promise<unknown> =>
    await page.goto(`${hub.url}/office/regions?place=${code}`);

  await openChange(page, "更名", String(renamed?.["name"]));
  await writeInto(page, "新名称", "红星社区");
  await requireSoundPage(opened);
  await send("更名");
  await page.getByRole("heading", { name: /^红星社区/ }).waitFor();
  await page.getByText(`曾用名：${renamed?.["name"]}`).waitFor();

  // Both from a day to come: until then they can be called off.
  await at(merged?.["code"]);
  await openChange(page, "并入", String(merged?.["name"]));
  await lookUpIn(page, "并入", String(into?.["name"]));
  await page.getByLabel("从哪天起（今天即时办理）").fill(inDays(30));
  await writeInto(page, "原因（可不填）", "民政〔2026〕12 号");
  await send("并入");
  await page.getByText(`${merged?.["name"]}并入${into?.["name"]}`).waitFor();
  // The operator is told of it, too.
  await page.getByRole("main").getByText("民政〔2026〕12 号").waitFor();

  await at(moved?.["code"]);
  await openChange(page, "改属", String(moved?.["name"]));
  await lookUpIn(page, "新的上级", String(street?.["name"]));
  await send("改属");
  await page
    .getByRole("navigation", { name: "上级" })
    .getByText(String(street?.["name"]))
    .waitFor();

  // One in which there still are units is not ended; the hub says what is there.
  await openChange(page, "撤销", String(moved?.["name"]));
  await send("撤销");
  await page.getByRole("dialog").locator(".fault").first().waitFor();
  const refused = await focusedDialog(page);
  await page.keyboard.press("Escape");
  await refused.waitFor({ state: "detached" });
  const [code, name] = ["445202991", "临江街道"];
  const added = await hub.ask(
    "mutation ($input: AddRegionInput!) { addRegion(input: $input) { region { code } } }",
    { input: { code, name, level: "STREET", parentCode: "445202" } },
    OPERATOR,
  );
  expect(added.errors).toEqual([]);
  await at(code);
  await openChange(page, "撤销", name);
  await send("撤销");
  await page.getByText("已撤销").first().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
});

it("what a unit is gets corrected with a reason, without which it is not sent", async () => {
  const [, unit] = await first(
    '{ organizations(filter: { regionCode: "445202", kinds: [HOSPITAL] }, first: 2) { nodes { id name } } }',
    "organizations",
  );
  await using opened = await onPhone(OPERATOR, `/office/organizations/${unit?.["id"]}`, "light");
  const { page } = opened;
  await press(page, "更正类型、所在地、信用代码");
  await chooseIn(page, "类型", "事业单位");
  const asked = page.getByRole("dialog");
  await asked.getByRole("button", { name: "更正", exact: true }).press("Enter");
  await asked.getByText("请填写原因。").waitFor();
  await writeInto(page, "原因", "登记时选错");
  await requireSoundPage(opened);
  await asked.getByRole("button", { name: "更正", exact: true }).press("Enter");
  await asked.waitFor({ state: "detached" });
  await page.getByText("事业单位").first().waitFor();
  const query = `{ organization(id: "${unit?.["id"]}") { kind } }`;
  expect((await hub.ask(query)).data).toEqual({ organization: { kind: "PUBLIC_INSTITUTION" } });
  expect(opened.faults).toEqual([]);
});

it("two units merge after a look at what goes over, by the keys alone", async () => {
  const name = "红星路书画社";
  const registered = await hub.ask(
    "mutation ($input: RegisterOrganizationInput!) { registerOrganization(input: $input) { organization { id } } }",
    { input: { name, kind: "SOCIAL_ORGANIZATION", regionCode: "445202" } },
    OPERATOR,
  );
  const id = String(registered.data["registerOrganization"]?.["organization"]?.["id"]);
  const { data } = await hub.ask("{ viewer { organization { name } } }", {}, LIAISON);
  const into = String(data["viewer"]?.["organization"]?.["name"]);
  await using opened = await onPhone(OPERATOR, `/office/organizations/${id}`, "dark");
  const { page } = opened;
  await page.getByRole("link", { name: "并入其他单位" }).press("Enter");
  await lookUpIn(page, "并入哪个单位", into);
  await page.getByRole("region", { name: "转到并入后单位名下" }).waitFor();
  await page.getByRole("region", { name: "须知" }).waitFor();
  await requireSoundPage(opened);
  await press(page, "合并");
  await page.getByRole("dialog").getByLabel("原因").fill("机构改革");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: into, level: 1 }).waitFor();
  await page.getByText(`“${name}”已于`).waitFor();
  expect(opened.faults).toEqual([]);
});

it("a committee is handed over from a day to come, and the deputy declines with a reason", async () => {
  const id = committeeOf(SECRETARY);
  const [unit] = await first(
    `{ organizations(filter: { regionCode: "445202", kinds: [PUBLIC_INSTITUTION] }, first: 1) { nodes { id } } }`,
    "organizations",
  );
  const seat = { committeeId: id, holderName: "副书记 981", subject: person(DEPUTY).subject };
  const { data } = await hub.ask(
    `{ committee(id: "${id}") { organization { id } } }`,
    {},
    SECRETARY,
  );
  const organizationId = data["committee"]?.["organization"]?.["id"] ?? unit?.["id"];
  const { errors } = await hub.ask(
    "mutation ($input: AppointSeatInput!) { appointSeat(input: $input) { seat { id } } }",
    { input: { ...seat, organizationId, role: "DEPUTY_SECRETARY" } },
    SECRETARY,
  );
  expect(errors).toEqual([]);
  await using own = await onPhone(SECRETARY, `/office/committees/${id}?part=deputies`, "light");
  const { page } = own;
  await page.locator("option", { hasText: "副书记 981" }).waitFor({ state: "attached" });
  await chooseIn(page, "副书记", "副书记 981");
  await page.getByLabel("代行起").fill(inDays(5));
  await page.getByLabel("代行止").fill(inDays(12));
  await writeInto(page, "交代的事（可不填）", "外出学习一周");
  await requireSoundPage(own);
  await press(page, "交代行");
  await page.getByRole("button", { name: "取消代行：副书记 981" }).waitFor();

  // The committee's page asks the deputy.
  await using deputy = await onPhone(DEPUTY, `/committees/${id}`, "dark");
  const request = deputy.page.getByRole("region", { name: "交给您的代行" });
  await request.getByText("外出学习一周").waitFor();
  await requireSoundPage(deputy);
  await request.getByRole("button", { name: "谢绝代行：副书记 981" }).press("Enter");
  await deputy.page.getByRole("dialog").getByLabel("原因（书记会看到）").fill("同期有培训");
  await deputy.page.keyboard.press("Enter");
  await request.waitFor({ state: "detached" });
  await page.reload();
  await page.getByText("未开始即取消：同期有培训").waitFor();
  expect([...own.faults, ...deputy.faults]).toEqual([]);
});
