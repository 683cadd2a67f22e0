import { type Receiver, startReceiver } from "@alliance-hub/testing/receiver";
import { until } from "@alliance-hub/testing/until";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { Webhook } from "standardwebhooks";
import { ask } from "../support/ask.ts";
import { type TestBrowser, accessibilityFaults, startBrowser } from "../support/browser.ts";
import { scheduleActivity } from "../support/calendar.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { tabTo } from "../support/keyboard.ts";

const LIAISON = "445202-liaison-1";

let hub: TestHub;
let browser: TestBrowser;
let receiver: Receiver;

beforeAll(async () => {
  hub = await startHub({ HUB_WEBHOOKS_PRIVATE_ADDRESSES: "on" });
  browser = await startBrowser();
  receiver = await startReceiver();
});

afterAll(async () => {
  await receiver?.[Symbol.asyncDispose]();
  await browser?.[Symbol.asyncDispose]();
  await hub?.[Symbol.asyncDispose]();
});

it("a partner sets up a webhook: the secret is shown once, a test arrives, what failed is seen and delivered again", async () => {
  const token = await hub.tokenOf(LIAISON);
  await using opened = await browser.open(`${hub.url}/partners`, { token });
  const { page, faults } = opened;
  await page.getByText("还没有推送地址").waitFor();

  // Registered by the keys alone; what is no address is found before it is sent.
  await tabTo(page, "[aria-label='登记推送地址'] input[inputmode='url']");
  await page.keyboard.type("portal.example");
  await page.keyboard.press("Tab");
  await page.getByText("以 https:// 开头").last().waitFor();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(`${receiver.url}/hooks`);
  await page.keyboard.press("Tab");
  await page.keyboard.type("单位门户");
  await page.keyboard.press("Enter");
  const shown = page.getByRole("region", { name: "签名密钥" });
  const secret = String(await shown.locator("code").textContent());
  expect(secret).toMatch(/^whsec_/);
  expect(await accessibilityFaults(page)).toEqual([]);
  await shown.getByRole("button", { name: "我已保存" }).press("Enter");
  await page.getByText(secret).waitFor({ state: "detached" });

  // A test arrives, signed as the guide says.
  await page.getByRole("link", { name: "单位门户" }).press("Enter");
  await page.getByRole("button", { name: "测试推送" }).press("Enter");
  await page.getByText("测试已送达").waitFor();
  const [test] = await receiver.count(1);
  const headers = test?.headers as Record<string, string>;
  expect(new Webhook(secret).verify(String(test?.body), headers)).toMatchObject({
    type: "alliance.webhook.test",
  });

  // A delivery fails, is seen, and arrives when it is sent again.
  receiver.answer = () => 500;
  await scheduleActivity(hub, "义诊");
  await receiver.count(2);
  const row = page.locator(".row", { hasText: "义诊" });
  await until(
    async () => {
      await page.getByRole("button", { name: "刷新" }).click();
      return await row.getByText("对方的系统出了问题").count();
    },
    (attempts) => attempts > 0,
  );
  receiver.answer = () => 204;
  await row.getByRole("button", { name: /重新推送/ }).click();
  await row.getByText("已送达").waitFor();
  const last = receiver.received.at(-1);
  expect(
    new Webhook(secret).verify(String(last?.body), last?.headers as Record<string, string>),
  ).toMatchObject({ data: { activity: { title: "义诊" } } });

  // The secret is replaced, the endpoint disabled, enabled and ended.
  await page.getByRole("button", { name: "更换密钥" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "更换密钥" }).click();
  const renewed = page.getByRole("region", { name: "新的签名密钥" });
  expect(await renewed.locator("code").textContent()).not.toBe(secret);
  await page.getByRole("button", { name: "停用" }).click();
  await page.getByRole("button", { name: "重新启用" }).click();
  await page.getByRole("button", { name: "停用" }).waitFor();
  await page.getByRole("button", { name: "终止" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "终止" }).click();
  await page.getByText("已终止").waitFor();
  expect(await page.getByRole("button", { name: "测试推送" }).count()).toBe(0);
  expect(faults).toEqual([]);
});

it("a system is entered with what it may do; its key is shown once, works, and is revoked after a question", async () => {
  const token = await hub.tokenOf(LIAISON);
  await using opened = await browser.open(`${hub.url}/partners?part=keys`, { token });
  const { page, faults } = opened;
  await page.getByText("还没有合作系统").waitFor();
  const form = page.getByRole("form", { name: "登记合作系统" });
  await form.getByLabel("系统名称").fill("门户");
  await form.getByRole("button", { name: "登记并取得密钥" }).click();
  await form.getByText("限拉丁字母").last().waitFor();
  await form.getByLabel("系统名称").fill("unit-portal");
  await form.getByText("查看单位和区划").click();
  await form.getByRole("button", { name: "登记并取得密钥" }).click();
  const key = String(
    await page.getByRole("region", { name: "系统密钥" }).locator("code").textContent(),
  );
  const query = "{ viewer { kind } }";
  const asked = await ask(hub.url, { query, token: key });
  expect(asked.data["viewer"]?.["kind"]).toBe("PARTNER");
  await page.reload();
  await page.getByText("查看单位和区划、查看活动，接收推送").waitFor();
  expect(await page.getByText(key).count()).toBe(0);
  await page.getByRole("button", { name: "吊销密钥：unit-portal" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "吊销密钥" }).click();
  await page.getByText("还没有合作系统").waitFor();
  expect((await ask(hub.url, { query, token: key })).codes).toEqual(["UNAUTHENTICATED"]);
  expect(faults).toEqual([]);
});
