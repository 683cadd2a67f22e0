import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { type OpenPage, type TestBrowser, startBrowser } from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";

/** The secretary of a committee, and the liaison of a unit of it. */
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

const openAs = async (name: string, path: string): Promise<OpenPage> =>
  browser.open(`${hub.url}${path}`, { token: await hub.tokenOf(name) });

/** Answers the question that a button asks. */
async function confirm(page: Page, action: string, reason?: string): Promise<void> {
  await page.getByRole("button", { name: action, exact: true }).click();
  const dialog = page.getByRole("dialog");
  if (reason !== undefined) await dialog.getByRole("textbox").fill(reason);
  await dialog.getByRole("button", { name: action, exact: true }).click();
  await dialog.waitFor({ state: "detached" });
}

it("a committee calls for lists, a unit answers, changes and withdraws what it needs", async () => {
  await using leading = await openAs(SECRETARY, "/rounds");
  const { page: secretary } = leading;
  await secretary.getByRole("button", { name: "发起征集" }).click();
  const dialog = secretary.getByRole("dialog");
  await dialog.getByRole("button", { name: "发起征集" }).click();
  await dialog.getByText("请填写标题").waitFor();
  await dialog.getByLabel("标题").fill("冬季需求清单");
  await dialog.getByRole("button", { name: "发起征集" }).click();
  await secretary.getByRole("heading", { level: 1, name: "冬季需求清单" }).waitFor();
  await secretary.getByText("还没有单位提交").waitFor();
  const path = new URL(secretary.url()).pathname;

  // The unit finds the call, and what it needs is put to that committee and that round.
  await using answering = await openAs(LIAISON, "/rounds?state=OPEN");
  const { page: liaison } = answering;
  await liaison.getByRole("link", { name: "冬季需求清单" }).click();
  await liaison.getByRole("link", { name: "提交需求" }).click();
  await liaison.getByLabel("标题").fill("周六义诊的医生");
  await liaison.getByLabel("数量（可不填）").fill("2");
  await liaison.getByLabel("计量单位（可不填）").fill("人");
  await liaison.getByRole("button", { name: /响应清单征集/ }).waitFor();
  await liaison.getByRole("button", { name: "发布", exact: true }).click();
  await liaison.getByRole("heading", { level: 1, name: "周六义诊的医生" }).waitFor();
  expect(await liaison.getByRole("link", { name: "冬季需求清单" }).count()).toBe(1);

  // It is changed; a day that was not given before is added, and the quantity taken away.
  await liaison.getByRole("link", { name: "修改" }).click();
  await liaison.getByLabel("数量（可不填）").fill("");
  await liaison.getByLabel("计量单位（可不填）").fill("");
  await liaison.getByLabel("说明（可不填）").fill("内科和骨科各一位");
  await liaison.getByRole("button", { name: "保存" }).click();
  await liaison.getByText("内科和骨科各一位").waitFor();
  expect(await liaison.getByText("2 人").count()).toBe(0);

  // The secretary sees who has put in what and who has not, and closes the round.
  await secretary.reload();
  await secretary.getByRole("link", { name: "周六义诊的医生" }).waitFor();
  await secretary.getByRole("heading", { name: /还没有提交的单位/ }).waitFor();
  await confirm(secretary, "结束征集");
  await secretary.getByText("征集已经结束").waitFor();
  await liaison.goto(`${hub.url}${path}`);
  await liaison.getByText("征集已经结束").waitFor();
  expect(await liaison.getByRole("link", { name: "提交需求" }).count()).toBe(0);

  await liaison.getByRole("link", { name: "周六义诊的医生" }).click();
  await confirm(liaison, "撤回", "已经请到医生");
  await liaison.getByText("撤回原因：已经请到医生").waitFor();
  await liaison.goto(`${hub.url}/needs?state=WITHDRAWN`);
  await liaison.getByRole("link", { name: "周六义诊的医生" }).waitFor();
  for (const { faults } of [leading, answering]) expect(faults).toEqual([]);
});
