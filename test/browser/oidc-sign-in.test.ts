import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import {
  type OpenPage,
  type TestBrowser,
  accessibilityFaults,
  startBrowser,
} from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { AUDIENCE, CLIENT_ID, type TestIssuer, startIssuer } from "../support/issuer/issuer.ts";
import { patiently } from "../support/patience.ts";
import { person } from "../support/people.ts";
import { freePort } from "../support/ports.ts";

const LIAISON = "445202-liaison-1";
const OTHER = "445202-liaison-2";

let hub: TestHub;
let issuer: TestIssuer;
let browser: TestBrowser;

beforeAll(async () => {
  const port = await freePort();
  issuer = await startIssuer({ portal: `http://127.0.0.1:${port}`, tokenSeconds: 4 });
  hub = await startHub({
    PORT: String(port),
    OIDC_ISSUER: issuer.url,
    OIDC_AUDIENCE: AUDIENCE,
    OIDC_CLIENT_ID: CLIENT_ID,
    OIDC_AUDIENCE_PARAMETER: "resource",
  });
  browser = await startBrowser();
});

afterAll(async () => {
  await browser[Symbol.asyncDispose]();
  await hub[Symbol.asyncDispose]();
  await issuer[Symbol.asyncDispose]();
});

/** On the issuer's page: says who one is. */
async function enter(page: Page, name: string): Promise<void> {
  await page.getByLabel("账号").fill(person(name).subject);
  await page.getByRole("button", { name: "登录" }).click();
}

const open = async (path: string): Promise<OpenPage> =>
  await browser.open(`${hub.url}${path}`, { origins: [issuer.url] });

/** A page as somebody sees it who has just signed in there. */
async function openAs(name: string, path: string): Promise<OpenPage> {
  const opened = await open(`/sign-in?back=${encodeURIComponent(path)}`);
  await enter(opened.page, name);
  await opened.page.waitForURL(`${hub.url}${path}`);
  return opened;
}

it("whoever signs in at the issuer comes back to the same page, and stays signed in without noticing", async () => {
  await using opened = await open("/bookings");
  const { page, faults } = opened;
  await page.getByRole("link", { name: "去登录" }).click();
  await enter(page, LIAISON);
  await page.getByText("我们预约的").first().waitFor();
  expect(new URL(page.url()).pathname).toBe("/bookings");

  // A token lives for four seconds.
  await page.evaluate("globalThis.isSamePage = true");
  const before = issuer.given();
  await patiently(
    () => issuer.given(),
    (count) => count >= before + 2,
  );
  await page.getByRole("link", { name: "资源" }).first().click();
  await page.getByText(/共 \d+ 项/).waitFor();
  expect(await page.getByText("登录已过期").count()).toBe(0);
  expect(await page.evaluate("globalThis.isSamePage")).toBe(true);
  // Who it is, is known in this tab alone, and the browser sends nothing of it by itself.
  const kept = await page.evaluate<string>("JSON.stringify(localStorage) + document.cookie");
  expect(kept).not.toMatch(/eyJ|refresh/i);
  expect(faults).toEqual([]);
});

it("an issuer that gives no refresh tokens is asked in a frame that nobody sees", async () => {
  issuer.refreshes = false;
  await using opened = await openAs(LIAISON, "/bookings");
  const { page, faults } = opened;
  const before = issuer.given();
  await patiently(
    () => issuer.given(),
    (count) => count >= before + 2,
  );
  await page.getByRole("link", { name: "资源" }).first().click();
  await page.getByText(/共 \d+ 项/).waitFor();
  // Until the issuer does not know any more who it is.
  issuer.forget();
  await page.getByText("登录已过期").waitFor();
  issuer.refreshes = true;
  expect(faults).toEqual([]);
});

it("after a night the page says so, and whoever signs in again finds it as it was; somebody else does not", async () => {
  await using opened = await openAs(LIAISON, "/activities/new");
  const { page } = opened;
  const title = page.getByLabel("标题", { exact: true });
  await title.fill("义诊进社区");
  issuer.forget();
  await page.getByText("登录已过期").waitFor();
  await page.getByRole("link", { name: "重新登录" }).click();
  await enter(page, LIAISON);
  await page.waitForURL(`${hub.url}/activities/new`);
  await page.getByText("还没有提交的内容").waitFor();
  expect(await title.inputValue()).toBe("义诊进社区");

  issuer.forget();
  await page.getByText("登录已过期").waitFor();
  await page.getByRole("link", { name: "重新登录" }).click();
  await enter(page, OTHER);
  await page.waitForURL(`${hub.url}/activities/new`);
  expect(await title.inputValue()).toBe("");
});

it("a duplicated tab and its original share what is renewed, so that neither ends the other", async () => {
  await using opened = await openAs(LIAISON, "/bookings");
  const { page } = opened;
  // The browser copies the session's storage for pages of the same origin that are opened from one.
  const [twin] = await Promise.all([
    page.waitForEvent("popup"),
    page.evaluate("void open('/bookings')"),
  ]);
  const before = issuer.given();
  await patiently(
    () => issuer.given(),
    (count) => count >= before + 2,
  );
  for (const one of [page, twin]) {
    await one.getByText("我们预约的").first().waitFor();
    await one.getByRole("link", { name: "日历" }).first().click();
    await one.waitForURL(/calendar/);
    expect(await one.getByText("登录已过期").count()).toBe(0);
  }
});

it("whoever signs out is signed out at the issuer, too, and in the duplicated tab", async () => {
  await using opened = await openAs(LIAISON, "/bookings");
  const { page } = opened;
  const [twin] = await Promise.all([
    page.waitForEvent("popup"),
    page.evaluate("void open('/bookings')"),
  ]);
  await twin.getByText("我们预约的").first().waitFor();
  await page.locator(".person-button").click();
  await page.getByRole("button", { name: "退出登录" }).click();
  await page.getByRole("button", { name: "退出" }).click();
  await page.waitForURL(`${hub.url}/`);
  await twin.getByRole("link", { name: "去登录" }).waitFor();
  // It was told so at once: nothing had to expire.
  expect(await twin.getByText("登录已过期").count()).toBe(0);
  await twin.getByRole("link", { name: "去登录" }).click();
  // The issuer has forgotten who it was.
  await twin.getByLabel("账号").waitFor();
  expect(await page.evaluate("sessionStorage.getItem('alliance-hub.session')")).toBeNull();
});

it("whoever is not let in is told so, with a way out", async () => {
  await using opened = await open("/bookings");
  const { page } = opened;
  await page.getByRole("link", { name: "去登录" }).click();
  await page.getByRole("button", { name: "取消" }).click();
  await page.getByText("登录没有完成").waitFor();
  await page.getByRole("link", { name: "重新登录" }).click();
  await page.getByLabel("账号").waitFor();

  await page.goto(`${hub.url}/sign-in/return?code=1&state=2`);
  await page.getByText("这次登录已经失效").waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("link", { name: "只看公开内容" }).click();
  await page.getByRole("heading", { name: /未来七天/ }).waitFor();
});

it("while the issuer is away, the page says so and can be tried again; who is signed in is not signed out", async () => {
  await using signedIn = await openAs(LIAISON, "/bookings");
  await using opened = await open("/bookings");
  const { page } = opened;
  await page.getByRole("link", { name: "去登录" }).waitFor();
  const notRenewed = signedIn.page.waitForEvent("requestfailed", {
    predicate: (request) => request.url().startsWith(issuer.url),
  });
  await issuer.setAway(true);
  await page.getByRole("link", { name: "去登录" }).click();
  await page.getByText("登录服务暂时连不上").waitFor();
  await notRenewed;
  await issuer.setAway(false);
  await page.getByRole("button", { name: "再试一次" }).click();
  await page.getByLabel("账号").waitFor();
  const before = issuer.given();
  await patiently(
    () => issuer.given(),
    (count) => count > before,
  );
  await signedIn.page.getByRole("link", { name: "需求" }).first().click();
  await signedIn.page.getByText(/共 \d+ 项/).waitFor();
  expect(await signedIn.page.getByText("登录已过期").count()).toBe(0);
});
