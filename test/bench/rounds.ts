import { type Load, type LoadOrder, type LoadResult, startLoad } from "./load.ts";
import type { BenchOptions } from "./options.ts";
import type { Peer } from "./peer.ts";
import { type BenchResult, summarise } from "./report.ts";

/** A server and what it is asked. */
export interface Contender {
  readonly peer: Peer;
  /** File with the bodies to send, one JSON document a line. */
  readonly bodies: string;
}

/** Connections that the load keeps open, each with one request at a time. */
const CONNECTIONS = 32;
/** Until code is compiled and each connection to the database has planned its statements for good. */
const WARM_UP_SECONDS = 10;

/** Interleaved rounds, after one round each that is not counted. @throws Error if requests failed. */
export async function measure(
  contenders: readonly Contender[],
  options: BenchOptions,
): Promise<BenchResult[]> {
  await using load = startLoad(options.signal);
  const rounds = new Map<string, LoadResult[]>(contenders.map(({ peer }) => [peer.name, []]));
  for (let round = 0; round <= options.rounds; round++) {
    for (const contender of contenders) {
      const { name } = contender.peer;
      const seconds = round === 0 ? WARM_UP_SECONDS : options.seconds;
      const result = await put(load, contender, { seconds });
      if (round > 0) rounds.get(name)?.push(result);
      const label = round === 0 ? "warm-up" : `round ${round}`;
      console.log(
        `  ${label}  ${name.padEnd(20)} ${Math.round(result.requestsPerSecond)} requests/s`,
      );
    }
  }
  return contenders.map(({ peer }) => summarise(peer.name, rounds.get(peer.name) ?? []));
}

/** Puts a load on one server. */
export async function put(
  load: Load,
  { peer, bodies }: Contender,
  amount: Pick<LoadOrder, "seconds" | "requests">,
): Promise<LoadResult> {
  return await load.run({ url: peer.url, connections: CONNECTIONS, bodies, ...amount });
}
