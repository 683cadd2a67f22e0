import type { BenchOptions } from "../options.ts";
import { type Peer, type PeerOrder, startPeer } from "../peer.ts";
import { startApolloSplit } from "./apollo-split.ts";
import type { HubSetting } from "./setting.ts";

/** The servers of one run. */
export interface Servers extends AsyncDisposable {
  /** The hub itself, which runs in any case: the requests' cursors are asked from it. */
  readonly hub: Peer;
  /** Those that are measured. */
  readonly peers: readonly Peer[];
}

type Start = (setting: HubSetting, signal: AbortSignal) => Promise<Peer>;

const SERVERS: Readonly<Record<string, Start>> = {
  hub: start({ name: "hub", script: "gateway/dist/main.js" }),
  "hub-split": start({
    name: "hub-split",
    script: "gateway/dist/commands/start-split.js",
    port: 4720,
    environment: { SUBGRAPH_PORT: "4721" },
  }),
  "apollo-split": startApolloSplit,
  postgraphile: start({
    name: "postgraphile",
    script: "test/peers/dist/bench/postgraphile.main.js",
    health: "/graphql?query={__typename}",
    environment: { GRAPHILE_ENV: "production" },
  }),
  handwritten: start({
    name: "handwritten",
    script: "test/dist/bench/programs/hub/handwritten.main.js",
  }),
  "handwritten-pipelined": start({
    name: "handwritten-pipelined",
    script: "test/dist/bench/programs/hub/handwritten-pipelined.main.js",
  }),
};

/** Starts the hub and what is to be measured beside it, each in processes of its own. */
export async function startServers(
  setting: HubSetting,
  { only, signal }: Pick<BenchOptions, "only" | "signal">,
): Promise<Servers> {
  await using starting = new AsyncDisposableStack();
  const started = new Map<string, Peer>();
  for (const [name, startServer] of Object.entries(SERVERS)) {
    if (name !== "hub" && only && !only.includes(name)) continue;
    started.set(name, starting.use(await startServer(setting, signal)));
  }
  const hub = started.get("hub");
  if (!hub) throw new Error("The hub has not been started");
  const peers = [...started.values()].filter(({ name }) => !only || only.includes(name));
  const running = starting.move();
  return { hub, peers, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

function start(order: Omit<PeerOrder, "signal">): Start {
  return ({ databaseUrl, folder }, signal) =>
    startPeer({
      ...order,
      environment: { DATABASE_URL: databaseUrl, HUB_DATA_DIR: folder, ...order.environment },
      signal,
    });
}
