import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { type OpenPage, type TestBrowser, startBrowser } from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { chooseIn, lookUpIn, press, writeInto } from "../support/keyboard.ts";
import { committeeOf, inDays, unitOf } from "../support/people.ts";
import { requireSoundPage } from "../support/sound-page.ts";

const [SECRETARY, LIAISON] = ["445202-secretary", "445202-liaison-1"] as const;
/** The secretary of a committee of which the liaison's unit is a member. */
const COLLECTING = "445202-secretary-2";
/** Somebody of another unit. */
const OTHER = "445202-liaison-3";

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

const onPhone = async (name: string, path: string): Promise<OpenPage> =>
  await browser.open(`${hub.url}${path}`, {
    token: await hub.tokenOf(name),
    size: { width: 390, height: 844 },
  });

/** The id of a record that is made by a mutation. */
async function made(
  person: string,
  mutation: string,
  noun: string,
  input: object,
): Promise<string> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${mutation}(input: $input) { ${noun} { id } } }`;
  const { data, errors } = await hub.ask(query, { input }, person);
  expect(errors).toEqual([]);
  return String(data[mutation]?.[noun]?.["id"]);
}

/** The organisation that a committee stands on. */
async function unitOfCommittee(id: string): Promise<string> {
  const query = "query ($id: ID!) { committee(id: $id) { organization { id } } }";
  const { data } = await hub.ask(query, { id }, SECRETARY);
  return String(data["committee"]?.["organization"]?.["id"]);
}

async function nameOf(organizationId: string): Promise<string> {
  const query = "query ($id: ID!) { organization(id: $id) { name } }";
  const { data } = await hub.ask(query, { id: organizationId }, SECRETARY);
  return String(data["organization"]?.["name"]);
}

/** The one seat of a person whom an organisation sends. */
async function seatFrom(organizationId: string): Promise<string> {
  const query =
    "query ($id: ID!) { organization(id: $id) { seatsFrom(first: 2) { nodes { id } } } }";
  const { data } = await hub.ask(query, { id: organizationId }, LIAISON);
  const nodes = data["organization"]?.["seatsFrom"]?.["nodes"] as unknown as { id: string }[]; // as the query has it
  expect(nodes).toHaveLength(1);
  return String(nodes[0]?.id);
}

/** Writes into a field of the form that is open in front of the page, by the keys. */
async function rewrite(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole("dialog").getByRole("textbox", { name: label }).focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

/** What somebody was told last of a record, in English. */
async function toldOf(name: string, recordId: string): Promise<string> {
  const query = "query { notices(first: 20) { nodes { recordId title } } }";
  const { data } = await hub.ask(query, {}, name);
  // What the query asks for: answers are not typed here.
  const { nodes } = data["notices"] as unknown as {
    nodes: { recordId: string; title: string }[];
  };
  return nodes.find((notice) => notice.recordId === recordId)?.title ?? "";
}

it("a seat gets the right name and first day; all that is wrong is said at once", async () => {
  const committeeId = committeeOf(SECRETARY);
  const organizationId = await unitOfCommittee(committeeId);
  await made(SECRETARY, "appointSeat", "seat", {
    committeeId,
    organizationId,
    role: "MEMBER",
    holderName: "委员 071",
  });
  await using opened = await onPhone(SECRETARY, `/office/committees/${committeeId}?part=seats`);
  const { page } = opened;
  await press(page, "更正：委员 071");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await rewrite(page, "姓名", " ");
  await dialog.getByLabel("任职日期").fill("1991-01-01");
  await press(page, "保存更正");
  await dialog.getByText(/^请填写姓名/).waitFor();
  await dialog.getByText(/^不能早于/).waitFor();
  await rewrite(page, "姓名", "委员 017");
  await dialog.getByText("原为：委员 071").waitFor();
  await dialog.getByLabel("任职日期").fill(inDays(-1));
  expect(await dialog.getByText(/^原为：/).count()).toBe(2);
  await requireSoundPage(opened);
  await press(page, "保存更正");
  await dialog.waitFor({ state: "detached" });
  await page.getByText("委员 017", { exact: true }).waitFor();
  // Whoever corrected it by the keys goes on from there.
  await page.getByRole("button", { name: "更正：委员 017" }).waitFor();
  expect(opened.faults).toEqual([]);
});

it("a unit corrects the name of its liaison", async () => {
  await using opened = await onPhone(LIAISON, `/office/organizations/${unitOf(LIAISON)}`);
  const { page } = opened;
  await page
    .getByRole("button", { name: /^更正：/ })
    .first()
    .press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  const before = await dialog.getByRole("textbox", { name: "姓名" }).inputValue();
  await rewrite(page, "姓名", "联络员 017");
  await dialog.getByText(`原为：${before}`).waitFor();
  await requireSoundPage(opened);
  await press(page, "保存更正");
  await dialog.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "更正：联络员 017" }).waitFor();
  expect(opened.faults).toEqual([]);
});

it("a seat in a unit is entered on its page, corrected and ended there; the other unit reads what changed", async () => {
  const organizationId = unitOf(LIAISON);
  const bodyId = await unitOfCommittee(committeeOf(SECRETARY));
  await using opened = await onPhone(LIAISON, `/organizations/${organizationId}#unit-seats`);
  const { page } = opened;
  await press(page, "登记派出的人");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await press(page, "登记");
  await dialog.getByText("请选择任职单位。").waitFor();
  await requireSoundPage(opened);
  await lookUpIn(page, "任职单位", await nameOf(bodyId));
  await writeInto(page, "姓名", "委员 071");
  await writeInto(page, "所任职务", "业委会委员");
  await press(page, "登记");
  await dialog.waitFor({ state: "detached" });
  await page.getByText("业委会委员 · 委员 071").waitFor();
  const id = await seatFrom(organizationId);
  await press(page, "更正：委员 071");
  await dialog.waitFor();
  await rewrite(page, "姓名", "委员 017");
  await rewrite(page, "所任职务", "业委会副主任");
  await dialog.getByText("原为：业委会委员").waitFor();
  await dialog.getByLabel("任职日期").fill(inDays(-3));
  await requireSoundPage(opened);
  await press(page, "保存更正");
  await dialog.waitFor({ state: "detached" });
  await page.getByText("业委会副主任 · 委员 017").waitFor();
  const told = await toldOf(SECRETARY, id);
  expect(told).toContain("office (was “业委会委员”, is now “业委会副主任”)");
  expect(told).toContain("first day (was ");
  expect(told).not.toContain("委员 071");
  await press(page, "离任：委员 017");
  await page.getByRole("textbox", { name: "原因" }).fill("任期届满");
  await page.getByLabel("最后一天").fill(inDays(-1));
  await requireSoundPage(opened);
  await dialog.getByRole("button", { name: "离任", exact: true }).press("Enter");
  await page.getByRole("button", { name: "离任：委员 017" }).waitFor({ state: "detached" });
  await page.getByText("业委会副主任 · 委员 017").waitFor();
  expect(opened.faults).toEqual([]);
});

it("others than the two units and those who keep their place enter no seats", async () => {
  const path = `/organizations/${unitOf(LIAISON)}#unit-seats`;
  await using others = await onPhone(OTHER, path);
  await others.page.getByRole("heading", { level: 1 }).waitFor();
  await others.page.getByRole("heading", { name: "资源清单" }).first().waitFor();
  expect(await others.page.getByRole("button", { name: /^登记(来任职|派出)的人$/ }).count()).toBe(
    0,
  );
});

it("a call for lists gets another title and last day, and is open again; its units read what changed", async () => {
  const id = await made(COLLECTING, "openCollectionRound", "collectionRound", {
    committeeId: committeeOf(COLLECTING),
    title: "冬季需求清单",
    opensOn: inDays(0),
    closesOn: inDays(20),
  });
  await made(COLLECTING, "closeCollectionRound", "collectionRound", { id });
  await using opened = await onPhone(COLLECTING, `/rounds/${id}`);
  const { page } = opened;
  await press(page, "更正");
  await writeInto(page, "标题", "春季需求清单");
  await page.getByText("原为：冬季需求清单").waitFor();
  await page.getByLabel("至（含）").fill(inDays(-1));
  await press(page, "保存更正");
  await page.getByText("截止的日子已经过去了。").waitFor();
  await page.getByLabel("至（含）").fill(inDays(30));
  await page.getByText("改了截止的日子，征集就重新打开。").waitFor();
  await requireSoundPage(opened);
  await press(page, "保存更正");
  await page.getByRole("heading", { level: 1, name: "春季需求清单" }).waitFor();
  await page.getByRole("button", { name: "结束征集" }).waitFor();
  expect(opened.faults).toEqual([]);
  expect(await toldOf(LIAISON, id)).toContain("title (was “冬季需求清单”, is now “春季需求清单”)");
});

it("an activity that was held gets the time at which it took place; its page says what it was before", async () => {
  const committeeId = committeeOf(SECRETARY);
  const id = await made(SECRETARY, "scheduleActivity", "activity", {
    committeeId,
    hostId: await unitOfCommittee(committeeId),
    title: "义务植树",
    kind: "SERVICE",
    audience: "PUBLIC",
    during: {
      start: `${inDays(-9)}T09:00:00+08:00`,
      end: `${inDays(-9)}T11:00:00+08:00`,
    },
  });
  await made(SECRETARY, "holdActivity", "activity", { id });
  await using opened = await onPhone(SECRETARY, `/activities/${id}`);
  const { page } = opened;
  await press(page, "更正");
  await page.getByLabel("日期").fill(inDays(9));
  await writeInto(page, "标题", " ");
  await press(page, "保存更正");
  await page.getByText("已举办的活动，时间不能在以后。").waitFor();
  await page.getByText(/^请填写标题/).waitFor();
  await writeInto(page, "标题", "春季义务植树");
  await page.getByLabel("日期").fill(inDays(-8));
  await chooseIn(page, "到", "12:00");
  await page.getByText(/^原为：.*09:00–11:00$/).waitFor();
  await requireSoundPage(opened);
  await press(page, "保存更正");
  await page.getByRole("heading", { level: 1, name: "春季义务植树" }).waitFor();
  const history = page.getByRole("region", { name: "变更记录" });
  await history.getByText(/^标题：原为 “义务植树”，现为 “春季义务植树”$/).waitFor();
  await history.getByText(/^时段：原为 .*09:00–11:00，现为 .*09:00–12:00$/).waitFor();
  await requireSoundPage(opened);
  expect(opened.faults).toEqual([]);
  // Whoever takes no part sees the time, and not what somebody had written.
  await using public_ = await browser.open(`${hub.url}/activities/${id}`);
  await public_.page.getByText(/^时段：原为 .*09:00–11:00/).waitFor();
  expect(await public_.page.getByText("现为 “春季义务植树”").count()).toBe(0);
});
