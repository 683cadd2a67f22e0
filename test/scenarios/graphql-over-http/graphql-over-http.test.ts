import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { serverAudits } from "graphql-http";
import { type TestHub, startHub } from "../../support/hub.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
});

/**
 * Audits that MAY be met and are not by a client that says nothing about itself: a GET without any
 * header of its own is one that a foreign page can send unasked, so it is refused (CSRF). With the
 * header that a page may not set unasked they are met.
 */
const NEED_A_HEADER = new Set(["5A70", "D6D5", "6A70"]);

const url = (): string => `${hub.url}/graphql`;
const withHeader: typeof fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set("apollo-require-preflight", "yes");
  return fetch(input, { ...init, headers });
};

/** Every other audit has to be met, those that say SHOULD and MAY as well. */
describe("GraphQL over HTTP", () => {
  const asSent = serverAudits({ url });
  const withTheHeader = serverAudits({ url, fetchFn: withHeader });
  for (const [i, audit] of asSent.entries()) {
    const needsHeader = NEED_A_HEADER.has(audit.id);
    it(`${audit.id} ${audit.name}${needsHeader ? ", with a header against CSRF" : ""}`, async () => {
      if (needsHeader) expect(await audit.fn()).toMatchObject({ status: "notice" });
      const result = needsHeader ? await withTheHeader[i]?.fn() : await audit.fn();
      expect(result).toMatchObject({ status: "ok" });
    });
  }
});
