import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Peer, startPeer } from "../peer.ts";
import { moveSubgraphs } from "../../support/subgraph-servers.ts";
import { built } from "../run.ts";
import type { HubSetting } from "./setting.ts";

const SUBGRAPHS = ["organizations", "members", "resources", "activities"];

/** The same four subgraphs over HTTP, a process each, behind `@apollo/gateway` in Apollo Server. */
export async function startApolloSplit(setting: HubSetting, signal: AbortSignal): Promise<Peer> {
  await using starting = new AsyncDisposableStack();
  const secret = randomBytes(32).toString("base64url");
  const urls = new Map<string, string>();
  for (const name of SUBGRAPHS) {
    const { url } = starting.use(
      await startPeer({
        name,
        script: `subgraphs/${name}/dist/main.js`,
        health: "/health",
        environment: { DATABASE_URL: setting.databaseUrl, HUB_GATEWAY_SECRET: secret },
        signal,
      }),
    );
    urls.set(name, url);
  }
  const supergraph = join(setting.folder, "supergraph.graphql");
  await writeFile(
    supergraph,
    moveSubgraphs(await readFile(built("schema/supergraph.graphql"), "utf8"), urls),
  );
  const gateway = starting.use(
    await startPeer({
      name: "apollo-split",
      script: "test/dist/bench/peers/apollo-gateway.main.js",
      environment: { SUPERGRAPH: supergraph, HUB_GATEWAY_SECRET: secret },
      signal,
    }),
  );
  const running = starting.move();
  return { ...gateway, [Symbol.asyncDispose]: () => running.disposeAsync() };
}
