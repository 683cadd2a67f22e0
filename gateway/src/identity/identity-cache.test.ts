import { expect, it } from "@jest/globals";
import { awayIn } from "@alliance-hub/platform/errors/database-away";
import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { createIdentityCache } from "./identity-cache.ts";

it("asks about a few clients at once, however many are connected", async () => {
  const asked: ((viewer: Viewer) => void)[] = [];
  let most = 0;
  let underWay = 0;
  const identityCache = createIdentityCache(async () => {
    most = Math.max(most, ++underWay);
    const viewer = await new Promise<Viewer>((resolve) => asked.push(resolve));
    underWay--;
    return viewer;
  });
  const all = Array.from({ length: 50 }, (_, i) => identityCache.identify(`Bearer ${i}`, "1"));
  const answer = setInterval(() => asked.shift()?.(ANONYMOUS), 0);
  try {
    await Promise.all(all);
  } finally {
    clearInterval(answer);
  }
  expect(most).toBe(4);
});

it("remembers that a token is not good, and asks again where that could not be found out", async () => {
  const codes = ["SUBGRAPH_UNAVAILABLE", "UNAUTHENTICATED"] as const;
  let asked = 0;
  const identityCache = createIdentityCache(async () => {
    throw new HubError(codes[Math.min(asked++, 1)] ?? "INTERNAL", { zh: "否", en: "no" });
  });
  const ask = async (): Promise<unknown> =>
    await identityCache
      .identify("Bearer a", "1")
      .catch((error: unknown) => awayIn(error) ?? (error as HubError).code);
  // As with an unavailable database, the stream ends and its client reconnects.
  expect(await ask()).toMatchObject({ fault: expect.stringContaining("sign-in") });
  expect(await ask()).toBe("UNAUTHENTICATED");
  expect(await ask()).toBe("UNAUTHENTICATED");
  expect(asked).toBe(2);
});
