import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { type TestBrowser, accessibilityFaults, startBrowser } from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { focusedDialog } from "../support/keyboard.ts";

/** The first unit sits in the community whose committee the secretary runs. */
const [LIAISON, OTHER, SECRETARY] = [
  "445202-liaison-1",
  "445202-liaison-2",
  "445202-secretary-2",
] as const;

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

const openAs = async (name: string, path: string) =>
  await browser.open(`${hub.url}${path}`, { token: await hub.tokenOf(name) });

/** Goes on with the Tab key until a field is focused. */
async function nextInput(page: Page): Promise<void> {
  do await page.keyboard.press("Tab");
  while ((await page.locator("input:focus").count()) === 0);
}

const row = (page: Page, text: string) => page.locator(".row", { hasText: text });

it("a card is made by keyboard alone; others see name and telephone once the holder has consented", async () => {
  await using own = await openAs(LIAISON, "/contact-cards");
  const { page, faults } = own;
  await page.getByRole("button", { name: "制作连心卡" }).focus();
  await page.keyboard.press("Enter");
  await focusedDialog(page);
  for (const text of ["政策咨询岗", "委员 017", "13800000000"]) {
    await nextInput(page);
    await page.keyboard.type(text);
  }
  await page.keyboard.press("Enter");
  await page.getByText("办公电话里像是有手机号").waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  // The field that is wrong has the focus.
  await page.locator("[aria-invalid=true]:focus").waitFor();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("0000-00000017");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  const cardOn = (at: Page) => at.locator(".card", { hasText: "政策咨询岗" });
  const card = cardOn(page);
  await card.getByText("委员 017").waitFor();
  await card.getByText("本人未同意公开").waitFor();

  await using other = await openAs(OTHER, "/contact-cards?text=政策咨询岗");
  const seen = cardOn(other.page);
  await seen.getByText("委员**").waitFor();
  await seen.getByText("本人尚未同意公开").waitFor();
  expect(await seen.textContent()).not.toContain("0000-00000017");

  await card.getByRole("button", { name: "更改" }).click();
  await page.getByText("本人同意公开姓名和电话").click();
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await card.getByText("本人未同意公开").waitFor({ state: "detached" });
  await other.page.reload();
  await seen.getByText("委员 017").waitFor();
  await seen.getByText("0000-00000017").waitFor();
  expect([...faults, ...other.faults]).toEqual([]);
});

it("a unit registers, is sent back with the reason, corrects it, is accepted, and ends it", async () => {
  await using own = await openAs(LIAISON, "/registrations");
  const { page, faults } = own;
  await page.getByRole("button", { name: "报到", exact: true }).click();
  // The community where the unit sits is there already.
  await page.locator("[role=dialog] input[value*=社区]").waitFor();
  await page.getByRole("button", { name: "提交报到" }).click();
  await page.getByText("请填写人数，至少 1 人。").waitFor();
  await page.getByLabel("报到党员人数").fill("12");
  await page.getByRole("button", { name: "提交报到" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await row(page, "党员 12 人").first().getByText("待答复").waitFor();

  await using committee = await openAs(SECRETARY, "/registrations?state=SUBMITTED");
  const waiting = row(committee.page, "党员 12 人");
  await waiting.getByRole("button", { name: "退回" }).click();
  await committee.page.getByLabel("原因").fill("人数请按在职党员填写");
  await committee.page.getByRole("dialog").getByRole("button", { name: "退回" }).click();
  await waiting.waitFor({ state: "detached" });

  await page.reload();
  const returned = row(page, "退回原因：人数请按在职党员填写").first();
  await returned.getByRole("button", { name: "修改后重新报到" }).click();
  await page.getByLabel("报到党员人数").fill("9");
  await page.getByRole("button", { name: "提交报到" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await row(page, "党员 9 人").first().waitFor();

  await committee.page.reload();
  await row(committee.page, "党员 9 人").getByRole("button", { name: "接收" }).click();
  await committee.page.getByText("定为本社区的包联责任单位").click();
  await committee.page.getByRole("dialog").getByRole("button", { name: "接收" }).click();
  await row(committee.page, "党员 9 人").waitFor({ state: "detached" });

  await page.reload();
  const accepted = row(page, "党员 9 人").first();
  await accepted.getByText("已接收").waitFor();
  await accepted.getByText("包联责任单位").waitFor();

  await accepted.getByRole("button", { name: "终止报到" }).click();
  await page.getByLabel("原因").fill("单位迁出本社区");
  await page.getByRole("dialog").getByRole("button", { name: "终止报到" }).click();
  await accepted.getByText("已终止").waitFor();
  expect([...faults, ...committee.faults]).toEqual([]);
});

it("the tree of committees is opened by keyboard, and the place that is open stands in the address", async () => {
  await using opened = await openAs(OTHER, "/committees");
  const { page, faults } = opened;
  const own = page.getByRole("button", { name: "榕城区", expanded: true });
  await own.waitFor();
  const street = page.locator(".tree ul button").first();
  const name = String(await street.textContent()).replace("▸", "");
  await street.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/place=/);
  await page.reload();
  await page.getByRole("button", { name, expanded: true }).waitFor();
  // Down to a community's committee, and there to one of its parts.
  await page.locator(".tree ul ul a").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/committees\/[0-9a-f-]+/);
  await page.getByRole("link", { name: "届次与委员" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/#seats$/);
  await page.getByRole("heading", { name: "届次与委员" }).waitFor();
  expect(faults).toEqual([]);
});
