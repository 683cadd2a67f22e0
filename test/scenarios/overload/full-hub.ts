import type { Transport } from "@alliance-hub/gateway/engine/engine";
import { withinDeadline } from "@alliance-hub/gateway/engine/transport/deadline";
import { readConfig } from "@alliance-hub/gateway/config";
import type { Identify } from "@alliance-hub/gateway/identity/identity";
import { unauthenticated } from "@alliance-hub/gateway/identity/tokens";
import { until } from "@alliance-hub/testing/until";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { compose } from "../../support/federation/compose.ts";
import { openEngine } from "../../support/federation/engine.ts";
import { startStreamApp } from "../../support/federation/stream-app.ts";

const GRAPH = compose([
  { name: "a", sdl: "type Query { slow: Int quick: Int } type Mutation { change: Int }" },
]);

/** A subgraph whose field `slow` and whose mutation take until they are let go. */
function createSlowTransport() {
  const held: (() => void)[] = [];
  const sent: string[] = [];
  const transport: Transport = {
    send: async ({ query }, { signal }) => {
      sent.push(query);
      const isHeld = !query.includes("quick") && !isOver;
      const work = isHeld ? new Promise<void>((resolve) => held.push(resolve)) : Promise.resolve();
      await withinDeadline("a", signal, work);
      return { data: { slow: 1, quick: 1, change: 1 } };
    },
    close: async () => undefined,
  };
  let isOver = false;
  const letAllGo = (): void => {
    isOver = true;
    for (const resolve of held.splice(0)) resolve();
  };
  /** Lets go what is held and whatever comes. @returns the statuses of what was asked. */
  const finish = async (answers: readonly Promise<number>[]): Promise<number[]> => {
    letAllGo();
    return await Promise.all(answers);
  };
  return { transport, sent, held, letAllGo, finish };
}

/** Tokens that are good, and who was looked up. */
function createIdentify() {
  const looked: (string | undefined)[] = [];
  const identify = async (authorization: string | undefined) => {
    looked.push(authorization);
    if (authorization === undefined) return ANONYMOUS;
    if (!authorization.startsWith("Bearer good"))
      throw unauthenticated({ zh: "不对", en: "is not good" });
    return { ...ANONYMOUS, kind: "PERSON" as const, subject: authorization.slice(7) };
  };
  return { identify, looked };
}

/** A hub with four slots for queries in front of that subgraph. */
export async function startApp(
  closing: AsyncDisposableStack,
  settings: NodeJS.ProcessEnv = {},
  over: { readonly identify?: Identify } = {},
) {
  const slow = createSlowTransport();
  const { identify, looked } = createIdentify();
  const engine = closing.use(
    await openEngine({ supergraphSdl: GRAPH, transport: () => slow.transport }),
  );
  const { limits, trustedProxies } = readConfig({
    HUB_MAX_CONCURRENT: "4",
    HUB_MAX_QUEUED: "8",
    HUB_MAX_WAIT_MS: "60000",
    ...settings,
  });
  const app = closing.use(
    await startStreamApp({ engine, identify, limits, trustedProxies, ...over }),
  );
  closing.defer(() => slow.letAllGo());
  const ask = async (query: string, headers: Record<string, string> = {}): Promise<Response> =>
    await fetch(`${app.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ query }),
    });
  const statusOf = async (...asked: Parameters<typeof ask>): Promise<number> =>
    (await ask(...asked)).status;
  /** Waits until a figure of `/metrics` is so. */
  const untilFigure = async (name: string, value: number): Promise<unknown> =>
    await until(
      async () => await (await fetch(`${app.url}/metrics`)).text(),
      (figures) => figures.split("\n").includes(`${name} ${value}`),
    );
  /** Fills all slots and the queue of one client. @returns statuses, once they are let go. */
  const fill = async (headers: Record<string, string> = {}): Promise<Promise<number>[]> => {
    const answers = Array.from({ length: 6 }, () => statusOf("{ slow }", headers));
    await untilFigure("hub_requests_queued", 2);
    await until(
      () => slow.held.length,
      (count) => count === 4,
    );
    return answers;
  };
  return { ...slow, ask, statusOf, untilFigure, fill, looked, url: app.url };
}

/** A JSON answer with errors. */
export async function read(answer: Response) {
  const body = (await answer.json()) as {
    errors: { message: string; extensions: { code: string; retryAfterSeconds?: number } }[];
  };
  return { status: answer.status, headers: answer.headers, body };
}
