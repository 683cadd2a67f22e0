import { once } from "node:events";
import { join } from "node:path";
import type { BenchOptions } from "../options.ts";
import type { Peer } from "../peer.ts";
import { startLoad } from "../load.ts";
import { requireAnswered } from "../report.ts";
import { put } from "../rounds.ts";
import { built } from "../run.ts";
import { writeDocuments } from "./documents.ts";
import { startEngineSetting, startHubEngine } from "./setting.ts";

const DOCUMENTS = 5000;
const FIRST_REQUESTS = 10_000;
const ALL_REQUESTS = 200_000;
/** Maximum ratio of the heap at the end to the heap after the first requests. */
const TARGET = 1.2;
/** Maximum time of either part, in seconds. */
const AT_MOST_SECONDS = 900;

/** Whether the engine's heap stays constant while it serves many distinct documents. */
export async function benchMemory({ signal }: BenchOptions): Promise<void> {
  await using closing = new AsyncDisposableStack();
  const setting = closing.use(await startEngineSetting(signal));
  const bodies = join(setting.folder, "documents.ndjson");
  await writeDocuments(bodies, DOCUMENTS);
  const probe = built("test/dist/bench/programs/heap-probe.js");
  const peer = closing.use(
    await startHubEngine(setting, { signal, nodeFlags: ["--expose-gc", "--import", probe] }),
  );

  const load = closing.use(startLoad(signal));
  const heaps: number[] = [];
  for (const requests of [FIRST_REQUESTS, ALL_REQUESTS - FIRST_REQUESTS]) {
    const result = await put(load, { peer, bodies }, { requests, seconds: AT_MOST_SECONDS });
    requireAnswered(peer.name, result);
    heaps.push(await heapUsed(peer));
    const rate = Math.round(result.requestsPerSecond);
    console.log(
      `  ${requests} requests, ${rate} requests/s: heap ${mebibytes(heaps.at(-1))} MiB after a collection`,
    );
  }
  const [first = Number.NaN, last = Number.NaN] = heaps;
  console.log(
    `\nhub-engine, ${DOCUMENTS} distinct documents: ${mebibytes(first)} MiB after ${FIRST_REQUESTS} requests, ` +
      `${mebibytes(last)} MiB after ${ALL_REQUESTS}: ${(last / first).toFixed(2)}× (target at most ${TARGET}×)`,
  );
}

/** Bytes on the heap after a forced collection, as the probe in the process tells. */
async function heapUsed({ child }: Peer): Promise<number> {
  child.send("heap");
  const [bytes] = await once(child, "message", { signal: AbortSignal.timeout(30_000) });
  return Number(bytes);
}

function mebibytes(bytes = Number.NaN): string {
  return (bytes / 2 ** 20).toFixed(1);
}
