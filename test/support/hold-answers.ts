import type { Page } from "playwright-core";

/** What a page asks of the hub. */
export interface Asked {
  readonly query?: string;
  readonly variables?: {
    readonly input?: Readonly<Record<string, unknown>>;
    readonly near?: { readonly text?: string };
  };
}

/** Answers that are held back. */
export interface HeldAnswers {
  /** Settles once the first has been asked for. */
  readonly asked: Promise<void>;
  /** How many were asked for so far. */
  count(): number;
  /** Lets them go, and all that follow. */
  go(): void;
}

/** Holds back the answers to what a page asks, as if the hub took its time. @param isHeld to what. */
export async function holdAnswers(
  page: Page,
  isHeld: (asked: Asked) => boolean,
): Promise<HeldAnswers> {
  const asked = Promise.withResolvers<void>();
  const going = Promise.withResolvers<void>();
  let count = 0;
  await page.route("**/graphql", async (route) => {
    if (isHeld((route.request().postDataJSON() ?? {}) as Asked)) {
      count++;
      asked.resolve();
      await going.promise;
    }
    // Whoever has typed on no longer waits for it.
    await route.continue().catch(() => undefined);
  });
  return { asked: asked.promise, count: () => count, go: going.resolve };
}
