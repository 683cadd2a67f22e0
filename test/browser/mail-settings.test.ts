import { until } from "@alliance-hub/testing/until";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type TestBrowser, accessibilityFaults, startBrowser } from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { type MailServer, startMailServer } from "../support/mail.ts";

const LIAISON = "445202-liaison-1";

let hub: TestHub;
let browser: TestBrowser;
let mail: MailServer;

beforeAll(async () => {
  mail = await startMailServer();
  hub = await startHub({
    SMTP_URL: mail.url,
    HUB_MAIL_FROM: "hub@alliance.example",
    HUB_ADDRESS: "https://hub.example",
  });
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.[Symbol.asyncDispose]();
  await hub?.[Symbol.asyncDispose]();
  await mail?.[Symbol.asyncDispose]();
});

it("a person sets where mail goes, confirms it with the code that comes, chooses the summary, and removes it", async () => {
  const token = await hub.tokenOf(LIAISON);
  await using opened = await browser.open(`${hub.url}/`, { token });
  const { page, faults } = opened;
  await page.locator(".person-button").press("Enter");
  await page.getByRole("link", { name: "通知设置" }).press("Enter");
  const form = page.getByRole("form", { name: "邮件设置" });
  await form.waitFor();
  expect(await page.getByText("此平台还没有设置发信服务").count()).toBe(0);
  await form.getByLabel("邮箱").fill("liaison");
  await page.keyboard.press("Enter");
  await form.getByText("请填写完整的邮箱").waitFor();
  await form.getByLabel("邮箱").fill("liaison@alliance.example");
  await page.keyboard.press("Enter");

  const confirming = page.getByRole("form", { name: "确认邮箱" });
  await confirming.waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  const codes = await until(
    () => mail.texts.flatMap((text) => /\b\w{4}-\w{4}-\w{4}\b/.exec(text)?.[0] ?? []),
    (found) => found.length > 0,
  );
  await confirming.getByLabel("验证码").fill("2222-2222-2222");
  await page.keyboard.press("Enter");
  await confirming.locator("[aria-invalid='true'], [role='alert']").first().waitFor();
  await confirming.getByLabel("验证码").fill(String(codes[0]).toLowerCase());
  await page.keyboard.press("Enter");
  await confirming.waitFor({ state: "detached" });
  await form.getByText("已确认").waitFor();

  await form.getByRole("button", { name: /什么时候寄/ }).click();
  await page.getByRole("option", { name: /每天 07:30/ }).click();
  await form.getByRole("button", { name: "保存" }).click();
  const read = async () => (await hub.ask("{ mailSettings { mode } }", {}, LIAISON)).data;
  await until(read, (data) => String(data["mailSettings"]?.["mode"]) === "DAILY");
  await form.getByRole("button", { name: "保存", disabled: true }).waitFor();

  await page.getByRole("button", { name: "删除邮箱" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "删除邮箱" }).click();
  await page.getByRole("button", { name: "设置邮件" }).waitFor();
  expect(await read()).toEqual({ mailSettings: null });
  // The hub's answer to the wrong code is the only thing that a browser may complain about.
  expect(faults.filter((fault) => !fault.includes("400"))).toEqual([]);
});
