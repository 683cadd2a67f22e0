import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import {
  type OpenPage,
  type TestBrowser,
  accessibilityFaults,
  startBrowser,
} from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { lookUpIn, press } from "../support/keyboard.ts";

/** Liaisons of three units of one committee. */
const SIDES = ["445202-liaison-1", "445202-liaison-2", "445202-liaison-3"] as const;
/** A liaison of a unit of another committee. */
const OUTSIDER = "445202-liaison-4";

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

async function unitOf(name: string): Promise<string> {
  const { data } = await hub.ask("{ viewer { organization { name } } }", {}, name);
  return String(data?.["viewer"]?.["organization"]?.["name"]);
}

/** Adds a party by the keys alone: the beginning of its name, the arrow, Enter. */
async function addParty(page: Page, name: string): Promise<void> {
  await lookUpIn(page, "添加一方", name);
  await page.locator(".party", { hasText: name }).waitFor();
}

/** Answers the question that a button asks. */
async function confirm(page: Page, action: string, reason?: string): Promise<void> {
  await page.getByRole("button", { name: action, exact: true }).click();
  const dialog = page.getByRole("dialog");
  if (reason !== undefined) await dialog.getByRole("textbox").fill(reason);
  await dialog.getByRole("button", { name: action, exact: true }).click();
  await dialog.waitFor({ state: "detached" });
}

const stateOn = (page: Page): Promise<string | null> =>
  page.locator(".agreement .card-facts .state").textContent();

it("three parties draft, sign, keep and end an agreement, each in a browser of their own", async () => {
  const [first, second, third] = await Promise.all(SIDES.map(unitOf));
  await using drafting = await openAs(SIDES[0], "/agreements");
  const { page } = drafting;

  // The draft is written by keys alone, and is still there after a reload.
  await page.getByRole("link", { name: "草拟协议" }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("标题").focus();
  await page.keyboard.type("三方共建协议１３８００１３８０００");
  await page.locator(".party", { hasText: String(first) }).waitFor();
  await addParty(page, String(second));
  await addParty(page, String(third));
  await press(page, "两年");
  for (const clause of ["每季度开展一次义诊", "每周开放报告厅"]) {
    await press(page, "添加一条");
    // The line that was added gets the focus.
    await page.locator("textarea:focus").waitFor();
    await page.keyboard.type(clause);
  }
  await press(page, "上移：第 2 条");
  expect(await page.getByLabel("内容").first().inputValue()).toBe("每周开放报告厅");
  await press(page, "删除：第 1 条");
  await press(page, "撤销");
  await page.getByLabel("每年几次（可不填）").first().fill("48");
  await page.reload();
  await page.getByText("这里有上次填写、还没有提交的内容").waitFor();
  expect(await page.getByLabel("内容").first().inputValue()).toBe("每周开放报告厅");
  expect(await accessibilityFaults(page)).toEqual([]);

  // What the hub rejects stands at its field, and nothing is lost.
  await press(page, "存为草稿");
  await page.locator(".field", { hasText: "标题" }).locator(".fault").waitFor();
  expect(await page.locator("*:focus").inputValue()).toContain("三方共建协议");
  await page.getByLabel("标题").fill("三方共建协议");
  await press(page, "存为草稿");
  await page.getByRole("heading", { level: 1, name: "三方共建协议" }).waitFor();
  expect(await stateOn(page)).toBe("草稿");
  const path = new URL(page.url()).pathname;

  // A draft is changed once more, then proposed.
  await page.getByRole("link", { name: "修改草稿" }).click();
  await page.getByLabel("内容").last().fill("每季度开展一次义诊，派医生两名");
  await page.getByRole("button", { name: "保存草稿" }).click();
  await page.getByText("每季度开展一次义诊，派医生两名").waitFor();
  await using strange = await openAs(OUTSIDER, path);
  await strange.page.getByText("没有找到").waitFor();
  await confirm(page, "提出，请各方签署");
  await page.getByText("已签 0/3 方").waitFor();

  // Each finds it among what awaits them, and signs.
  await using secondOpen = await openAs(SIDES[1], "/agreements");
  await using thirdOpen = await openAs(SIDES[2], "/agreements");
  for (const [at, one] of [page, secondOpen.page, thirdOpen.page].entries()) {
    if (one !== page) {
      const waiting = one.locator("section", { has: one.getByText("等您签署", { exact: true }) });
      await waiting.getByRole("link", { name: "三方共建协议" }).first().click();
    }
    await confirm(one, "签署");
    await one.getByText(at < 2 ? `已签 ${at + 1}/3 方` : "各方均已签署，协议生效").waitFor();
  }
  for (const one of [page, secondOpen.page]) {
    await one.reload();
    await one.getByText("各方均已签署，协议生效").waitFor();
    expect(await stateOn(one)).toBe("生效");
    expect(await one.getByRole("button", { name: "退回草稿" }).count()).toBe(0);
  }
  await strange.page.reload();
  await strange.page.getByText("没有找到").waitFor();

  // What was kept is recorded by any of them, by keys alone.
  await press(secondOpen.page, "登记兑现：每周开放报告厅");
  await secondOpen.page.getByLabel("迄今一共兑现几次").fill("3");
  await secondOpen.page.keyboard.press("Enter");
  await secondOpen.page.getByText("3 次", { exact: true }).waitFor();

  // It is ended with a reason, which the others see.
  await confirm(thirdOpen.page, "终止协议", "单位搬迁");
  await thirdOpen.page.getByText("终止原因：单位搬迁").waitFor();
  await page.reload();
  await page.getByText("终止原因：单位搬迁").waitFor();
  expect(await stateOn(page)).toBe("终止");
  expect(await page.getByRole("button", { name: "终止协议" }).count()).toBe(0);
  for (const { faults } of [drafting, secondOpen, thirdOpen, strange]) expect(faults).toEqual([]);
});

it("a draft is discarded once its party has said that they mean it", async () => {
  const { data } = await hub.ask(
    `{ viewer { organization { id } }
       agreements(first: 1) { nodes { committee { id } parties { organization { id } } } } }`,
    {},
    SIDES[0],
  );
  const unit = String(data?.["viewer"]?.["organization"]?.["id"]);
  const [agreement] = data?.["agreements"]?.["nodes"] ?? [];
  const parties = agreement?.["parties"] ?? [];
  const other = parties
    .map((party) => String(party["organization"]?.["id"]))
    .find((id) => id !== unit);
  const drafted = await hub.ask(
    `mutation ($input: DraftAgreementInput!) { draftAgreement(input: $input) { agreement { id } } }`,
    {
      input: {
        committeeId: agreement?.["committee"]?.["id"],
        title: "写错了的协议",
        partyIds: [unit, other],
        termFrom: "2099-01-01",
        termTo: "2099-12-31",
      },
    },
    SIDES[0],
  );
  const id = String(drafted.data?.["draftAgreement"]?.["agreement"]?.["id"]);
  await using open = await openAs(SIDES[0], `/agreements/${id}`);
  const { page } = open;
  await page.getByRole("button", { name: "删除草稿", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "不，留着" }).click();
  expect(await stateOn(page)).toBe("草稿");
  await confirm(page, "删除草稿");
  await page.getByRole("heading", { level: 1, name: "共建协议" }).waitFor();
  await page.goto(`${hub.url}/agreements/${id}`);
  await page.getByText("没有找到").waitFor();
});
