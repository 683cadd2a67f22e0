import { openDemonstrationIssuer } from "@alliance-hub/gateway/identity/demonstration-issuer";
import { person } from "../../support/people.ts";
import { placesOf } from "../hub/places.ts";
import { type HubSetting, loadHubSetting } from "../hub/setting.ts";
import { type LoadProcess, startLoadProcess } from "../load.ts";
import type { BenchOptions } from "../options.ts";
import { startPeer } from "../peer.ts";
import { type HealthWatch, watchHealth } from "./health.ts";
import { publishOverload, summariseOverload } from "./report.ts";
import { reportBodies, smallBodies } from "./requests.ts";
import type { OverloadOrder, RequestStream, StreamResult } from "./stream.ts";

/** Connections that find out the capacity. */
const CONNECTIONS = 32;
/** What is asked for in an overload: so many times the capacity, over so many connections, for so long. */
const TIMES = 10;
const OVERLOAD_CONNECTIONS = 1000;
const OVERLOAD_SECONDS = 20;
/** Reports that the heavy client wants to have in flight. */
const HEAVY_CONNECTIONS = 300;
/** Until code is compiled and statements are prepared. */
const WARM_UP_SECONDS = 8;
/** `HUB_DEADLINE_MS`, as it comes. */
const DEADLINE_MS = 15_000;

const [SMALL, HEAVY] = ["445202-liaison-1", "445202-liaison-2"] as const;

/** What is measured in each round, in this order. */
export const CASES = ["capacity", "overload", "small-alone", "small-beside-heavy"] as const;

/** The result of one measurement. */
export interface OverloadRound extends StreamResult {
  /** Longest that `/health/ready` took meanwhile, in milliseconds. */
  readonly healthMaxMs: number;
}

/**
 * What happens to requests if there are more than the hub can answer, and to a small client beside a heavy one.
 */
export async function benchOverload(options: BenchOptions): Promise<void> {
  await using closing = new AsyncDisposableStack();
  const setting = closing.use(await loadHubSetting(options.scale, options.signal));
  const environment = { DATABASE_URL: setting.databaseUrl, HUB_DATA_DIR: setting.folder };
  const { signal } = options;
  const hub = closing.use(
    await startPeer({ name: "hub", script: "gateway/dist/main.js", environment, signal }),
  );
  const load: LoadProcess<OverloadOrder, StreamResult[]> = closing.use(
    startLoadProcess("test/dist/bench/overload/load.main.js", signal),
  );
  const places = await placesOf(hub);
  const [reports, pages] = [reportBodies(places), smallBodies(places)];
  const small = { bodies: pages, connections: 1, token: await tokenOf(SMALL, setting) };
  const heavy = {
    name: "heavy",
    bodies: reports,
    connections: HEAVY_CONNECTIONS,
    token: await tokenOf(HEAVY, setting),
  };
  const measure = async (seconds: number, streams: RequestStream[]): Promise<OverloadRound> => {
    await using health = watchHealth(hub.port);
    return await first(load, { port: hub.port, seconds, deadlineMs: DEADLINE_MS, streams }, health);
  };
  const capacity = { name: "capacity", bodies: reports, connections: CONNECTIONS };
  await measure(WARM_UP_SECONDS, [capacity, { ...small, name: "warm-up" }]);
  const rounds: OverloadRound[] = [];
  const isWanted = (name: string): boolean => options.only?.includes(name) ?? true;
  const note = (round: number, result: OverloadRound): void => {
    const { name, answeredPerSecond, refusedPerSecond, late, p50Ms, p99Ms } = result;
    console.log(
      `  round ${round}  ${name.padEnd(20)} ${answeredPerSecond}/s answered, ${refusedPerSecond}/s refused, ${late} late, p50 ${p50Ms} ms, p99 ${p99Ms} ms`,
    );
    rounds.push(result);
  };
  for (let round = 1; round <= options.rounds; round++) {
    if (isWanted("capacity") || isWanted("overload")) {
      const found = await measure(options.seconds, [capacity]);
      note(round, found);
      const perSecond = Math.round(found.answeredPerSecond * TIMES);
      const overload = { bodies: reports, connections: OVERLOAD_CONNECTIONS, perSecond };
      note(round, await measure(OVERLOAD_SECONDS, [{ ...overload, name: "overload" }]));
    }
    if (isWanted("small-alone") || isWanted("small-beside-heavy")) {
      note(round, await measure(options.seconds, [{ ...small, name: "small-alone" }]));
      note(
        round,
        await measure(options.seconds, [{ ...small, name: "small-beside-heavy" }, heavy]),
      );
    }
  }
  await publishOverload(
    CASES.map((name) => rounds.filter((round) => round.name === name))
      .filter((found) => found.length > 0)
      .map(summariseOverload),
    options,
  );
}

/** The first stream's result; the others are there to be beside it. @throws Error for an answer that is wrong. */
async function first(
  load: LoadProcess<OverloadOrder, StreamResult[]>,
  order: OverloadOrder,
  health: HealthWatch,
): Promise<OverloadRound> {
  const results = await load.run(order);
  const wrong = results.find((result) => result.wrong > 0);
  if (wrong) throw new Error(`${wrong.name}: ${wrong.wrong} wrong answers. ${wrong.firstWrong}`);
  const [result] = results;
  if (!result) throw new Error("The load measured nothing");
  return { ...result, healthMaxMs: health.maxMs() };
}

async function tokenOf(name: string, { folder }: HubSetting): Promise<string> {
  return await (await openDemonstrationIssuer(folder)).token(person(name).subject);
}
