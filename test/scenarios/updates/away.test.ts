import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { pollUpdates, scheduleActivity } from "../../support/calendar.ts";
import { operation } from "../../support/contract.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { type Listening, listen } from "../../support/listening.ts";
import { patiently } from "../../support/patience.ts";
import { type SilentProxy, startSilentProxy } from "@alliance-hub/testing/silent-proxy";
import { type Dialogue, type SocketPayload, openDialogue } from "../../support/socket.ts";
import { type SubgraphServers, serveSubgraphs } from "../../support/subgraph-servers.ts";

const SHORT = "subscription { activityUpdates { id position } }";
const NAMES = "{ organizations(first: 1) { nodes { id name } } }";

/** A hub whose subgraph `organizations` is reached over HTTP, and another one on the same database to write by. */
interface Stage extends AsyncDisposable {
  readonly hub: TestHub;
  readonly writer: TestHub;
  readonly servers: SubgraphServers;
  /** The way of the subgraph to its database. */
  readonly proxy: SilentProxy;
}

async function openStage(): Promise<Stage> {
  await using opening = new AsyncDisposableStack();
  const writer = opening.use(await startHub());
  const proxy = opening.use(await startSilentProxy(writer.databaseUrl));
  const servers = opening.use(await serveSubgraphs(proxy.url));
  const hub = opening.use(
    await startHub({
      DATABASE_URL: writer.databaseUrl,
      HUB_SUBGRAPHS: `organizations=${servers.urls.get("organizations")}`,
      HUB_GATEWAY_SECRET: servers.secret,
    }),
  );
  const opened = opening.move();
  return { hub, writer, servers, proxy, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage?.[Symbol.asyncDispose]();
});

/** How `organizations` can be away. */
const WAYS: readonly [string, (meanwhile: () => Promise<void>) => Promise<void>][] = [
  ["its process", (meanwhile) => stage.servers.restart("organizations", meanwhile)],
  [
    "its database",
    async (meanwhile) => {
      await stage.proxy.goAway();
      await meanwhile();
      await stage.proxy.comeBack();
    },
  ],
];

/** Subscribers of updates with what `organizations` knows: one of each kind, and one that is told ids alone. */
async function subscribe({ hub, writer }: Stage, closing: AsyncDisposableStack) {
  const { end: after } = await pollUpdates(writer, null);
  const live = closing.use(listen(hub.url));
  const short = closing.use(listen(hub.url, { query: SHORT }));
  const dialogue = closing.use(await openDialogue(hub.url));
  dialogue.say({ type: "connection_init" });
  await dialogue.until(({ type }) => type === "connection_ack");
  const payload = { query: operation("ActivityUpdates"), variables: { after } };
  dialogue.say({ type: "subscribe", id: "1", payload });
  // What is written before a live subscription has begun is not its own.
  await patiently(
    () => scheduleActivity(writer, "此前"),
    () => live.events.length > 0 && short.events.length > 0,
  );
  const before = (await pollUpdates(writer, after)).ids.length;
  await patiently(
    () => [...updatesOf(dialogue), live.ids().at(-1)],
    (told) => told.length === before + 1 && told.at(-2) === told.at(-1),
  );
  return { after, live, short, dialogue };
}

/** Results that came over a WebSocket. */
function resultsOf({ messages }: Dialogue): SocketPayload[] {
  return messages.flatMap(({ type, payload }) => (type === "next" && payload ? [payload] : []));
}

function updatesOf(dialogue: Dialogue): unknown[] {
  return resultsOf(dialogue).map(({ data }) => data?.["activityUpdates"]?.["id"]);
}

/** Three updates, of which it is known that this hub has told whoever needs nothing of the subgraph. */
async function writeThree({ hub, writer }: Stage, short: Listening): Promise<void> {
  expect((await hub.ask(NAMES)).codes).toEqual(["SUBGRAPH_UNAVAILABLE"]);
  const told = short.events.length;
  for (const title of ["甲", "乙", "丙"]) await scheduleActivity(writer, title);
  await short.until(told + 3);
}

it.each(WAYS)(
  "a subgraph that is away, or %s, keeps subscribers waiting and takes no data from any update",
  async (_name, whileAway) => {
    await using closing = new AsyncDisposableStack();
    const { after, live, short, dialogue } = await subscribe(stage, closing);
    let back: Listening | undefined;
    await whileAway(async () => {
      back = closing.use(listen(stage.hub.url, { variables: { after } }));
      await writeThree(stage, short);
    });
    const { ids } = await pollUpdates(stage.writer, after);
    await back?.until(ids.length);
    expect(back?.ids()).toEqual(ids);
    await patiently(
      () => [live.ids().at(-1), updatesOf(dialogue).at(-1)],
      (last) => last.every((id) => id === ids.at(-1)),
    );
    expect(live.ids()).toEqual(ids.slice(-live.ids().length));
    expect(updatesOf(dialogue)).toEqual(ids);
    const told = [...live.events, ...(back?.events ?? [])].map(({ data }) => data);
    for (const result of [...told, ...resultsOf(dialogue)]) expect(result).toEqual(WITH_NAMES);
  },
);

/** A result without errors, with the name of the host. */
const WITH_NAMES = {
  data: {
    activityUpdates: expect.objectContaining({
      activity: expect.objectContaining({
        host: { id: expect.any(String), name: expect.any(String) },
      }),
    }),
  },
};

it("where a subgraph stays away, streams end before the update that they lack, and go on from there later", async () => {
  await using closing = new AsyncDisposableStack();
  const { after, live, short, dialogue } = await subscribe(stage, closing);
  const before = live.events.length;
  await stage.proxy.goAway();
  await writeThree(stage, short);
  const back = closing.use(listen(stage.hub.url, { variables: { after } }));
  // By its end without a word of completion a client knows that it is to come back.
  await Promise.all([live.done, back.done, dialogue.closed]);
  expect(await dialogue.closed).toBe(TRY_AGAIN_LATER);
  expect(live.events).toHaveLength(before);
  for (const { event, data } of [...live.events, ...back.events])
    expect({ event, data }).toEqual({ event: "next", data: WITH_NAMES });
  await stage.proxy.comeBack();
  const { ids } = await pollUpdates(stage.writer, after);
  const again = [
    live.events.at(-1)?.id,
    resultsOf(dialogue).at(-1)?.data?.["activityUpdates"]?.["position"],
  ];
  for (const lastEventId of again) {
    const later = closing.use(listen(stage.hub.url, { lastEventId: String(lastEventId) }));
    await later.until(3);
    expect(later.ids()).toEqual(ids.slice(-3));
    for (const { data } of later.events) expect(data).toEqual(WITH_NAMES);
  }
});

/** Close code of a hub that is in trouble (IANA's registry of close codes). */
const TRY_AGAIN_LATER = 1013;

it("a hub stops at once although subscribers wait for a subgraph that is away, and sends them to come back", async () => {
  await using closing = new AsyncDisposableStack();
  const own = closing.use(await openStage());
  const { live, short, dialogue } = await subscribe(own, closing);
  const before = live.events.length;
  await own.proxy.goAway();
  await writeThree(own, short);
  const stopped = performance.now();
  await own.hub[Symbol.asyncDispose]();
  expect(performance.now() - stopped).toBeLessThan(HELD_MS);
  await live.done;
  expect(live.events.slice(before)).toEqual([]);
  expect(await dialogue.closed).toBe(GOING_AWAY);
});

/** Subscribers are held for half a minute where nothing ends that; a busy machine takes less. */
const HELD_MS = 25_000;

/** Close code of a hub that stops (RFC 6455, section 7.4.1). */
const GOING_AWAY = 1001;
