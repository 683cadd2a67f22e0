import { startEventStreamReader } from "./event-stream.ts";
import { startPollingReader } from "./polling.ts";
import type { Reader, ReaderConfig } from "./reader.ts";
import { startWebSocketReader } from "./web-socket.ts";

/** How many readers of each kind. */
const KINDS = [
  ["event stream", startEventStreamReader, 4],
  ["WebSocket", startWebSocketReader, 4],
  ["polling", startPollingReader, 2],
] as const;

/**
 * Starts readers of every kind. The first of a kind asks for names of other subgraphs as well, the others
 * for no more than what tells updates apart; every second one is anonymous. The first half of a kind follows the hub
 * until it ends, the others cut themselves off now and then.
 */
export function startReaders({
  token,
  random,
  ...config
}: Omit<ReaderConfig, "asks" | "cutsItselfOff">): readonly Reader[] {
  return KINDS.flatMap(([kind, start, count]) =>
    Array.from({ length: count }, (_, number) =>
      start(`${kind} ${number}`, {
        ...config,
        asks: number === 0 ? "whole" : "short",
        cutsItselfOff: number >= count / 2,
        token: number % 2 === 0 ? token : undefined,
        random: random.fork(),
      }),
    ),
  );
}
