import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { pollUpdates, scheduleActivity } from "@alliance-hub/test/support/calendar";
import { startHub } from "@alliance-hub/test/support/hub";
import { listen } from "@alliance-hub/test/support/listening";
import { moveSubgraphs, serveSubgraphs } from "@alliance-hub/test/support/subgraph-servers";
import { createGatewayRuntime } from "@graphql-hive/gateway";
import { expect, it } from "@jest/globals";
import { signedFetches } from "./signed-fetches.ts";

const SUPERGRAPH = fileURLToPath(new URL("../../../../schema/supergraph.graphql", import.meta.url));

it("subscriptions of the hub's subgraphs are served by Hive Gateway, on the same supergraph, with nested fields", async () => {
  await using whole = await startHub();
  await using servers = await serveSubgraphs(whole.databaseUrl);
  await using runtime = createGatewayRuntime({
    supergraph: moveSubgraphs(await readFile(SUPERGRAPH, "utf8"), servers.urls),
    logging: false,
    plugins: () => [signedFetches(servers.secret, servers.urls)],
  });
  const server = createServer(runtime);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const after = (await pollUpdates(whole, null)).end;
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
