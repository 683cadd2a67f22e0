import { fork } from "node:child_process";
import { once } from "node:events";
import { built } from "../run.ts";
import type { Tally } from "./tally.ts";

/** What the process of the subscribers is told to do. */
export type SubscribersOrder =
  | {
      readonly kind: "open";
      readonly url: string;
      readonly query: string;
      /** How many, half of them over server-sent events, half over WebSockets. */
      readonly subscribers: number;
      /** One for each group. */
      readonly variables: readonly object[];
    }
  | { readonly kind: "count" }
  | { readonly kind: "close"; readonly ids: readonly string[] };

/** An order on its way. */
export interface Ordered {
  readonly number: number;
  readonly order: SubscribersOrder;
}

/** Subscribers, in a process of their own. */
export interface Subscribers extends AsyncDisposable {
  open(order: Omit<Extract<SubscribersOrder, { kind: "open" }>, "kind">): Promise<void>;
  /** Deliveries so far, to all. @throws Error if a stream has ended. */
  count(): Promise<number>;
  /** Ends all. @param ids of the log that they should have been told. */
  close(ids: readonly string[]): Promise<Tally>;
}

/** Starts the process. */
export function startSubscribers(): Subscribers {
  const child = fork(built("test/dist/bench/updates/subscribers.main.js"), { stdio: "inherit" });
  let sent = 0;
  const send = async (order: SubscribersOrder): Promise<unknown> => {
    const number = ++sent;
    child.send({ number, order } satisfies Ordered);
    for (;;) {
      const [answer] = (await once(child, "message")) as [
        { number: number; result?: unknown; fault?: string },
      ];
      if (answer.number !== number) continue;
      if (answer.fault !== undefined) throw new Error(answer.fault);
      return answer.result;
    }
  };
  return {
    open: async (order) => void (await send({ kind: "open", ...order })),
    count: async () => (await send({ kind: "count" })) as number,
    close: async (ids) => (await send({ kind: "close", ids })) as Tally,
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}
