import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { SIGNATURE_HEADER, sign } from "@alliance-hub/platform/serve/signature";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { createGatewayRuntime } from "@graphql-hive/gateway";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { pollUpdates, scheduleActivity } from "../../support/calendar.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { listen } from "../../support/listening.ts";
import {
  type SubgraphServers,
  moveSubgraphs,
  serveSubgraphs,
} from "../../support/subgraph-servers.ts";

const SUPERGRAPH = fileURLToPath(new URL("../../../../schema/supergraph.graphql", import.meta.url));

let whole: TestHub;
let servers: SubgraphServers;
beforeAll(async () => {
  whole = await startHub();
  servers = await serveSubgraphs(whole.databaseUrl);
});
afterAll(async () => {
  await servers?.[Symbol.asyncDispose]();
  await whole?.[Symbol.asyncDispose]();
});

const endPosition = async (): Promise<string> => (await pollUpdates(whole, null)).end;

describe("subscriptions whose subgraphs are reached over HTTP", () => {
  it("tell what they tell within one process, and go on when a subgraph was away", async () => {
    await using hub = await startHub({ ...servers.environment, DATABASE_URL: whole.databaseUrl });
    const after = await endPosition();
    await using live = listen(hub.url);
    await using resumed = listen(hub.url, { variables: { after } });
    await using within = listen(whole.url, { variables: { after } });
    const write = async (count: number): Promise<void> => {
      for (let number = 0; number < count; number++)
        await scheduleActivity(whole, `第 ${number} 项`);
    };
    // What is written before a live subscription has begun is not its own.
    while (live.events.length === 0) await write(1);
    await servers.restart("activities", () => write(3));
    await write(2);
    const { ids } = await pollUpdates(whole, after);
    await within.until(ids.length);
    await resumed.until(ids.length);
    expect(resumed.events).toEqual(within.events);
    expect(resumed.ids()).toEqual(ids);
    await live.until(6);
    expect(live.ids()).toEqual(ids.slice(-live.ids().length));
  });

  it("are served by Hive Gateway, on the same supergraph, with nested fields", async () => {
    const names = new Map(Array.from(servers.urls, ([name, url]) => [url, name]));
    await using runtime = createGatewayRuntime({
      supergraph: moveSubgraphs(await readFile(SUPERGRAPH, "utf8"), servers.urls),
      logging: false,
      plugins: () => [
        {
          // The subgraphs answer nobody without a signature over the body.
          onFetch: (fetching) => {
            const { url, options } = fetching;
            const [address = "", search = ""] = url.split("?", 2);
            const subgraph = names.get(address);
            if (subgraph === undefined) return;
            const body = typeof options.body === "string" ? options.body : search;
            const call = { viewer: ANONYMOUS, requestId: randomUUID(), body };
            const signature = sign(servers.secret, subgraph, call);
            fetching.setOptions({
              ...options,
              headers: { ...options.headers, [SIGNATURE_HEADER]: signature },
            });
          },
        },
      ],
    });
    const server = createServer(runtime);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const after = await endPosition();
      await using listening = listen(url, { variables: { after } });
      const id = await scheduleActivity(whole, "联合义诊");
      await listening.until(1);
      const { data } = await whole.ask(
        "query ($id: ID!) { activity(id: $id) { id title state startsAt endsAt host { id name } committee { id name } venue { id title } } }",
        { id },
      );
      expect(listening.events[0]?.data?.["data"]?.["activityUpdates"]).toMatchObject({
        type: "SCHEDULED",
        activity: data["activity"],
      });
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
