// Makes the pictures of README and docs/portal.md: `npm run screenshots`. They are of the demonstration's present.

import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { startDemonstration } from "../bench/portal/demonstration.ts";
import { startBrowser } from "../support/browser.ts";
import { pictureComponents } from "./components.ts";
import { PICTURES } from "./pages.ts";
import { watchRequests } from "./settled.ts";
import { smallPng } from "./small-png.ts";

const target = fileURLToPath(new URL("../../../docs/screenshots/", import.meta.url));
let total = 0;
const keep = async (name: string, png: Buffer): Promise<void> => {
  const small = smallPng(png);
  total += small.byteLength;
  await writeFile(`${target}${name}.png`, small);
};

await using running = new AsyncDisposableStack();
const browser = running.use(await startBrowser());
const hub = running.use(await startDemonstration(new AbortController().signal));
await mkdir(target, { recursive: true });
for (const { name, as, size = { width: 1280, height: 800 }, ...picture } of PICTURES) {
  const address = await hub.addressOf(picture, as);
  const token = await hub.tokenOf(as);
  const { colorScheme = "light" } = picture;
  await using opened = await browser.open(`${hub.url}/nowhere`, { token, size, colorScheme });
  const { page } = opened;
  const settled = watchRequests(page);
  await page.goto(address);
  await page.locator(picture.shows).first().waitFor();
  await settled();
  await keep(name, await page.screenshot({ animations: "disabled" }));
}
for (const [name, png] of await pictureComponents(browser)) await keep(`component-${name}`, png);
console.log(`docs/screenshots: ${Math.round(total / 1000)} kB`);
