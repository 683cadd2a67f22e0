import { join } from "node:path";
import { mkdir } from "node:fs/promises";
import { operation } from "../../support/contract.ts";
import { loadHubSetting } from "../hub/setting.ts";
import type { BenchOptions } from "../options.ts";
import { Connection, requestOf } from "../overload/connection.ts";
import { startPeer } from "../peer.ts";
import { machine } from "../report.ts";
import { enterRules, tomorrowMorning } from "./rules.ts";

/** The district of the synthetic data. */
const DISTRICT = "990001";
/** How much longer a page of what is free may take than one of the list. */
const TARGET = 1.5;
const [WARM_UP, REQUESTS] = [50, 200];
const PAGE = operation("SharedResources").replace(/^\s*totalCount\n/m, "");

/**
 * A page of resources, and one of those that are free at a time, where all have hours and rules: the same requests in
 * turn, over one connection. Both without `totalCount`.
 */
export async function benchFree({ scale, rounds, signal }: BenchOptions): Promise<void> {
  await using closing = new AsyncDisposableStack();
  const setting = closing.use(await loadHubSetting(scale, signal));
  const now = new Date();
  await enterRules(setting.databaseUrl, now, signal);
  const folder = join(setting.folder, "hub");
  await mkdir(folder);
  const environment = { DATABASE_URL: setting.databaseUrl, HUB_DATA_DIR: folder };
  const script = "gateway/dist/main.js";
  const { port } = closing.use(await startPeer({ name: "hub", script, environment, signal }));
  const connection = closing.adopt(new Connection(port), (one) => one.close());
  await connection.opened;
  const kinds = ["VENUE", "EQUIPMENT", "EXPERTISE", "SERVICE"];
  const requests = [{}, { freeDuring: tomorrowMorning(now) }].map((filter) =>
    requestOf(
      JSON.stringify({
        query: PAGE,
        variables: { filter: { regionCode: DISTRICT, kinds, ...filter }, first: 20 },
      }),
      undefined,
    ),
  );
  const ask = async (count: number): Promise<number[][]> => {
    const took: number[][] = [[], []];
    for (let sent = 0; sent < count; sent++) {
      signal.throwIfAborted();
      for (const [at, request] of requests.entries()) {
        const answer = await connection.send(request);
        if (answer?.status !== 200 || answer.body.includes('"errors":['))
          throw new Error(`A request failed: ${answer?.body.slice(0, 1000)}`);
        if (!answer.body.includes('"id":')) throw new Error("Nothing was found.");
        took[at]?.push(answer.ms);
      }
    }
    return took;
  };
  await ask(WARM_UP);
  const medians: (readonly number[])[] = [];
  for (let round = 1; round <= rounds; round++) {
    const middles = (await ask(REQUESTS)).map(median);
    medians.push(middles);
    console.log(
      `  round ${round}  list ${middles[0]?.toFixed(2)} ms, free ${middles[1]?.toFixed(2)} ms`,
    );
  }
  const [list = NaN, free = NaN] = [0, 1].map((at) => median(medians.map((one) => one[at] ?? NaN)));
  console.log(`\n${machine()}, ${rounds} interleaved rounds of ${REQUESTS}, medians\n`);
  console.log(
    `list ${list.toFixed(2)} ms, free ${free.toFixed(2)} ms: ${(free / list).toFixed(2)}× (target at most ${TARGET}×)`,
  );
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
