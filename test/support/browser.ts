import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import chromium from "@sparticuz/chromium";
import {
  type Browser,
  type BrowserContext,
  type Page,
  chromium as launcher,
} from "playwright-core";

/** A browser of one test file's own: Chromium as it comes from npm, for nothing else is there. */
export interface TestBrowser extends AsyncDisposable {
  /** Opens a page as somebody; what it does not hold is told by its {@link OpenPage.faults}. */
  open(url: string, options?: OpenOptions): Promise<OpenPage>;
}

export interface OpenOptions {
  /** Access token of whoever looks; nobody if left out. */
  readonly token?: string;
  /** Default: 1280 × 900. */
  readonly size?: { readonly width: number; readonly height: number };
  readonly colorScheme?: "light" | "dark";
  /** Default: `zh-CN`. */
  readonly locale?: string;
  /** Other origins that it may call. Default: none. */
  readonly origins?: readonly string[];
}

/** A page, and everything that it complained about. */
export interface OpenPage extends AsyncDisposable {
  readonly page: Page;
  /** Messages on its console, errors of its scripts, requests to other hosts. */
  readonly faults: readonly string[];
}

/** How long to wait for anything on a page, in milliseconds: less than a test may take. */
const PATIENCE_MS = 60_000;

/** Where the portal keeps who has signed in; the same as `web/shared/src/kept-session.ts`. */
const SESSION_KEY = "alliance-hub.session";

/** The zone of the browser's machine: pages tell times as they are in the alliance, wherever they are looked at. */
const ELSEWHERE = "America/Los_Angeles";

export async function startBrowser(): Promise<TestBrowser> {
  chromium.setGraphicsMode = false;
  const browser = await launcher.launch({
    executablePath: await chromium.executablePath(),
    // One process for all would end with the first page that is closed.
    args: chromium.args.filter((argument) => argument !== "--single-process"),
    headless: true,
    // Names of files that are saved have Chinese characters only where the machine's language does.
    env: { ...process.env, LANG: "C.UTF-8" },
  });
  return {
    open: (url, options) => openPage(browser, url, options),
    [Symbol.asyncDispose]: () => browser.close(),
  };
}

async function openPage(
  browser: Browser,
  url: string,
  {
    token,
    size = { width: 1280, height: 900 },
    colorScheme = "light",
    locale = "zh-CN",
    origins = [],
  }: OpenOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: size,
    colorScheme,
    locale,
    timezoneId: ELSEWHERE,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  if (token !== undefined) await keepSession(context, token);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  const permitted = [new URL(url).origin, ...origins];
  page.on("request", (request) => {
    const address = request.url();
    if (address.startsWith("http") && !permitted.includes(new URL(address).origin))
      faults.push(`a request to ${address}`);
  });
  await page.goto(url);
  return { page, faults, [Symbol.asyncDispose]: () => context.close() };
}

async function keepSession(context: BrowserContext, token: string): Promise<void> {
  const session = JSON.stringify({ token, expiresAt: Date.now() + 3_000_000 });
  // Playwright begins with an empty document, which has no storage.
  await context.addInitScript(`if (location.protocol.startsWith("http")) sessionStorage.getItem(${JSON.stringify(SESSION_KEY)}) ??
    sessionStorage.setItem(${JSON.stringify(SESSION_KEY)}, ${JSON.stringify(session)});`);
}

const axe = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds against WCAG 2.1, levels A and AA, in short. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(await axe);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
  return await page.evaluate(async (runOnly) => {
    // Runs in the page, whose types are not here.
    const { axe: run } = globalThis as unknown as {
      axe: {
        run(
          options: object,
        ): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>;
      };
    };
    const { violations } = await run.run({ runOnly });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
    );
  }, tags);
}
