import { readFile } from "node:fs/promises";
import type { HubSetting } from "../hub/setting.ts";
import { startSubgraphPeers } from "../hub/subgraph-peers.ts";
import { type Peer, startPeer } from "../peer.ts";

/** What tells of updates, in one or several processes. */
export interface UpdateServer extends AsyncDisposable {
  readonly name: string;
  readonly url: string;
  /** CPU that its processes have used so far, in seconds. */
  cpuSeconds(): Promise<number>;
  /** Memory that its processes hold now, in bytes. */
  rssBytes(): Promise<number>;
}

/** The hub, one process, with room for many streams of one address. */
export async function startHubServer(
  { databaseUrl, folder }: HubSetting,
  signal: AbortSignal,
): Promise<UpdateServer> {
  const hub = await startPeer({
    name: "hub",
    script: "gateway/dist/main.js",
    environment: {
      DATABASE_URL: databaseUrl,
      HUB_DATA_DIR: folder,
      HUB_MAX_STREAMS_PER_VIEWER: "20000",
    },
    signal,
  });
  return serverOf("hub", hub, [hub]);
}

/** Hive Gateway before the same four subgraphs over HTTP: five processes. */
export async function startHiveServer(
  setting: HubSetting,
  signal: AbortSignal,
): Promise<UpdateServer> {
  await using starting = new AsyncDisposableStack();
  const subgraphs = starting.use(await startSubgraphPeers(setting, "hive", signal));
  const hive = starting.use(
    await startPeer({
      name: "hive-gateway",
      script: "test/peers/dist/bench/hive-subscriptions.main.js",
      environment: {
        LOG_LEVEL: "error",
        SUPERGRAPH: subgraphs.supergraph,
        SUBGRAPHS: Array.from(subgraphs.urls, (pair) => pair.join("=")).join(","),
        HUB_GATEWAY_SECRET: subgraphs.secret,
      },
      signal,
    }),
  );
  const running = starting.move();
  return {
    ...serverOf("hive-gateway", hive, [hive, ...subgraphs.peers]),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

function serverOf(name: string, front: Peer, peers: readonly Peer[]): UpdateServer {
  const sum = async (read: (pid: number) => Promise<number>): Promise<number> => {
    const values = await Promise.all(peers.map(({ child }) => read(child.pid ?? 0)));
    return values.reduce((all, value) => all + value, 0);
  };
  return {
    name,
    url: front.url,
    cpuSeconds: () => sum(cpuOf),
    rssBytes: () => sum(rssOf),
    [Symbol.asyncDispose]: () => front[Symbol.asyncDispose](),
  };
}

/** Clock ticks a second in `/proc` (proc_pid_stat(5)), on every Linux that Node.js runs on. */
const TICKS = 100;

async function cpuOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  // Behind the name, which may hold spaces: utime and stime are the fields 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

async function rssOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}
