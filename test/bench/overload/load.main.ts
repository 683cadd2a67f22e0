// The load, in a process of its own: it takes orders from its parent, and each answer is what was measured.
import { setTimeout as wait } from "node:timers/promises";
import { type Answer, Connection, requestOf } from "./connection.ts";
import type { OverloadOrder, RequestStream, StreamResult } from "./stream.ts";
import { createTally } from "./tally.ts";

/** How often requests are sent where there is a rate, in milliseconds. */
const TICK_MS = 5;
/** How long answers are waited for beyond the deadline, in milliseconds. */
const GRACE_MS = 5000;

process.on("message", (order: OverloadOrder) => {
  void measure(order).then((results) => process.send?.(results));
});
process.on("disconnect", () => process.exit());

/** All connections are open before anything is sent. */
async function measure(order: OverloadOrder): Promise<StreamResult[]> {
  const streams = order.streams.map((stream) => ({
    stream,
    connections: Array.from({ length: stream.connections }, () => new Connection(order.port)),
  }));
  await Promise.all(streams.flatMap(({ connections }) => connections.map(({ opened }) => opened)));
  const until = performance.now() + order.seconds * 1000;
  return await Promise.all(streams.map((one) => run(order, { ...one, until })));
}

async function run(
  { seconds, deadlineMs }: OverloadOrder,
  {
    stream,
    connections,
    until,
  }: Pick<Sending, "connections" | "until"> & { stream: RequestStream },
): Promise<StreamResult> {
  const requests = stream.bodies.map((body) => requestOf(body, stream.token));
  const tally = createTally(deadlineMs);
  let next = Math.floor(Math.random() * requests.length);
  const ask = async (connection: Connection): Promise<Answer | undefined> => {
    const request = requests[next++ % requests.length] ?? Buffer.alloc(0);
    tally.sent();
    const answer = await connection.send(request);
    tally.answered(answer);
    return answer;
  };
  const send = stream.perSecond === undefined ? oneAfterAnother : atRate;
  const sending = send({ connections, ask, perSecond: stream.perSecond ?? 0, until });
  const late = wait(until - performance.now() + deadlineMs + GRACE_MS, undefined, { ref: false });
  await Promise.race([sending, late]);
  for (const connection of connections) connection.close();
  return { name: stream.name, ...tally.result(seconds) };
}

/** What a stream is sent over. */
interface Sending {
  readonly connections: readonly Connection[];
  readonly ask: (connection: Connection) => Promise<Answer | undefined>;
  readonly perSecond: number;
  readonly until: number;
}

/** Each connection sends again when it has its answer, and not before the time that this says. */
async function oneAfterAnother({ connections, ask, until }: Sending): Promise<void> {
  const loop = async (connection: Connection): Promise<void> => {
    while (connection.isOpen && performance.now() < until) {
      const answer = await ask(connection);
      const pauseMs = (answer?.retryAfterSeconds ?? 0) * 1000;
      if (pauseMs > 0 && performance.now() + pauseMs < until) await wait(pauseMs);
      else if (pauseMs > 0) return;
    }
  };
  await Promise.all(connections.map(loop));
}

/** So many a second, however long answers take, as long as connections are free. */
async function atRate({ connections, ask, perSecond, until }: Sending): Promise<void> {
  const free = [...connections];
  const began = performance.now();
  const under: Promise<void>[] = [];
  let sent = 0;
  const one = async (connection: Connection): Promise<void> => {
    await ask(connection);
    if (connection.isOpen) free.push(connection);
  };
  while (performance.now() < until) {
    const due = Math.floor(((performance.now() - began) / 1000) * perSecond);
    for (; sent < due; sent++) {
      const connection = free.shift();
      if (!connection) break;
      under.push(one(connection));
    }
    // What found no connection free is not made up for later.
    sent = due;
    await wait(TICK_MS);
  }
  await Promise.all(under);
}
