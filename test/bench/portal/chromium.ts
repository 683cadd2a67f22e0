import chromium from "@sparticuz/chromium";
import puppeteer, { type Browser } from "puppeteer-core";

/** A Chromium for one measurement, which ends with it whatever it is doing. */
export interface MeasuringBrowser extends AsyncDisposable {
  readonly browser: Browser;
}

/** How long it may take to close by itself, in milliseconds. */
const CLOSES_WITHIN_MS = 10_000;

/** Starts one. */
export async function startChromium(): Promise<MeasuringBrowser> {
  chromium.setGraphicsMode = false;
  const browser = await puppeteer.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((argument) => argument !== "--single-process"),
    headless: "shell",
  });
  return { browser, [Symbol.asyncDispose]: () => end(browser) };
}

/** Asks it to close; ends all its processes, if it does not. */
async function end(browser: Browser): Promise<void> {
  const own = browser.process();
  const timer = setTimeout(() => {
    // Puppeteer makes it the leader of a group of its own.
    if (own?.pid !== undefined) process.kill(-own.pid, "SIGKILL");
  }, CLOSES_WITHIN_MS);
  try {
    await browser.close();
  } finally {
    clearTimeout(timer);
  }
}
