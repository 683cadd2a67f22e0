// The subscribers, in a process of their own: it takes orders from its parent, one after the other.
import type { Ordered, SubscribersOrder } from "./subscribers.ts";
import { type Reader, openEventStream, openWebSocket } from "./readers.ts";
import { Recorder } from "./tally.ts";

/** Connections that are opened at once. */
const AT_ONCE = 50;

let readers: Reader[] = [];
let recorder = new Recorder(0);
let faults: string[] = [];

process.on("disconnect", () => process.exit());
process.on("message", ({ number, order }: Ordered) => {
  carryOut(order).then(
    (result) => process.send?.({ number, result }),
    (error: unknown) => process.send?.({ number, fault: String(error) }),
  );
});

async function carryOut(order: SubscribersOrder): Promise<unknown> {
  switch (order.kind) {
    case "open":
      return await open(order);
    case "count":
      if (faults.length > 0) throw new Error(`${faults.length} streams ended: ${faults[0]}`);
      return recorder.count;
    case "close":
      for (const reader of readers) reader.close();
      readers = [];
      return recorder.tally(order.ids);
  }
}

async function open(order: Extract<SubscribersOrder, { kind: "open" }>): Promise<void> {
  recorder = new Recorder(order.subscribers);
  faults = [];
  const waiting = Array.from({ length: order.subscribers }, (_, number) => number);
  const opener = async (): Promise<void> => {
    for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
      const subscriber = number;
      const how = subscriber % 2 === 0 ? openEventStream : openWebSocket;
      const reader = await how({
        url: order.url,
        query: order.query,
        // Both ways of reading are in each group.
        variables: order.variables[Math.floor(subscriber / 2) % order.variables.length] ?? {},
        onMessage: (text) => recorder.record(subscriber, text),
        onEnd: (why) => faults.push(why),
      });
      readers.push(reader);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, opener));
}
