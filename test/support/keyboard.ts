import type { Locator, Page } from "playwright-core";

/** Stops of the Tab key within which everything on a page must be reached. */
const MOST_STOPS = 80;

/** How often a key is pressed that a list may have missed, and how long each is waited for, in milliseconds. */
const [MOST_PRESSES, PRESS_MS] = [10, 3000];

/** Goes on with the Tab key until the element is focused that a selector names. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press("Tab");
    if (await page.locator(`${selector}:focus`).count()) return;
  }
  throw new Error(`${selector} was not reached in ${MOST_STOPS} stops.`);
}

/**
 * Opens the next choice, goes to what is wanted with an arrow key, and takes it.
 *
 * @param arrow default: down.
 */
export async function choose(
  page: Page,
  text: string,
  arrow: "ArrowDown" | "ArrowUp" = "ArrowDown",
): Promise<void> {
  const focused = await openChoice(page);
  while (!(await focused.textContent())?.includes(text)) {
    const key = String(await focused.getAttribute("data-key"));
    await page.keyboard.press(arrow);
    await page.locator(`[role='option']:focus:not([data-key="${key}"])`).waitFor();
  }
  await takeOption(page);
}

/** Opens the next choice, and takes what it offers first. */
export async function chooseFirst(page: Page): Promise<void> {
  await openChoice(page);
  await takeOption(page);
}

/** @returns whichever option has the focus; there is one. */
async function openChoice(page: Page): Promise<Locator> {
  await tabTo(page, "button.choice");
  await page.keyboard.press("Enter");
  const focused = page.locator("[role='listbox'] [role='option']:focus");
  await focused.waitFor();
  return focused;
}

async function takeOption(page: Page): Promise<void> {
  await page.keyboard.press("Enter");
  await page.getByRole("listbox").waitFor({ state: "detached" });
  // The next Tab counts from here: the focus comes back a frame later.
  await page.locator("button.choice:focus").waitFor();
}

/** The dialog that was opened, once it has the focus: a key that is pressed before that goes to the page behind it. */
export async function focusedDialog(page: Page): Promise<Locator> {
  await page.locator("[role='dialog']:focus, [role='dialog'] :focus").first().waitFor();
  return page.getByRole("dialog");
}

/** Looks for something in the field that has the focus, and takes the first that is found. */
export async function lookUp(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.locator("[role='option']", { hasText: text }).first().waitFor();
  await focusOption(page, page.locator("[role='option'][data-focused]", { hasText: text }));
  await page.keyboard.press("Enter");
  await page.getByRole("listbox").waitFor({ state: "detached" });
}

/** Goes to the first option. A list that was read anew in this moment has none that is focused: the key is pressed again. */
async function focusOption(page: Page, focused: Locator): Promise<void> {
  for (let press = 1; press <= MOST_PRESSES; press++) {
    await page.keyboard.press("ArrowDown");
    const isThere = await focused.waitFor({ timeout: PRESS_MS }).then(
      () => true,
      () => false,
    );
    if (isThere) return;
  }
  throw new Error(`No option was focused by ${MOST_PRESSES} presses of a key.`);
}

/** Writes into the field that is named, in place of what stands there. */
export async function writeInto(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole("textbox", { name: label }).focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

/** Finds something by its name in the field that is named. */
export async function lookUpIn(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole("combobox", { name: label }).focus();
  await page.keyboard.press("ControlOrMeta+a");
  await lookUp(page, text);
}

/** Goes down a choice of the browser's own, by the arrow key, until something is chosen. */
export async function chooseIn(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole("combobox", { name: label, exact: true });
  await field.locator("option", { hasText: text }).first().waitFor({ state: "attached" });
  await field.focus();
  const options = await field.locator("option").allTextContents();
  await page.keyboard.press("Home");
  for (const _ of options) {
    if ((await field.locator("option:checked").textContent()) === text) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`${text} is not among ${options.join(", ")}`);
}

/** Presses a button that is named, by the keys, as soon as it can be pressed. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  const exact = typeof name === "string";
  await page.getByRole("button", { name, exact, disabled: false }).press("Enter");
}
