import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createCluster } from "@alliance-hub/kit/postgres/cluster";
import type { LoadOrder, LoadResult } from "./load.ts";
import { type Peer, startPeer } from "./peer.ts";
import { type BenchResult, publish, summarise } from "./report.ts";
import { writeRequests } from "./shared-resources.ts";

/** How a benchmark runs. */
export interface BenchOptions {
  /** Interleaved rounds. Default 5. */
  readonly rounds: number;
  /** Length of each round of each server, in seconds. Default 8. */
  readonly seconds: number;
  /** 10,000 resources each. Default 10. */
  readonly scale: number;
  readonly json: string | undefined;
}

const CONNECTIONS = 32;
const run = promisify(execFile);
const built = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** `SharedResources` with random filter and page: the hub in one process, and split into five. */
export async function benchHub(options: BenchOptions): Promise<void> {
  await using closing = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "alliance-hub-bench-"));
  closing.defer(() => rm(folder, { recursive: true, force: true }));
  const cluster = closing.use(await createCluster({ directory: folder }));
  await cluster.createDatabase("bench");
  const environment = { DATABASE_URL: cluster.url("bench"), HUB_DATA_DIR: folder };

  console.log(`  loading ${options.scale * 10_000} resources`);
  await run(
    process.execPath,
    [built("gateway/dist/commands/demo.js"), "--scale", String(options.scale)],
    { env: { ...process.env, ...environment } },
  );
  const peers: Peer[] = [
    closing.use(
      await startPeer({ name: "hub", script: "gateway/dist/main.js", port: 4710, environment }),
    ),
    closing.use(
      await startPeer({
        name: "hub-split",
        script: "gateway/dist/commands/start-split.js",
        port: 4720,
        environment: { ...environment, SUBGRAPH_PORT: "4721" },
      }),
    ),
  ];
  const bodies = join(folder, "requests.ndjson");
  await writeRequests("http://127.0.0.1:4710", bodies);
  await publish(await measure(peers, bodies, options), options.rounds, options.json);
}

/** Interleaved rounds, after one round each that is not counted. */
async function measure(
  peers: readonly Peer[],
  bodies: string,
  options: BenchOptions,
): Promise<BenchResult[]> {
  const rounds = new Map<string, LoadResult[]>(peers.map((peer) => [peer.name, []]));
  for (let round = 0; round <= options.rounds; round++) {
    for (const peer of peers) {
      const result = await load({
        url: peer.url,
        connections: CONNECTIONS,
        seconds: round === 0 ? 3 : options.seconds,
        bodies,
      });
      if (round > 0) rounds.get(peer.name)?.push(result);
      console.log(
        `  ${round === 0 ? "warm-up" : `round ${round}`}  ${peer.name.padEnd(16)} ${Math.round(result.requestsPerSecond)} requests/s`,
      );
    }
  }
  return peers.map((peer) => summarise(peer.name, rounds.get(peer.name) ?? []));
}

/** The load comes from a process of its own. */
async function load(order: LoadOrder): Promise<LoadResult> {
  const { stdout } = await run(process.execPath, [
    built("test/dist/bench/load.js"),
    JSON.stringify(order),
  ]);
  return JSON.parse(stdout) as LoadResult;
}
