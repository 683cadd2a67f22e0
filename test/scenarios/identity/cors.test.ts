import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type TestHub, startHub } from "../../support/hub.ts";

const PORTAL = "https://portal.example";

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ HUB_CORS_ORIGINS: PORTAL });
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
});

/** What a browser asks before a page of another origin may post JSON. */
const preflight = (origin: string): Promise<Response> =>
  fetch(`${hub.url}/graphql`, {
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": "POST",
      "access-control-request-headers": "authorization,content-type",
    },
  });

describe("pages of another origin", () => {
  it("may call where the setting names their origin", async () => {
    const asked = await preflight(PORTAL);
    expect(asked.status).toBe(204);
    expect(asked.headers.get("access-control-allow-origin")).toBe(PORTAL);
    const answer = await fetch(`${hub.url}/graphql`, {
      method: "POST",
      headers: { origin: PORTAL, "content-type": "application/json" },
      body: JSON.stringify({ query: "{ viewer { kind } }" }),
    });
    expect(answer.headers.get("access-control-allow-origin")).toBe(PORTAL);
  });

  it("may not where it does not", async () => {
    const asked = await preflight("https://elsewhere.example");
    expect(asked.headers.get("access-control-allow-origin")).toBeNull();
  });
});
