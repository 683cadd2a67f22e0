import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { type TestBrowser, startBrowser } from "../support/browser.ts";
import { type TestHub, startHub } from "../support/hub.ts";
import { patiently } from "../support/patience.ts";

const HERE = "445202-liaison-1";
const ELSEWHERE = "610327-liaison-1";

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

async function unitOf(name: string): Promise<string> {
  const { data } = await hub.ask("{ viewer { organization { id } } }", {}, name);
  return String(data["viewer"]?.["organization"]?.["id"]);
}

const putIn = async (page: Page, name: string): Promise<void> =>
  page.locator("#token").fill(await hub.tokenOf(name));

const open = (page: Page, example: string): Promise<void> =>
  page.locator(".example", { has: page.getByText(example, { exact: true }) }).click();

const VARIABLES = "[aria-label='Variables'] .view-lines";

/** Waits until the variables have a text in them. */
const show = (page: Page, text: string): Promise<void> =>
  page.locator(VARIABLES, { hasText: text }).waitFor();

it("variables of examples follow whoever's token is put in; those that somebody has changed stay", async () => {
  const [own, other] = [await unitOf(HERE), await unitOf(ELSEWHERE)];
  await using opened = await browser.open(`${hub.url}/explorer`);
  const { page, faults } = opened;
  await putIn(page, HERE);
  await open(page, "SharedResources");
  await show(page, "445202");
  await open(page, "OrganizationPage");
  await show(page, own);

  // In the tab that is shown at once, in the other one once it is looked at.
  await putIn(page, ELSEWHERE);
  await show(page, other);
  await open(page, "SharedResources");
  await show(page, "610327");

  await open(page, "OrganizationPage");
  await show(page, other);
  await page.locator(VARIABLES).click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText('{ "id": "my-own" }');
  await show(page, "my-own");
  // The editor hands over what is typed after a pause.
  await patiently(
    () => page.evaluate("JSON.stringify({ ...localStorage })"),
    (kept) => String(kept).includes("my-own"),
  );
  await open(page, "SharedResources");
  await putIn(page, HERE);
  await show(page, "445202");
  await open(page, "OrganizationPage");
  await show(page, "my-own");
  expect(faults).toEqual([]);
});
