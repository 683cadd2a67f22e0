import lighthouse from "lighthouse";
import type { Browser } from "puppeteer-core";

/** What Lighthouse finds of a page: scores out of 100. */
export interface PageResult {
  readonly name: string;
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  /** Scripts of the first load, as they come over the wire. */
  readonly scriptKilobytes: number;
}

/** Which page, and who looks. */
export interface PageOrder {
  readonly name: string;
  readonly address: string;
  readonly token: string;
}

/** Measures a page once, in a tab of its own, which ends with the browser. @throws Error if Lighthouse cannot, or the page shows nothing. */
export async function measurePage(
  browser: Browser,
  { name, address, token }: PageOrder,
): Promise<PageResult> {
  const page = await browser.newPage();
  // Chromium paints only the tab in front.
  await page.bringToFront();
  const session = JSON.stringify({ token, expiresAt: Date.now() + 3_000_000 });
  await page.evaluateOnNewDocument(
    `if (location.protocol.startsWith("http")) sessionStorage.setItem("alliance-hub.session", ${JSON.stringify(session)});`,
  );
  const result = await lighthouse(
    address,
    {
      output: "json",
      logLevel: "error",
      formFactor: "mobile",
      onlyCategories: ["performance", "accessibility", "best-practices"],
    },
    undefined,
    page,
  );
  if (!result || result.lhr.runtimeError)
    throw new Error(`${address}: ${result?.lhr.runtimeError?.message ?? "no result"}`);
  const { categories, audits } = result.lhr;
  tellWhatCosts(name, result.lhr);
  const scoreOf = (category: string): number =>
    Math.round((categories[category]?.score ?? 0) * 100);
  return {
    name,
    performance: scoreOf("performance"),
    accessibility: scoreOf("accessibility"),
    bestPractices: scoreOf("best-practices"),
    scriptKilobytes: scriptKilobytes(audits["network-requests"]?.details),
  };
}

type Report = NonNullable<Awaited<ReturnType<typeof lighthouse>>>["lhr"];

/** Names what keeps a page from 100 in a category other than performance, and where. */
function tellWhatCosts(name: string, { categories, audits }: Report): void {
  for (const category of ["accessibility", "best-practices"]) {
    for (const { id, weight } of categories[category]?.auditRefs ?? []) {
      const { score, title, details } = audits[id] ?? {};
      if (weight === 0 || score == null || score === 1) continue;
      const { items = [] } = (details ?? {}) as { items?: { node?: { selector?: string } }[] };
      const where = items.map(({ node }) => node?.selector ?? "").filter(Boolean);
      console.log(`${name}: ${title} ${where.slice(0, 3).join("; ")}`);
    }
  }
}

function scriptKilobytes(details: unknown): number {
  const { items = [] } = (details ?? {}) as {
    items?: readonly { readonly resourceType?: string; readonly transferSize?: number }[];
  };
  const bytes = items
    .filter(({ resourceType }) => resourceType === "Script")
    .reduce((sum, { transferSize = 0 }) => sum + transferSize, 0);
  return Math.round(bytes / 1000);
}
