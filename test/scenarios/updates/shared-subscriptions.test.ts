import { request } from "node:http";
import { readFile } from "node:fs/promises";
import { partnerKeysFile } from "@alliance-hub/gateway/demonstration/demonstration";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { WebSocket } from "ws";
import { pollUpdates, scheduleActivity } from "../../support/calendar.ts";
import { STATEMENTS, figure, figures } from "../../support/figures.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { type Listening, listen } from "../../support/listening.ts";
import { patiently } from "../../support/patience.ts";

/** So few updates wait for a slow reader before it has to go on from the log. */
const QUEUE = 2;

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ HUB_STREAM_QUEUE: String(QUEUE), HUB_MAX_STREAMS_PER_VIEWER: "200" });
});
afterAll(async () => {
  await hub?.[Symbol.asyncDispose]();
});

const FIGURES = [STATEMENTS, "hub_stream_events_total"] as const;

const begun = (listening: readonly Listening[]): Promise<unknown> =>
  Promise.all(listening.map((one) => one.begun));

/** Waits until a figure of a hub is so. */
const untilFigure = (name: string, isSo: (value: number) => boolean): Promise<number> =>
  patiently(() => figure(hub.url, name), isSo);

/** What telling of so many updates costs: statements, and events that are completed. */
async function cost(listening: readonly Listening[], updates: number): Promise<number[]> {
  const told = listening.map(({ events }) => events.length);
  const before = await figures(hub.url, FIGURES);
  for (let number = 0; number < updates; number++) await scheduleActivity(hub, `第 ${number} 项`);
  for (const [at, one] of listening.entries()) await one.until((told[at] ?? 0) + updates);
  const since = await figures(hub.url, FIGURES);
  return since.map((value, at) => value - (before[at] ?? 0));
}

describe("equal subscriptions", () => {
  it("cost no more statements than one does, also those that were taken up again", async () => {
    const { end: after } = await pollUpdates(hub, null);
    const open = async (count: number): Promise<Listening[]> => {
      const listening = Array.from({ length: count }, (_, number) =>
        listen(hub.url, number % 2 === 0 ? { variables: { after } } : {}),
      );
      // Until all have caught up, and nothing is read for them any more.
      await begun(listening);
      for (const name of ["hub_catch_ups_queued", "hub_catch_ups_in_progress"])
        await untilFigure(name, (value) => value === 0);
      return listening;
    };
    const one = await open(1);
    await cost(one, 1);
    const [alone = 0, eventsAlone] = await cost(one, 10);
    const many = [...one, ...(await open(60))];
    await cost(many, 1);
    const [together = 0, eventsTogether] = await cost(many, 10);
    // The tail looks after the log every two seconds, whoever follows. Sixty more that did not share would ask
    // sixty times for each update.
    expect(together).toBeLessThan(alone + 60);
    expect(eventsTogether).toBe(eventsAlone);
    const [first] = many;
    for (const other of many) {
      expect(other.events.slice(-11)).toEqual(first?.events.slice(-11));
      await other[Symbol.asyncDispose]();
    }
    await untilFigure("hub_stream_groups", (groups) => groups === 0);
  });

  it("share what they ask for where only their filters differ", async () => {
    const kinds = ["MEETING", "THEMED_DAY", "TRAINING", "CULTURE", "CONTEST", "OTHER"];
    const open = (first: number, count: number): Listening[] =>
      Array.from({ length: count }, (_, at) => first + at).map((number) => {
        const others = kinds.filter((_kind, bit) => ((number >> bit) & 1) === 1);
        return listen(hub.url, { variables: { filter: { kinds: ["SERVICE", ...others] } } });
      });
    const one = open(0, 1);
    await begun(one);
    await cost(one, 1);
    const [alone = 0] = await cost(one, 10);
    const many = [...one, ...open(1, 29)];
    await begun(many);
    await cost(many, 1);
    const [together = 0, events] = await cost(many, 10);
    expect(events).toBe(300);
    // A fan-out more now and then asks for the revision once more; not each of 29 others for each update.
    expect(together).toBeLessThan(alone + 100);
    for (const listening of many) await listening[Symbol.asyncDispose]();
    await untilFigure("hub_stream_groups", (groups) => groups === 0);
  });

  it("are told for as long as a partner's key is good", async () => {
    const keys = JSON.parse(await readFile(partnerKeysFile(hub.dataDirectory), "utf8")) as Record<
      string,
      string
    >;
    const [name = "", token] = Object.entries(keys)[0] ?? [];
    await using listening = listen(hub.url, { token });
    await using others = listen(hub.url);
    await begun([listening, others]);
    await scheduleActivity(hub, "人人可见");
    await listening.until(1);
    const client = new pg.Client({ connectionString: hub.databaseUrl });
    await client.connect();
    await client.query("update gateway.partner set revoked_at = now() where name = $1", [name]);
    await client.end();
    // Nothing happens on the calendar, and it is told all the same.
    await listening.until(3);
    expect(listening.events[1]?.data?.["errors"]?.[0]?.["extensions"]?.["code"]).toBe(
      "UNAUTHENTICATED",
    );
    await listening.done;
    await scheduleActivity(hub, "仍然人人可见");
    await others.until(2);
    expect(listening.events).toHaveLength(3);
  });
});

/** Updates of about a megabyte, so that what lies between hub and reader is soon full. */
const WIDE = `subscription ($after: String) { activityUpdates(after: $after) { id activity { ${Array.from(
  { length: 90 },
  (_, number) => `d${number}: description`,
).join(" ")} } } }`;
const MANY = 16;

/** A reader that reads nothing until it is told to, and then everything. */
interface SlowReader {
  read(): void;
  ids(): unknown[];
  close(): void;
}

function overEvents(after: string, url = hub.url): SlowReader {
  let text = "";
  let read = (): void => undefined;
  const asked = request(`${url}/graphql`, {
    method: "POST",
    headers: { accept: "text/event-stream", "content-type": "application/json" },
  });
  asked.once("response", (response) => {
    response.setEncoding("utf8");
    read = () => response.on("data", (chunk: string) => (text += chunk));
  });
  asked.on("error", () => undefined);
  asked.end(JSON.stringify({ query: WIDE, variables: { after } }));
  return {
    read: () => read(),
    ids: () => Array.from(text.matchAll(/"activityUpdates":\{"id":"([^"]+)"/g), ([, id]) => id),
    close: () => asked.destroy(),
  };
}

function overWebSocket(after: string, url = hub.url): SlowReader {
  const socket = new WebSocket(`${url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
  const ids: unknown[] = [];
  socket.once("open", () => socket.send('{"type":"connection_init"}'));
  socket.on("message", (data: Buffer) => {
    const message = JSON.parse(data.toString()) as {
      type: string;
      payload?: { data: { activityUpdates: { id: string } } };
    };
    if (message.type === "next") ids.push(message.payload?.data.activityUpdates.id);
    if (message.type !== "connection_ack") return;
    const payload = { query: WIDE, variables: { after } };
    socket.send(JSON.stringify({ id: "1", type: "subscribe", payload }), () => socket.pause());
  });
  return { read: () => socket.resume(), ids: () => ids, close: () => socket.terminate() };
}

describe("a reader that is too slow", () => {
  it.each([
    ["over server-sent events", overEvents],
    ["over a WebSocket", overWebSocket],
  ])("holds up nobody, and goes on from the log without a gap: %s", async (_shown, openReader) => {
    const { end: after } = await pollUpdates(hub, null);
    const overflows = await figure(hub.url, "hub_stream_overflows_total");
    // Those that were closed before are closed for the hub, too.
    await untilFigure("hub_streams", (open) => open === 0);
    const slow = openReader(after);
    await using quick = listen(hub.url, { query: WIDE });
    await quick.begun;
    await untilFigure("hub_streams", (open) => open === 2);
    for (let number = 0; number < MANY; number++) {
      await scheduleActivity(hub, `第 ${number} 项`, { description: "宽".repeat(1900) });
      await quick.until(number + 1);
    }
    expect(slow.ids().length).toBeLessThan(MANY);
    expect(await figure(hub.url, "hub_stream_overflows_total")).toBeGreaterThan(overflows);
    slow.read();
    const { ids } = await pollUpdates(hub, after);
    await patiently(
      () => slow.ids().length,
      (count) => count >= MANY,
    );
    expect(slow.ids()).toEqual(ids);
    slow.close();
    await untilFigure("hub_streams", (open) => open === 1);
  });

  it("does not hold up a hub that stops", async () => {
    const other = await startHub();
    const { end: after } = await pollUpdates(other, null);
    const readers = [overEvents(after, other.url), overWebSocket(after, other.url)];
    // Others have nothing to take, and stay.
    const idle = await fetch(`${other.url}/graphql`, {
      method: "POST",
      headers: { accept: "text/event-stream", "content-type": "application/json" },
      body: JSON.stringify({ query: WIDE }),
    });
    await using quick = listen(other.url, { query: WIDE });
    await quick.begun;
    await patiently(
      () => figure(other.url, "hub_streams"),
      (open) => open === 4,
    );
    for (let number = 0; number < MANY; number++) {
      await scheduleActivity(other, `第 ${number} 项`, { description: "宽".repeat(1900) });
      await quick.until(number + 1);
    }
    await other[Symbol.asyncDispose]();
    for (const reader of readers) reader.close();
    await idle.body?.cancel();
  });
});
