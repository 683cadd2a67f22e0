import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type OpenPage, type TestBrowser, startBrowser } from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { press, writeInto } from "../support/keyboard.ts";
import { committeeOf, unitOf } from "../support/people.ts";
import { requireSoundPage } from "../support/sound-page.ts";

const [SECRETARY, LIAISON, AUDITOR] = [
  "445202-secretary",
  "445202-liaison-1",
  "445202-auditor",
] as const;

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

/** What the auditor's page of a record says of its corrections, unfolded. */
async function correctionsOf(path: string): Promise<string> {
  await using opened = await browser.open(`${hub.url}${path}`, {
    token: await hub.tokenOf(AUDITOR),
  });
  const list = opened.page.getByRole("list", { name: "更正记录" });
  await list.waitFor();
  for (const folded of await list.locator("summary").all()) await folded.press("Enter");
  await requireSoundPage(opened);
  return await list.innerText();
}

it("an issue is corrected by the keys on a phone, resolved, and opened again; an auditor sees what was before", async () => {
  const committeeId = committeeOf(SECRETARY);
  const ownerId = await unitOfCommittee(committeeId);
  const id = await made(SECRETARY, "raiseIssue", "issue", {
    committeeId,
    ownerId,
    title: "路灯不亮",
    audience: "PUBLIC",
  });
  await using opened = await onPhone(SECRETARY, `/issues/${id}`);
  const { page } = opened;
  await press(page, "更正");
  await writeInto(page, "问题", "三号楼路灯不亮");
  await page.getByText("原为：路灯不亮").waitFor();
  await writeInto(page, "措施（可不填）", "换灯泡");
  await page.getByText("原来没有填。").waitFor();
  await requireSoundPage(opened);
  await press(page, "保存更正");
  await page.getByRole("heading", { name: "三号楼路灯不亮" }).waitFor();
  await writeInto(page, "办理结果", "已修好");
  await press(page, "登记结果并销号");
  await press(page, "恢复办理");
  await writeInto(page, "原因", "又灭了");
  await page.getByRole("dialog").getByRole("button", { name: "恢复办理" }).press("Enter");
  await page.getByRole("button", { name: "登记结果并销号" }).waitFor();
  // Whoever is no auditor does not see who changed what.
  expect(await page.getByRole("heading", { name: "更正记录" }).count()).toBe(0);
  expect(opened.faults).toEqual([]);
  const seen = await correctionsOf(`/issues/${id}`);
  for (const words of ["更改问题", "恢复办理问题", "路灯不亮", "三号楼路灯不亮", "已修好"])
    expect(seen).toContain(words);
});

it("a meeting that was held gets another title and another item; marked by mistake, it is to take place again", async () => {
  const committeeId = committeeOf(SECRETARY);
  const hostId = await unitOfCommittee(committeeId);
  const start = new Date(Date.now() - 5 * 3_600_000);
  const end = new Date(start.getTime() + 3_600_000);
  const id = await made(SECRETARY, "scheduleActivity", "activity", {
    committeeId,
    hostId,
    title: "季度会议",
    kind: "MEETING",
    audience: "PUBLIC",
    during: { start: start.toISOString(), end: end.toISOString() },
  });
  await made(SECRETARY, "putAgendaItem", "agendaItem", { activityId: id, title: "分工" });
  await made(SECRETARY, "holdActivity", "activity", { id });
  await using opened = await onPhone(SECRETARY, `/activities/${id}`);
  const { page } = opened;
  await press(page, "更正：分工");
  await writeInto(page, "议题", "巡逻分工");
  await page.getByText("原为：分工").waitFor();
  await press(page, "保存更正");
  await page.getByText("巡逻分工", { exact: true }).waitFor();
  await press(page, "更正");
  await writeInto(page, "标题", "三季度会议");
  await writeInto(page, "地点（文字，凡能看到活动的都能看到）", "二楼会议室");
  await requireSoundPage(opened);
  await press(page, "保存更正");
  await page.getByRole("heading", { name: "三季度会议" }).waitFor();
  await page.getByText("二楼会议室", { exact: true }).waitFor();
  await press(page, "恢复为待举办");
  await writeInto(page, "原因（参加的单位会看到）", "点错了");
  await page.getByRole("dialog").getByRole("button", { name: "恢复为待举办" }).press("Enter");
  await page.getByRole("button", { name: "改期" }).waitFor();
  expect(opened.faults).toEqual([]);
  const seen = await correctionsOf(`/activities/${id}`);
  for (const words of ["更正活动", "恢复活动", "季度会议", "三季度会议", "二楼会议室"])
    expect(seen).toContain(words);
});

it("a need is shown to others and goes back on the list after it was withdrawn by mistake", async () => {
  const organizationId = unitOf(LIAISON);
  const id = await made(LIAISON, "postNeed", "need", {
    organizationId,
    title: "缺书桌",
    kind: "WISH",
    audience: "ALLIANCE",
    publish: true,
  });
  await using opened = await onPhone(LIAISON, `/needs/${id}/edit`);
  const { page } = opened;
  await writeInto(page, "标题", "缺两张书桌");
  await page.getByRole("combobox", { name: "谁可以看到" }).selectOption({ index: 0 });
  await page.getByRole("list", { name: "改动之前" }).getByText("标题原为：缺书桌").waitFor();
  await requireSoundPage(opened);
  await press(page, "保存");
  await page.getByRole("heading", { name: "缺两张书桌" }).waitFor();
  const shown = await hub.ask("query ($id: ID!) { need(id: $id) { audience } }", { id });
  expect(shown.data).toEqual({ need: { audience: "PUBLIC" } });
  await press(page, "撤回");
  await page.getByRole("dialog").getByRole("textbox").fill("已解决");
  await page.getByRole("dialog").getByRole("button", { name: "撤回" }).press("Enter");
  await press(page, "重新发布");
  await page.getByRole("dialog").getByRole("button", { name: "重新发布" }).press("Enter");
  await page.getByRole("link", { name: "修改" }).waitFor();
  expect(opened.faults).toEqual([]);
  const seen = await correctionsOf(`/needs/${id}`);
  expect(seen).toContain("缺两张书桌");
  // The first time it was put on the list is no correction.
  expect(seen.split("发布需求")).toHaveLength(2);
});

it("a correction is shown however much else has been done with the record", async () => {
  const committeeId = committeeOf(SECRETARY);
  const hostId = await unitOfCommittee(committeeId);
  const during = { start: "2026-01-10T09:00:00+08:00", end: "2026-01-10T11:00:00+08:00" };
  const id = await made(SECRETARY, "scheduleActivity", "activity", {
    committeeId,
    hostId,
    title: "义务植树",
    kind: "SERVICE",
    during,
    audience: "PUBLIC",
  });
  await made(SECRETARY, "updateActivity", "activity", { id, title: "春季义务植树" });
  const organizationId = hostId;
  for (let attendance = 1; attendance <= 51; attendance++)
    await made(SECRETARY, "recordAttendance", "activity", { id, organizationId, attendance });
  expect(await correctionsOf(`/activities/${id}`)).toContain("春季义务植树");
});
