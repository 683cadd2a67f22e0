import { expect, it } from "@jest/globals";
import { ask } from "../../support/ask.ts";
import { startHub } from "../../support/hub.ts";
import { READ } from "../../support/outage/setting.ts";
import { patiently } from "../../support/patience.ts";
import { startSilentProxy } from "@alliance-hub/testing/silent-proxy";
import { serveSubgraphs } from "../../support/subgraph-servers.ts";

it("subgraphs in other processes whose database is away are told of as those in this one are", async () => {
  await using closing = new AsyncDisposableStack();
  // Its database is prepared by a hub of its own; the one that is asked reaches the same by way of its subgraphs.
  const prepared = closing.use(await startHub());
  const proxy = closing.use(await startSilentProxy(prepared.databaseUrl));
  const subgraphs = closing.use(await serveSubgraphs(proxy.url));
  const hub = closing.use(
    await startHub({ DATABASE_URL: prepared.databaseUrl, ...subgraphs.environment }),
  );
  const ready = async (): Promise<number> => (await fetch(`${hub.url}/health/ready`)).status;
  const read = await ask(hub.url, { query: READ });
  expect([read.status, ...read.codes]).toEqual([200]);
  expect(await ready()).toBe(200);

  await proxy.goAway();
  const unanswered = await ask(hub.url, { query: READ });
  expect([unanswered.status, ...unanswered.codes]).toEqual([503, "SUBGRAPH_UNAVAILABLE"]);
  expect(unanswered.errors[0]).toMatchObject({
    message: expect.stringMatching(/^The database /),
    extensions: { service: "resources" },
  });
  await patiently(ready, (status) => status === 503);

  await proxy.comeBack();
  await patiently(
    () => ask(hub.url, { query: READ }),
    ({ status, codes }) => status === 200 && codes.length === 0,
  );
  await patiently(ready, (status) => status === 200);
});
