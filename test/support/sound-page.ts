import { expect } from "@jest/globals";
import { type OpenPage, accessibilityFaults } from "./browser.ts";

/** That nothing is wider than the window, and that everybody can read and use what is there. */
export async function requireSoundPage({ page, faults }: OpenPage): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([]);
  const { width } = page.viewportSize()!;
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
  expect(faults).toEqual([]);
}
