import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../support/ports.ts";
import { type Peer, type PeerOrder, startPeer } from "../peer.ts";
import { type SubgraphAddresses, composeMeasuringGraph } from "./graph.ts";

/** The two subgraphs of the measuring graph, running, and a folder with its supergraph. */
export interface EngineSetting extends AsyncDisposable {
  readonly folder: string;
  /** File with the supergraph; the subgraphs' addresses are in it. */
  readonly supergraph: string;
  readonly addresses: SubgraphAddresses;
}

/** Starts the subgraphs (one process, two ports) and composes their supergraph. */
export async function startEngineSetting(signal: AbortSignal): Promise<EngineSetting> {
  await using starting = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "alliance-hub-bench-"));
  starting.defer(() => rm(folder, { recursive: true, force: true }));
  const organizationsPort = await freePort();
  const stub = starting.use(
    await startPeer({
      name: "subgraphs",
      script: "test/dist/bench/programs/engine/subgraph-stub.main.js",
      environment: { ORGANIZATIONS_PORT: String(organizationsPort) },
      signal,
    }),
  );
  const addresses = {
    resources: stub.url,
    organizations: `http://127.0.0.1:${organizationsPort}/graphql`,
  };
  const supergraph = join(folder, "supergraph.graphql");
  await writeFile(supergraph, composeMeasuringGraph(addresses));
  const running = starting.move();
  return { folder, supergraph, addresses, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

/** The hub's engine alone, in front of the setting's subgraphs. */
export async function startHubEngine(
  setting: EngineSetting,
  order: Pick<PeerOrder, "signal" | "nodeFlags">,
): Promise<Peer> {
  return await startPeer({
    name: "hub-engine",
    script: "gateway/dist/main.js",
    arguments: (port) => ["--supergraph", setting.supergraph, "--port", String(port)],
    health: "/health",
    environment: { HUB_DATA_DIR: setting.folder },
    ...order,
  });
}
