import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { readPortalAssets } from "@alliance-hub/gateway/http/portal/assets";
import { type TestBrowser, accessibilityFaults, startBrowser } from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { LIAISON, LOOKED_AT_ELSEWHERE, PAGES, idsIn } from "../support/portal-pages.ts";

let hub: TestHub;
let browser: TestBrowser;

beforeAll(async () => {
  hub = await startHub({ HUB_WEBHOOKS_PRIVATE_ADDRESSES: "on" });
  browser = await startBrowser();
});

afterAll(async () => {
  await browser[Symbol.asyncDispose]();
  await hub[Symbol.asyncDispose]();
});

/** Whether a page is light or dark, by the ground that it stands on. */
async function lightOf(page: Page): Promise<"light" | "dark"> {
  const ground = await page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
  return (ground.match(/\d+/g) ?? []).slice(0, 3).every((one) => Number(one) < 128)
    ? "dark"
    : "light";
}

it("all pages that there are are looked at", async () => {
  const { hans } = await readPortalAssets();
  const looked = new Set(PAGES.map(({ path }) => path.split("?")[0]));
  const missed = hans.routes.map(({ path }) => path).filter((path) => !looked.has(path));
  expect(missed).toEqual(Object.keys(LOOKED_AT_ELSEWHERE));
});

const NAMED_BY_HEADING =
  "document.title.includes(document.querySelector('main h1').textContent.trim())";
const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

/** Every other page is opened wide and light, the others on a phone and dark: then the screen changes. */
describe.each(PAGES.map((page, at) => [page.path, page, at] as const))(
  "%s",
  (pattern, looked, at) => {
    it("is whole, quiet and accessible, wide and on a phone, light and dark", async () => {
      const { shows, finds, as = LIAISON } = looked;
      const token = await hub.tokenOf(as);
      const found =
        typeof finds === "string" ? (await hub.ask(finds, {}, as)).data : await finds?.(hub);
      const [id = "", unit = ""] = idsIn(found ?? {});
      const path = pattern.replace("$id", id).replace("$unit", unit);
      const screens = [
        { size: WIDE, colorScheme: "light" },
        { size: PHONE, colorScheme: "dark" },
      ] as const;
      const [first, second] = at % 2 === 0 ? screens : screens.toReversed();
      await using opened = await browser.open(`${hub.url}${path}`, { token, ...first });
      const { page, faults } = opened;
      const isOfRecord = pattern.includes("$");
      for (const screen of [first, second]) {
        if (!screen) continue;
        await page.setViewportSize(screen.size);
        await page.emulateMedia({ colorScheme: screen.colorScheme });
        await page.getByText(shows).filter({ visible: true }).first().waitFor();
        await page.locator(".loading, .field[aria-busy]").first().waitFor({ state: "detached" });
        // Its tab and its line in the history tell it from others like it.
        if (isOfRecord) await page.waitForFunction(NAMED_BY_HEADING);
        expect(faults).toEqual([]);
        expect(await lightOf(page)).toBe(screen.colorScheme);
        expect(await accessibilityFaults(page)).toEqual([]);
        const sideways = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
        expect(sideways).toBeLessThanOrEqual(0);
      }
    });
  },
);

it("may run no script and no style but the hub's own, and calls nobody else", async () => {
  const { headers } = await fetch(hub.url, { headers: { accept: "text/html" } });
  const policy = String(headers.get("content-security-policy"));
  expect(policy.replace(/'nonce-[\w+/=]{24}'/, "'nonce-…'").split("; ")).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    "style-src 'self' 'nonce-…'",
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]);
});

it("is written in traditional characters for whoever prefers them, words of the page only", async () => {
  await using opened = await browser.open(`${hub.url}/resources`, { locale: "zh-TW" });
  await opened.page.getByRole("heading", { name: "資源" }).waitFor();
  await opened.page.getByText("關鍵詞").waitFor();
  expect(await opened.page.title()).toContain("聯盟樞紐");
});

it("lists begin with the district of whoever looks, in each place of the demonstration", async () => {
  const answer = await fetch(`${hub.url}/portal/sign-in.json`);
  const { people } = (await answer.json()) as { people: { name: string; place: string }[] };
  for (const [place, [someone]] of Map.groupBy(people, (person) => person.place)) {
    const token = await hub.tokenOf(String(someone?.name));
    await using opened = await browser.open(`${hub.url}/`, { token });
    await opened.page.getByRole("heading", { name: `未来七天 · ${place}` }).waitFor();
  }
});

it("whoever is not signed in begins with a district that there is", async () => {
  await using opened = await browser.open(`${hub.url}/`);
  await opened.page.getByRole("heading", { name: /未来七天 · ./ }).waitFor();
  expect(opened.faults).toEqual([]);
});
