import { writeFile } from "node:fs/promises";
import { readPortalAssets } from "@alliance-hub/gateway/http/portal/assets";
import type { BenchOptions } from "../options.ts";
import { machine } from "../report.ts";
import { startChromium } from "./chromium.ts";
import { type DemonstrationHub, startDemonstration } from "./demonstration.ts";
import { type PageResult, measurePage } from "./measure-page.ts";
import { MEASURED_PAGES, type MeasuredPage, VIEWER } from "./pages.ts";
import { within } from "./within.ts";

/** What is aimed at: scores at least, kilobytes at most. */
const TARGETS = { performance: 90, accessibility: 100, bestPractices: 100, scriptKilobytes: 250 };

/**
 * How long a page may take, in milliseconds; a quarter of a minute is usual. Lighthouse limits most of what it
 * waits for, but neither the end of its trace nor a tab that does not close.
 */
const PAGE_WITHIN_MS = 120_000;

/**
 * Lighthouse on its phone profile over the main pages, signed in. Each page is measured once a round.
 *
 * @throws Error that names the pages that could not be measured, after all the others were.
 */
export async function benchPortal({ rounds, only, json, signal }: BenchOptions): Promise<void> {
  await using hub = await startDemonstration(signal);
  const results: PageResult[] = [];
  const failed: string[] = [];
  const { hans } = await readPortalAssets();
  for (const page of MEASURED_PAGES.filter(({ name }) => only?.includes(name) ?? true)) {
    try {
      // An address that is none would be a quick page.
      if (!hans.routes.some(({ path }) => path === page.path.split("?")[0]))
        throw new Error(`${page.path} is no page of the portal.`);
      const measured: PageResult[] = [];
      for (let round = 0; round < rounds; round++) measured.push(await measure(hub, page, signal));
      results.push(middleOf(measured));
    } catch (error) {
      signal.throwIfAborted();
      failed.push(page.name);
      console.error(
        `${page.name}: not measured. ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  console.log(`\n${machine()}, Lighthouse's phone profile, ${rounds} rounds, medians\n`);
  console.table(Object.fromEntries(results.map(({ name, ...figures }) => [name, figures])));
  console.log(
    `Targets: performance ${TARGETS.performance}, accessibility ${TARGETS.accessibility}, best practices ${TARGETS.bestPractices}, at most ${TARGETS.scriptKilobytes} kB of scripts.`,
  );
  if (json !== undefined)
    await writeFile(json, `${JSON.stringify({ machine: machine(), results, failed }, null, 2)}\n`);
  if (failed.length > 0) throw new Error(`Not measured: ${failed.join(", ")}`);
}

/** Measures a page once, in a Chromium of its own: one that hangs costs no other page its measurement. */
async function measure(
  hub: DemonstrationHub,
  page: MeasuredPage,
  signal: AbortSignal,
): Promise<PageResult> {
  await using chromium = await startChromium();
  const work = async (): Promise<PageResult> => {
    const { as = VIEWER } = page;
    const [address, token] = [await hub.addressOf(page, as), await hub.tokenOf(as)];
    return await measurePage(chromium.browser, { name: page.name, address, token });
  };
  return await within(work(), { what: "Lighthouse", ms: PAGE_WITHIN_MS, signal });
}

/** The round of a page whose performance is in the middle; whatever else it found is the same in all of them. */
function middleOf(rounds: readonly PageResult[]): PageResult {
  const sorted = rounds.toSorted((one, other) => one.performance - other.performance);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (!middle) throw new Error("Nothing was measured.");
  return middle;
}
