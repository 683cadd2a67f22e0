import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { BenchOptions } from "../options.ts";
import { type Peer, startPeer } from "../peer.ts";
import { post } from "../post.ts";
import { preparePeersFor } from "../prepare-peers.ts";
import { publish } from "../report.ts";
import { measure } from "../rounds.ts";
import type { Target } from "../targets.ts";
import { expectedData, requestFor, writePages } from "./requests.ts";
import { type EngineSetting, startEngineSetting, startHubEngine } from "./setting.ts";

const TARGETS: readonly Target[] = [
  { of: "hub-engine", over: "handwritten", ratio: 0.85 },
  { of: "hub-engine", over: "apollo-gateway", ratio: 5 },
  { of: "hub-engine", over: "hive-gateway-native", ratio: 5 },
];
const PEERS = ["apollo-gateway", "hive-gateway-native"];
/** Pages that each gateway must answer right before it is measured. */
const SAMPLE = [0, 1, 2049, 4095];

/**
 * A query with two fetches to subgraphs that answer fixed bytes. It measures the cost of the gateway itself.
 */
export async function benchEngine(options: BenchOptions): Promise<void> {
  await preparePeersFor(PEERS, options);
  await using closing = new AsyncDisposableStack();
  const setting = closing.use(await startEngineSetting(options.signal));
  const bodies = join(setting.folder, "requests.ndjson");
  await writePages(bodies);

  const contenders = [];
  for (const [name, start] of Object.entries(GATEWAYS)) {
    if (options.only && !options.only.includes(name)) continue;
    const peer = closing.use(await start(name, setting, options.signal));
    for (const page of SAMPLE) await requireRight(peer, page);
    contenders.push({ peer, bodies });
  }
  await publish(await measure(contenders, options), { ...options, targets: TARGETS });
}

type Start = (name: string, setting: EngineSetting, signal: AbortSignal) => Promise<Peer>;

const GATEWAYS: Readonly<Record<string, Start>> = {
  "hub-engine": (_name, setting, signal) => startHubEngine(setting, { signal }),
  "apollo-gateway": startOther("test/peers/dist/bench/apollo-gateway.main.js"),
  "hive-gateway-native": startOther("test/peers/dist/bench/hive-gateway.main.js", {
    LOG_LEVEL: undefined,
  }),
  handwritten: (name, { addresses }, signal) =>
    startPeer({
      name,
      script: "test/dist/bench/programs/engine/handwritten.main.js",
      environment: {
        RESOURCES_URL: addresses.resources,
        ORGANIZATIONS_URL: addresses.organizations,
      },
      signal,
    }),
};

function startOther(script: string, environment: NodeJS.ProcessEnv = {}): Start {
  return (name, { supergraph }, signal) =>
    startPeer({ name, script, environment: { ...environment, SUPERGRAPH: supergraph }, signal });
}

/** @throws Error if a gateway's answer differs from the merged bytes of the subgraphs. */
async function requireRight(peer: Peer, page: number): Promise<void> {
  const answer = await post(peer, JSON.stringify(requestFor(page)));
  if (!isDeepStrictEqual(answer, { data: expectedData(page) })) {
    throw new Error(
      `${peer.name} answers page ${page} wrong: ${JSON.stringify(answer).slice(0, 1000)}`,
    );
  }
}
