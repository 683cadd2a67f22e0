import { writeFile } from "node:fs/promises";
import chromium from "@sparticuz/chromium";
import puppeteer from "puppeteer-core";
import type { BenchOptions } from "../options.ts";
import { machine } from "../report.ts";
import { type PageResult, measurePage } from "./measure-page.ts";
import { MEASURED_PAGES, VIEWER } from "./pages.ts";
import { startDemonstration } from "./demonstration.ts";

/** What is aimed at: scores at least, kilobytes at most. */
const TARGETS = { performance: 90, accessibility: 100, bestPractices: 100, scriptKilobytes: 250 };

/** Lighthouse on its phone profile over the main pages, signed in. Each page is measured once a round. */
export async function benchPortal({ rounds, only, json, signal }: BenchOptions): Promise<void> {
  await using running = new AsyncDisposableStack();
  const hub = running.use(await startDemonstration(signal));
  chromium.setGraphicsMode = false;
  const browser = await puppeteer.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((argument) => argument !== "--single-process"),
    headless: "shell",
  });
  running.defer(() => browser.close());
  const token = await hub.tokenOf(VIEWER);
  const results: PageResult[] = [];
  for (const page of MEASURED_PAGES.filter(({ name }) => only?.includes(name) ?? true)) {
    const address = await hub.addressOf(page, VIEWER);
    const measured: PageResult[] = [];
    for (let round = 0; round < rounds; round++) {
      signal.throwIfAborted();
      measured.push(await measurePage(browser, { name: page.name, address, token }));
    }
    results.push(middleOf(measured));
  }
  console.log(`\n${machine()}, Lighthouse's phone profile, ${rounds} rounds, medians\n`);
  console.table(Object.fromEntries(results.map(({ name, ...figures }) => [name, figures])));
  console.log(
    `Targets: performance ${TARGETS.performance}, accessibility ${TARGETS.accessibility}, best practices ${TARGETS.bestPractices}, at most ${TARGETS.scriptKilobytes} kB of scripts.`,
  );
  if (json !== undefined)
    await writeFile(json, `${JSON.stringify({ machine: machine(), results }, null, 2)}\n`);
}

/** The round of a page whose performance is in the middle; whatever else it found is the same in all of them. */
function middleOf(rounds: readonly PageResult[]): PageResult {
  const sorted = rounds.toSorted((one, other) => one.performance - other.performance);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (!middle) throw new Error("Nothing was measured.");
  return middle;
}
