import { type Peer, startPeer } from "../peer.ts";
import type { HubSetting } from "./setting.ts";
import { startSubgraphPeers } from "./subgraph-peers.ts";

/** The same four subgraphs over HTTP, a process each, behind `@apollo/gateway` in Apollo Server. */
export async function startApolloSplit(setting: HubSetting, signal: AbortSignal): Promise<Peer> {
  await using starting = new AsyncDisposableStack();
  const subgraphs = starting.use(await startSubgraphPeers(setting, "apollo-split", signal));
  const gateway = starting.use(
    await startPeer({
      name: "apollo-split",
      script: "test/peers/dist/bench/apollo-gateway.main.js",
      environment: { SUPERGRAPH: subgraphs.supergraph, HUB_GATEWAY_SECRET: subgraphs.secret },
      signal,
    }),
  );
  const running = starting.move();
  return { ...gateway, [Symbol.asyncDispose]: () => running.disposeAsync() };
}
