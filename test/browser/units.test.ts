import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type OpenPage, type TestBrowser, startBrowser } from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { unitOf } from "../support/people.ts";

const OPERATOR = "445202-operator";
const LIAISON = "445202-liaison-1";
const UNITS = `query ($filter: OrganizationFilter) { organizations(filter: $filter, first: 20) {
  nodes { id name } } }`;

interface Named {
  readonly id: string;
  readonly name: string;
}

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

/** Units of the district, of one kind. */
async function unitsOf(kind: string): Promise<readonly Named[]> {
  const { data } = await hub.ask(UNITS, { filter: { regionCode: "445202", kinds: [kind] } });
  // The shape is that of the query.
  return data["organizations"]?.["nodes"] as unknown as readonly Named[];
}

/** A company that can become a part of the liaison's unit, for nothing is in the way. */
async function mergeable(): Promise<Named> {
  for (const unit of await unitsOf("PRIVATE_COMPANY")) {
    if (unit.id === unitOf(LIAISON)) continue;
    const query = `query ($from: ID!, $into: ID!) { organizationMerge(fromId: $from, intoId: $into) {
      warnings { blocks } } }`;
    const { data } = await hub.ask(query, { from: unit.id, into: unitOf(LIAISON) }, OPERATOR);
    if (!JSON.stringify(data).includes("true")) return unit;
  }
  throw new Error("No company can be merged");
}

it("two units merge after a look at what follows, and the liaison's old link leads to the one that is left", async () => {
  const from = await mergeable();
  const { data } = await hub.ask("{ viewer { organization { name } } }", {}, LIAISON);
  const into = String(data["viewer"]?.["organization"]?.["name"]);

  await using merging = await openAs(OPERATOR, `/office/organizations/${from.id}`);
  const { page } = merging;
  await page.getByRole("link", { name: "并入其他单位" }).click();
  const field = page.getByRole("combobox", { name: "并入哪个单位" });
  await field.fill(into);
  await page.getByRole("option", { name: into }).first().click();
  await page.getByRole("region", { name: "被并入" }).getByText(from.name).waitFor();
  await page.getByRole("region", { name: "并入后的单位" }).getByText(into).first().waitFor();
  await page.getByRole("region", { name: "转到并入后单位名下" }).waitFor();
  await page.getByRole("button", { name: "合并" }).click();
  const asked = page.getByRole("dialog");
  const yes = asked.getByRole("button", { name: "合并" });
  expect(await yes.isDisabled()).toBe(true);
  await asked.getByLabel("原因").fill("机构改革");
  await yes.click();
  await page.getByRole("heading", { name: into, level: 1 }).waitFor();
  await page.getByText(`“${from.name}”已于`).waitFor();

  // A link from before, by somebody of the unit that is left.
  await using following = await openAs(LIAISON, `/organizations/${from.id}`);
  await following.page.getByRole("heading", { name: into, level: 1 }).waitFor();
  await following.page.getByText(`“${from.name}”已于`).waitFor();
  expect(following.page.url()).toContain(`/organizations/${unitOf(LIAISON)}`);
  // In the office, too.
  await using kept = await openAs(OPERATOR, `/office/organizations/${from.id}`);
  await kept.page.getByRole("heading", { name: into, level: 1 }).waitFor();
  expect([...merging.faults, ...following.faults, ...kept.faults]).toEqual([]);
});

it("a unit that was renamed is found by its former name, and the list says so", async () => {
  const [school] = await unitsOf("SCHOOL");
  const name = "榕城区实验外国语学校";
  await using opened = await openAs(OPERATOR, `/office/organizations/${school?.id}`);
  const { page, faults } = opened;
  await page.getByRole("button", { name: "更名" }).click();
  const asked = page.getByRole("dialog");
  await asked.getByLabel("新名称").fill(name);
  await asked.getByLabel("原因").fill("合并办学");
  await asked.getByRole("button", { name: "更名" }).click();
  await page.getByRole("heading", { name, level: 1 }).waitFor();
  await page.goto(`${hub.url}/office/organizations?text=${encodeURIComponent(school?.name ?? "")}`);
  const row = page.locator(".row", { hasText: name });
  await row.getByText(`曾用名 ${school?.name}`).waitFor();
  // Its own page tells until when it was called so.
  await page.goto(`${hub.url}/organizations/${school?.id}`);
  await page.getByText(`${school?.name}（至`).waitFor();
  expect(faults).toEqual([]);
});

it("a unit that still has something open cannot end, and what is open is listed", async () => {
  // The organisation of the liaison's committee has its secretary.
  await using opened = await openAs(
    OPERATOR,
    `/office/organizations/${unitOf("445202-secretary")}`,
  );
  const { page, faults } = opened;
  await page.getByRole("button", { name: "终止单位" }).click();
  const asked = page.getByRole("dialog");
  await asked.getByLabel("原因").fill("机构撤销");
  await asked.getByRole("button", { name: "终止单位" }).click();
  await asked.getByText("没有了结，不能终止").waitFor();
  expect(await asked.getByRole("listitem").count()).toBeGreaterThan(0);
  expect(faults).toEqual([]);
});

it("who serves an estate is recorded and ended on the unit's page, and on the estate's", async () => {
  // Another district: it has companies that serve estates.
  const query = `{ regions(filter: { within: "360502", levels: [ESTATE] }, first: 1) {
      nodes { code name servedBy(first: 20) { nodes { organization { id } } } } }
    organizations(filter: { regionCode: "360502", kinds: [PROPERTY_COMPANY] }, first: 20) {
      nodes { id name } } }`;
  const { data } = await hub.ask(query);
  const estate = data["regions"]?.["nodes"]?.[0];
  const [code, place] = [String(estate?.["code"]), String(estate?.["name"])];
  const serving = JSON.stringify(estate?.["servedBy"]);
  // The shape is that of the query.
  const companies = data["organizations"]?.["nodes"] as unknown as readonly Named[];
  const company = companies.find(({ id }) => !serving.includes(id))?.name ?? "";
  await using opened = await openAs("360502-operator", `/office/regions?place=${code}`);
  const { page, faults } = opened;
  await page.getByRole("button", { name: "登记谁服务这里" }).click();
  const asked = page.getByRole("dialog");
  await asked.getByRole("combobox", { name: "物业公司或业主委员会" }).fill(company);
  await page.getByRole("option", { name: company }).first().click();
  await asked.getByRole("button", { name: "登记" }).click();
  const served = page.locator(".row", { hasText: company });
  await served.getByText("服务中").waitFor();
  await served.getByRole("link", { name: company }).click();
  const row = page.locator("#service-areas .row", { hasText: place });
  await row.getByRole("button", { name: /结束服务/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "结束服务" }).click();
  await row.getByText(/ 至 /).waitFor();
  expect(faults).toEqual([]);
});

it("a place gets another name from a day to come, until that is called off", async () => {
  const query = `{ regions(filter: { within: "445202", levels: [COMMUNITY] }, first: 1) { nodes { code name } } }`;
  const { data } = await hub.ask(query);
  const community = data["regions"]?.["nodes"]?.[0];
  const [code, name] = [String(community?.["code"]), String(community?.["name"])];
  await using opened = await openAs(OPERATOR, `/office/regions?place=${code}`);
  const { page, faults } = opened;
  await page.getByRole("button", { name: `更名：${name}` }).click();
  const asked = page.getByRole("dialog");
  await asked.getByLabel("新名称").fill("红星社区");
  await asked.locator("[data-type='year']").focus();
  await page.keyboard.type(`${new Date().getFullYear() + 1}0701`);
  await asked.getByRole("button", { name: "更名" }).click();
  const row = page.locator(".row", { hasText: `${name}更名为“红星社区”` });
  await row.getByText("待生效").waitFor();
  await row.getByRole("button", { name: /取消调整/ }).click();
  await page.getByRole("dialog").getByLabel("原因").fill("名称另议");
  await page.getByRole("dialog").getByRole("button", { name: "取消调整" }).click();
  await row.getByText("已取消").waitFor();
  await row.getByText("取消原因：名称另议").waitFor();
  expect(faults).toEqual([]);
});

it("a unit registers with a street, and later reports another headcount", async () => {
  const { data } = await hub.ask(
    '{ regions(filter: { within: "445202", levels: [STREET] }, first: 1) { nodes { name } } }',
  );
  const street = String(data["regions"]?.["nodes"]?.[0]?.["name"]);
  await using opened = await openAs(LIAISON, "/registrations");
  const { page, faults } = opened;
  await page.getByRole("button", { name: "报到", exact: true }).click();
  const asked = page.getByRole("dialog");
  await asked.getByRole("combobox", { name: "社区或街道" }).fill(street);
  // Names of its communities begin with its own.
  const found = page.getByRole("option", { name: street }).filter({ hasNotText: "社区" });
  await found.first().click();
  await asked.getByLabel("报到党员人数").fill("12");
  await asked.getByRole("button", { name: "提交报到" }).click();
  const row = page.locator(".row", { hasText: `到${street} · ` }).first();
  await row.getByText("党员 12 人").waitFor();
  await row.getByText("待答复").waitFor();
  // Once the street has accepted it, the unit keeps the number up to date.
  await using accepting = await openAs(OPERATOR, "/registrations?state=SUBMITTED&place=445202");
  const waiting = accepting.page.locator(".row", { hasText: `到${street} · ` }).first();
  await waiting.getByRole("button", { name: "接收" }).click();
  await accepting.page.getByRole("dialog").getByRole("button", { name: "接收" }).click();
  await waiting.waitFor({ state: "detached" });
  await page.reload();
  await row.getByRole("button", { name: /更新人数/ }).click();
  await page.getByRole("dialog").getByLabel("报到党员人数").fill("15");
  await page.getByRole("dialog").getByRole("button", { name: "登记" }).click();
  await row.getByText("党员 15 人").waitFor();
  expect([...faults, ...accepting.faults]).toEqual([]);
});
