import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { BenchOptions } from "../options.ts";
import { preparePeersFor } from "../prepare-peers.ts";
import { publish } from "../report.ts";
import { measure } from "../rounds.ts";
import type { Target } from "../targets.ts";
import { placesOf } from "./places.ts";
import { chooseRequests, type Spoken } from "./requests.ts";
import { requireSameAnswers } from "./same-answers.ts";
import { startServers } from "./servers.ts";
import { loadHubSetting } from "./setting.ts";
import { HUB, POSTGRAPHILE } from "./shared-resources.ts";

const TARGETS: readonly Target[] = [
  { of: "hub", over: "handwritten", ratio: 1 },
  { of: "hub", over: "handwritten-pipelined", ratio: 0.65 },
  { of: "hub", over: "postgraphile", ratio: 1.8 },
  { of: "hub", over: "apollo-split", ratio: 2.5 },
];
const PEERS = ["apollo-split", "postgraphile"];
/** One request in so many is compared, as parsed JSON, before anything is measured. */
const COMPARED_OF = 40;

/** `SharedResources` with random filter and page, beside other ways to serve the same tables. */
export async function benchHub(options: BenchOptions): Promise<void> {
  await preparePeersFor(PEERS, options);
  await using closing = new AsyncDisposableStack();
  const setting = closing.use(await loadHubSetting(options.scale, options.signal));
  const { hub, peers } = closing.use(await startServers(setting, options));

  const own: Spoken = { peer: hub, dialect: HUB, bodies: [] };
  const foreign = peers
    .filter(({ name }) => name === "postgraphile")
    .map((peer): Spoken => ({ peer, dialect: POSTGRAPHILE, bodies: [] }));
  await chooseRequests([own, ...foreign], await placesOf(hub), options.signal);

  const contenders = [];
  for (const peer of peers) {
    const spoken = foreign.find((one) => one.peer === peer) ?? own;
    if (spoken === own) {
      const compared = own.bodies.filter((_body, at) => at % COMPARED_OF === 0);
      await requireSameAnswers(peer, hub, compared);
    }
    const bodies = join(setting.folder, `${peer.name}.ndjson`);
    await writeFile(bodies, `${spoken.bodies.join("\n")}\n`);
    contenders.push({ peer, bodies });
  }
  await publish(await measure(contenders, options), { ...options, targets: TARGETS });
}
