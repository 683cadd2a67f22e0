import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { connectGateway } from "@alliance-hub/gateway/database/database";
import { openDemonstrationIssuer } from "@alliance-hub/gateway/identity/demonstration-issuer";
import { createIdentify } from "@alliance-hub/gateway/identity/identity";
import { createIdentityCache } from "@alliance-hub/gateway/identity/identity-cache";
import { watchStandings } from "@alliance-hub/gateway/identity/standings";
import { CURRENT_TERM } from "@alliance-hub/demonstration/days";
import { type TestHub, startHub } from "../../support/hub.ts";

const DAY_MS = 86_400_000;
/** When the last day of the demonstration's terms is over in Asia/Shanghai. */
const OVER = Date.parse(`${CURRENT_TERM.endsOn}T00:00:00+08:00`) + DAY_MS;

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
});

it("a remembered identity ends with the day, although no record has changed", async () => {
  await using gateway = await connectGateway(hub.databaseUrl);
  const issuer = await openDemonstrationIssuer(hub.dataDirectory);
  // Runs from a moment before the day ends, as far as the test has come.
  let now = OVER - 1000;
  const clock = (): Date => new Date(now);
  const standings = watchStandings(gateway.rows, hub.databaseUrl, { clock });
  const identityCache = createIdentityCache(
    createIdentify(gateway.rows, issuer, clock),
    standings.readRevision,
  );
  const authorization = `Bearer ${await hub.tokenOf("445202-secretary")}`;
  const roles = async (): Promise<string[]> =>
    (await identityCache.identify(authorization, await identityCache.revision())).roles.map(
      ({ role }) => role,
    );
  const isOver = Promise.withResolvers<void>();
  await using _watching = await standings.watch(isOver.resolve);

  expect(await roles()).toEqual(["SECRETARY"]);
  expect(await roles()).toEqual(["SECRETARY"]);
  now = OVER;
  expect(await roles()).toEqual([]);
  // Whoever follows is looked at again, too.
  await isOver.promise;
});
