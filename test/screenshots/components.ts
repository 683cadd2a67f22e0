import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { TestBrowser } from "../support/browser.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const PORTAL = fileURLToPath(new URL("../../../web/portal/", import.meta.url));
/** Nobody answers there: the pages come from a folder. */
const ADDRESS = "http://specimens.invalid/";
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
};

/** Pictures of the portal's components, by name. */
export async function pictureComponents(
  browser: TestBrowser,
): Promise<ReadonlyMap<string, Buffer>> {
  await using folder = await temporaryFolder();
  await promisify(execFile)(process.execPath, ["specimens.ts", folder.path], { cwd: PORTAL });
  await using opened = await browser.open("about:blank");
  const { page } = opened;
  await page.route(`${ADDRESS}**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const file = pathname === "/" ? "/index.html" : pathname;
    const body = await readFile(join(folder.path, file));
    await route.fulfill({ body, contentType: TYPES[extname(file)] ?? "text/plain" });
  });
  await page.goto(ADDRESS);
  const pictures = new Map<string, Buffer>();
  for (const section of await page.locator(".specimen").all()) {
    const name = String(await section.getAttribute("id"));
    if (name === "confirm") {
      await section.getByRole("button").click();
      pictures.set(
        name,
        await page.getByRole("alertdialog").or(page.getByRole("dialog")).screenshot(),
      );
      await page.keyboard.press("Escape");
    } else pictures.set(name, await section.screenshot());
  }
  return pictures;
}
