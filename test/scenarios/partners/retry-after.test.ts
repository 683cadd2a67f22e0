import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { lockWaits } from "@alliance-hub/testing/lock-waits";
import { expect, it } from "@jest/globals";
import pg from "pg";
import { runExample } from "../../support/example-process.ts";
import { writeGuide } from "../../support/guide.ts";
import { startHub } from "../../support/hub.ts";

/** What the guide's programs make of a request that the hub turned away; the header is looked at on its way. */
const ASK = `
import { ask, comeBack } from "./hub.mjs";
const { fetch } = globalThis;
let header;
globalThis.fetch = async (...request) => {
  const answer = await fetch(...request);
  header = answer.headers.get("retry-after");
  return answer;
};
const error = await ask("{ activities { totalCount } }").catch((error) => error);
console.log(JSON.stringify({ code: error.code, waitMs: error.waitMs, header }));
const from = performance.now();
await comeBack(error);
console.log(JSON.stringify({ waited: performance.now() - from }));
`;

it("the guide's programs wait as long as the hub's Retry-After says", async () => {
  // The lock is waited for until the program has come and gone, however long that takes.
  const deadline = { HUB_DEADLINE_MS: "200000" };
  await using hub = await startHub({ HUB_MAX_CONCURRENT: "1", HUB_MAX_QUEUED: "0", ...deadline });
  await using guide = await writeGuide();
  await writeFile(join(guide.path, "turned-away.mjs"), ASK);
  const client = new pg.Client({ connectionString: hub.databaseUrl });
  await client.connect();
  await using _client = { [Symbol.asyncDispose]: () => client.end() };
  await client.query("begin");
  await client.query("lock table activities.activity in access exclusive mode");
  const held = hub.ask("{ activities { nodes { id } } }");
  await lockWaits(client);
  const environment = { HUB_URL: hub.url, HUB_KEY: "none" };
  const printed = await runExample("turned-away.mjs", { folder: guide.path, environment });
  await client.query("rollback");
  expect((await held).codes).toEqual([]);
  const [told, wait] = printed.split("\n").map((line) => JSON.parse(line));
  expect(told).toEqual({
    code: "OVERLOADED",
    waitMs: 1000 * Number(told.header),
    header: told.header,
  });
  expect(told.waitMs).toBeGreaterThan(0);
  expect(wait.waited).toBeGreaterThanOrEqual(told.waitMs - 1);
}, 60_000);
