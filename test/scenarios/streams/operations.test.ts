import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { ask } from "../../support/ask.ts";
import { scheduleActivity } from "../../support/calendar.ts";
import { operation } from "../../support/contract.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { patiently } from "../../support/patience.ts";
import { type Dialogue, askOver, openAs, openDialogue } from "../../support/socket.ts";

const SUBSCRIBE = operation("ActivityUpdates");

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => {
  await hub?.[Symbol.asyncDispose]();
});

const subscribe = (id: string): object => ({
  id,
  type: "subscribe",
  payload: { query: SUBSCRIBE },
});
const complete = (id: string): object => ({ id, type: "complete" });
/** Titles that hold a text, in the order in which they were told. */
const titlesOf = ({ messages }: Dialogue, id: string, text: string): string[] =>
  messages
    .filter((message) => message.type === "next" && message.id === id)
    .map(({ payload }) => String(payload?.["data"]?.["activityUpdates"]?.["activity"]?.["title"]))
    .filter((title) => title.includes(text));

describe("an operation of a WebSocket", () => {
  it("that is ended and begun again under its id is told of each update once", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 16 }),
        // Letters alone: eleven digits may be taken for a telephone.
        fc.stringMatching(/^[a-z]{12}$/),
        async (pauses, title) => {
          using dialogue = await openAs(hub.url, undefined);
          dialogue.say(subscribe("1"));
          for (const pause of pauses) {
            if (pause > 2) await wait(pause);
            dialogue.say(complete("1"));
            dialogue.say(subscribe("1"));
          }
          // Later ones are answered: the last one has been taken up.
          await askOver(dialogue, "{ viewer { kind } }");
          const scheduled: string[] = [];
          const schedule = async (): Promise<void> => {
            scheduled.push(`${title} 之${scheduled.length + 1}`);
            await scheduleActivity(hub, String(scheduled.at(-1)));
          };
          const told = (): string[] => titlesOf(dialogue, "1", title);
          // From when on it is told, nobody else can know.
          await patiently(schedule, () => told().length > 0);
          await schedule();
          await patiently(told, (titles) => titles.at(-1) === scheduled.at(-1));
          expect(told()).toEqual(scheduled.slice(-told().length));
          dialogue.say(complete("1"));
          const before = told().length;
          await scheduleActivity(hub, `${title} 谁也不听`);
          await askOver(dialogue, "{ viewer { kind } }");
          expect(told()).toHaveLength(before);
          expect(dialogue.messages.filter(({ type }) => type === "complete")).toHaveLength(2);
        },
      ),
      { numRuns: 10, endOnFailure: true },
    );
  });

  it("that breaks rules is told of all of them, and where", async () => {
    using dialogue = await openAs(hub.url, undefined);
    const query = "subscription {\n  activityUpdates {\n    nothing\n    nobody\n  }\n}";
    expect(await askOver(dialogue, query)).toMatchObject({
      type: "error",
      payload: [
        { locations: [{ line: 3, column: 5 }], extensions: { code: "GRAPHQL_VALIDATION_FAILED" } },
        { locations: [{ line: 4, column: 5 }], extensions: { code: "GRAPHQL_VALIDATION_FAILED" } },
      ],
    });
    const { errors } = await ask(hub.url, { query, headers: { accept: "application/json" } });
    expect(dialogue.messages.at(-1)?.payload).toEqual(errors);
    expect(await askOver(dialogue, "{\n viewer {")).toMatchObject({
      payload: [{ locations: [{ line: 2, column: 10 }] }],
    });
  });
});

const init = { type: "connection_init" };

/** What is said, and with which code it is closed. */
async function closed(...said: (object | string | Buffer)[]): Promise<number> {
  using dialogue = await openDialogue(hub.url);
  for (const message of said)
    if (Buffer.isBuffer(message)) dialogue.socket.send(message);
    else dialogue.say(message);
  return await dialogue.closed;
}

describe("what the protocol does not allow closes a WebSocket with its code", () => {
  it.each<[string, number, (object | string)[]]>([
    ["no JSON", 4400, [init, "{"]],
    ["JSON that is no message", 4400, [init, "[]"]],
    ["nothing", 4400, [init, ""]],
    ["a type that there is not", 4400, [init, { type: "unsubscribe" }]],
    ["what only servers say: next", 4400, [init, { type: "next", id: "1", payload: {} }]],
    ["what only servers say: connection_ack", 4400, [init, { type: "connection_ack" }]],
    ["an id of no characters", 4400, [init, { ...subscribe(""), id: "" }]],
    ["an id of 100,000 characters", 4400, [init, subscribe("1".repeat(100_000))]],
    ["an id that is a number", 4400, [init, { ...subscribe("1"), id: 1 }]],
    ["a query that is none", 4400, [init, { id: "1", type: "subscribe", payload: { query: 1 } }]],
    ["connection_init twice", 4429, [init, init]],
    ["subscribe before all else", 4401, [subscribe("1")]],
    ["subscribe before the hub has greeted", 4401, [init, subscribe("1")]],
    ["a message of a megabyte", 1009, [init, "x".repeat(1_000_000)]],
  ])("%s: %i", async (_what, code, said) => {
    expect(await closed(...said)).toBe(code);
  });

  it("two at once under one id, however long: 4409", async () => {
    using dialogue = await openAs(hub.url, undefined);
    const id = "联".repeat(900);
    dialogue.say(subscribe(id));
    dialogue.say(subscribe(id));
    expect(await dialogue.closed).toBe(4409);
  });

  it("no subprotocol: 4406", async () => {
    const { WebSocket } = await import("ws");
    const socket = new WebSocket(`${hub.url.replace("http", "ws")}/graphql`);
    expect(await new Promise((resolve) => socket.once("close", resolve))).toBe(4406);
  });

  it("a frame that is said to be compressed, which was not agreed on: 1002", async () => {
    using dialogue = await openDialogue(hub.url);
    // FIN and RSV1, a masked text of two bytes (RFC 6455, section 5.2; RFC 7692, section 6).
    const raw = Reflect.get(dialogue.socket, "_socket") as NodeJS.WritableStream;
    raw.write(Buffer.from([0xc1, 0x82, 0, 0, 0, 0, 0x7b, 0x7d]));
    expect(await dialogue.closed).toBe(1002);
  });

  it("and what it does allow does not", async () => {
    using dialogue = await openAs(hub.url, undefined);
    dialogue.say(complete("unknown"));
    dialogue.say({ type: "pong" });
    dialogue.say({ type: "ping", payload: { at: 1 } });
    expect(await dialogue.until(({ type }) => type === "pong")).toEqual({
      type: "pong",
      payload: { at: 1 },
    });
    dialogue.socket.send(Buffer.from(JSON.stringify({ type: "ping" })), { binary: true });
    await dialogue.until(({ type, payload }) => type === "pong" && payload === undefined);
    // The whole of the id goes with each answer.
    const id = "联".repeat(900);
    dialogue.say({ id, type: "subscribe", payload: { query: "{ viewer { kind } }" } });
    expect(await dialogue.until((message) => message.type === "complete")).toEqual({
      type: "complete",
      id,
    });
  });
});

it("a client that reads nothing is not listened to, and loses nothing by that", async () => {
  const message = { type: "ping", payload: { text: "长".repeat(60_000) } };
  const PINGS = 200;
  using silent = await openAs(hub.url, undefined);
  using quick = await openAs(hub.url, undefined);
  silent.socket.pause();
  for (const dialogue of [silent, quick])
    for (let number = 0; number < PINGS; number++) dialogue.say(message);
  const pongsOf = ({ messages }: Dialogue): number =>
    messages.filter(({ type }) => type === "pong").length;
  await patiently(
    () => pongsOf(quick),
    (pongs) => pongs === PINGS,
  );
  // Of 36 MB the most part is still with the client.
  expect(silent.socket.bufferedAmount).toBeGreaterThan(18_000_000);
  silent.socket.resume();
  await patiently(
    () => pongsOf(silent),
    (pongs) => pongs === PINGS,
  );
});
