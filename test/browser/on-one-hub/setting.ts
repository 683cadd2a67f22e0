import { afterAll, beforeAll } from "@jest/globals";
import { type TestBrowser, startBrowser } from "../../support/browser.ts";
import { type TestHub, startHub } from "../../support/hub.ts";

/** The hub of all tests of this folder: none of them needs what another may have changed. */
export let hub: TestHub;

/** Their browser. Each test opens pages of its own. */
export let browser: TestBrowser;

beforeAll(async () => {
  hub = await startHub();
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.[Symbol.asyncDispose]();
  await hub?.[Symbol.asyncDispose]();
});
