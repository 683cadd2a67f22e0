import { SUBGRAPH_NAMES } from "@alliance-hub/sharing/subgraphs";
import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { moveSubgraphs } from "../../support/subgraph-servers.ts";
import { type Peer, startPeer } from "../peer.ts";
import { built } from "../run.ts";
import type { HubSetting } from "./setting.ts";

/** The hub's four subgraphs over HTTP, a process each. */
export interface SubgraphPeers extends AsyncDisposable {
  readonly peers: readonly Peer[];
  readonly urls: ReadonlyMap<string, string>;
  /** Secret shared with the callers that may get answers. */
  readonly secret: string;
  /** File with the supergraph that names their addresses. */
  readonly supergraph: string;
}

/** Starts them. @param name of the file with their supergraph. */
export async function startSubgraphPeers(
  setting: HubSetting,
  name: string,
  signal: AbortSignal,
): Promise<SubgraphPeers> {
  await using starting = new AsyncDisposableStack();
  const secret = randomBytes(32).toString("base64url");
  const peers: Peer[] = [];
  for (const subgraph of SUBGRAPH_NAMES) {
    peers.push(
      starting.use(
        await startPeer({
          name: subgraph,
          script: `subgraphs/${subgraph}/dist/main.js`,
          health: "/health",
          environment: { DATABASE_URL: setting.databaseUrl, HUB_GATEWAY_SECRET: secret },
          signal,
        }),
      ),
    );
  }
  const urls = new Map(peers.map((peer) => [peer.name, peer.url]));
  const supergraph = join(setting.folder, `${name}.graphql`);
  const sdl = await readFile(built("schema/supergraph.graphql"), "utf8");
  await writeFile(supergraph, moveSubgraphs(sdl, urls));
  const running = starting.move();
  return { peers, urls, secret, supergraph, [Symbol.asyncDispose]: () => running.disposeAsync() };
}
