import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { BenchOptions } from "../options.ts";
import { Connection, requestOf } from "../overload/connection.ts";
import { type Peer, startPeer } from "../peer.ts";
import { CASES, type GrowthCase } from "./cases.ts";
import { type GrowthResult, publishGrowth, summariseGrowth } from "./report.ts";
import { type GrowthSetting, loadGrowthSetting } from "./setting.ts";

/** Resources of the large size in ten thousands, unless `--scale` says otherwise. */
const SCALE = 100;
/** Most requests of a case in a round, to each size. */
const MOST_REQUESTS = 100;
/** Requests of each case before any is counted, so that code is compiled and statements are planned. */
const WARM_UP_REQUESTS = 30;

/** What a hub on one of the two databases is asked for. */
interface Asked {
  readonly port: number;
  readonly requests: readonly Buffer[];
  readonly took: number[];
}

/** The same requests to a hub with 10,000 resources and one with a hundred times as many, in turn. */
export async function benchGrowth(options: BenchOptions): Promise<void> {
  const { signal, only, rounds, seconds } = options;
  await using closing = new AsyncDisposableStack();
  const setting = closing.use(await loadGrowthSetting(options.scale ?? SCALE, signal));
  const small = closing.use(await startHub("small", setting, signal));
  const large = closing.use(await startHub("large", setting, signal));
  const cases = CASES.filter(({ name }) => !only || only.includes(name));
  const asked = new Map<GrowthCase, readonly [Asked, Asked]>();
  for (const one of cases) asked.set(one, [await ready(small, one), await ready(large, one)]);
  for (const both of asked.values()) {
    await askInTurn(both, { requests: WARM_UP_REQUESTS, untilMs: deadline(seconds), signal });
    for (const { took } of both) took.length = 0;
  }
  for (let round = 1; round <= rounds; round++) {
    for (const [{ name }, both] of asked) {
      // What takes long is asked less often, so that a round ends.
      const untilMs = deadline(seconds / cases.length);
      await askInTurn(both, { requests: MOST_REQUESTS, untilMs, signal });
      console.log(`  round ${round}  ${name}`);
    }
  }
  const results: GrowthResult[] = [...asked].map(([{ name, target }, [a, b]]) =>
    summariseGrowth({ name, target }, a.took, b.took),
  );
  await publishGrowth(results, options);
}

function deadline(seconds: number): number {
  return performance.now() + seconds * 1000;
}

async function startHub(
  size: "small" | "large",
  setting: GrowthSetting,
  signal: AbortSignal,
): Promise<Peer> {
  const folder = join(setting.folder, `hub-${size}`);
  await mkdir(folder);
  const environment = { DATABASE_URL: setting[size], HUB_DATA_DIR: folder };
  return await startPeer({ name: size, script: "gateway/dist/main.js", environment, signal });
}

async function ready(hub: Peer, { bodies }: GrowthCase): Promise<Asked> {
  const requests = (await bodies(hub)).map((body) => requestOf(body, undefined));
  return { port: hub.port, requests, took: [] };
}

/** One request to each at a time, one after the other, at least once. */
async function askInTurn(
  both: readonly [Asked, Asked],
  until: { readonly requests: number; readonly untilMs: number; readonly signal: AbortSignal },
): Promise<void> {
  using closing = new DisposableStack();
  const connections = both.map(({ port }) =>
    closing.adopt(new Connection(port), (connection) => connection.close()),
  );
  for (let sent = 0; sent < until.requests; sent++) {
    until.signal.throwIfAborted();
    if (sent > 0 && performance.now() > until.untilMs) return;
    for (const [at, { requests, took }] of both.entries()) {
      const request = requests[sent % requests.length];
      const answer = request && (await connections[at]?.send(request));
      if (answer?.status !== 200 || answer.body.includes('"errors":['))
        throw new Error(`A request failed: ${answer?.status} ${answer?.body.slice(0, 1000)}`);
      took.push(answer.ms);
    }
  }
}
