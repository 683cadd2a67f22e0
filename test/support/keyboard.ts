import type { Page } from "playwright-core";

/** Stops of the Tab key within which everything on a page must be reached. */
const MOST_STOPS = 80;

/** Goes on with the Tab key until the element is focused that a selector names. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press("Tab");
    if (await page.locator(`${selector}:focus`).count()) return;
  }
  throw new Error(`${selector} was not reached in ${MOST_STOPS} stops.`);
}

/** Opens the next choice, goes down to what is wanted with the arrow key, and takes it. */
export async function choose(page: Page, text: string): Promise<void> {
  await tabTo(page, "button.choice");
  await page.keyboard.press("Enter");
  const focused = page.locator("[role='listbox'] [role='option']:focus");
  await focused.waitFor();
  while (!(await focused.textContent())?.includes(text)) {
    const key = String(await focused.getAttribute("data-key"));
    await page.keyboard.press("ArrowDown");
    await page.locator(`[role='option']:focus:not([data-key="${key}"])`).waitFor();
  }
  await page.keyboard.press("Enter");
  await page.getByRole("listbox").waitFor({ state: "detached" });
}

/** Looks for something in the field that has the focus, and takes the first that is found. */
export async function lookUp(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.locator("[role='option']", { hasText: text }).first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.locator("[role='option'][data-focused]", { hasText: text }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("listbox").waitFor({ state: "detached" });
}
