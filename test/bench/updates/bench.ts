import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { operation } from "../../support/contract.ts";
import { type HubSetting, loadHubSetting } from "../hub/setting.ts";
import { preparePeers } from "../../support/peers/prepare.ts";
import type { BenchOptions } from "../options.ts";
import { type UpdateResult, publishUpdates, summariseUpdates } from "./report.ts";
import { startHiveServer, startHubServer } from "./servers.ts";
import { type Subscribers, startSubscribers } from "./subscribers.ts";
import { startWriter } from "./writer.ts";

/** Subscribers, half over server-sent events, half over WebSockets, each with a connection of its own. */
const SUBSCRIBERS = 1000;
const IDLE_SUBSCRIBERS = 10_000;
const PER_SECOND = 50;
/** Updates that are told before any is counted, so that code is compiled and statements are prepared. */
const WARM_UP_UPDATES = 250;
/**
 * What has not come so long after the last update counts as lost, in seconds; and so does everything that is
 * missing when nothing has come for so long.
 */
const LONGEST_LAG_SECONDS = 30;
const PATIENCE_SECONDS = 15;

/** What is measured: a server, and how many different subscriptions its subscribers have. */
interface Case {
  readonly name: string;
  readonly server: "hub" | "hive-gateway";
  readonly subscribers: number;
  readonly groups: number;
}

const CASES: readonly Case[] = [
  { name: "hub 1 group", server: "hub", subscribers: SUBSCRIBERS, groups: 1 },
  { name: "hub 100 groups", server: "hub", subscribers: SUBSCRIBERS, groups: 100 },
  { name: "hive-gateway 1 group", server: "hive-gateway", subscribers: SUBSCRIBERS, groups: 1 },
  { name: "hub 20 subscribers", server: "hub", subscribers: 20, groups: 1 },
  { name: "hive-gateway 20 subscribers", server: "hive-gateway", subscribers: 20, groups: 1 },
];

const OTHER_KINDS = ["MEETING", "THEMED_DAY", "TRAINING", "CULTURE", "CONTEST", "OTHER"];

/** Different filters, up to 128, all of which the updates pass that are written here. */
function filters(count: number): object[] {
  return Array.from({ length: count }, (_, number) => {
    const more = OTHER_KINDS.filter((_kind, bit) => ((number >> bit) & 1) === 1);
    const types = number >= 64 ? { types: ["SCHEDULED", "RESCHEDULED"] } : {};
    return number === 0 ? {} : { filter: { kinds: ["SERVICE", ...more], ...types } };
  });
}

/** From commit to receipt: so many subscribers, so many updates a second. */
export async function benchUpdates(options: BenchOptions): Promise<void> {
  const cases = CASES.filter(({ server, name }) =>
    options.only ? options.only.some((word) => server === word || name === word) : true,
  );
  if (cases.some(({ server }) => server === "hive-gateway")) await preparePeers(options.signal);
  await using closing = new AsyncDisposableStack();
  const setting = closing.use(await loadHubSetting(1, options.signal));
  const rounds = new Map<string, UpdateResult[]>(cases.map(({ name }) => [name, []]));
  for (let round = 1; round <= options.rounds; round++) {
    for (const one of cases) {
      options.signal.throwIfAborted();
      const result = await measure(one, setting, options);
      rounds.get(one.name)?.push(result);
      console.log(
        `  round ${round}  ${one.name.padEnd(30)} p50 ${result.p50Ms} ms, p99 ${result.p99Ms} ms, lost ${result.lost}`,
      );
    }
  }
  const results = Array.from(rounds.values(), summariseUpdates);
  if (!options.only || options.only.includes("idle")) results.push(await idle(setting, options));
  await publishUpdates(results, options);
}

/** A server for one round, so that none has to live with what another round left behind. */
async function measure(
  { name, server: kind, subscribers: count, groups }: Case,
  setting: HubSetting,
  { seconds, signal }: BenchOptions,
): Promise<UpdateResult> {
  await using closing = new AsyncDisposableStack();
  const start = kind === "hub" ? startHubServer : startHiveServer;
  const server = closing.use(await start(setting, signal));
  const subscribers = closing.use(startSubscribers());
  const updates = seconds * PER_SECOND;
  const writer = closing.use(await startWriter(setting.databaseUrl, PER_SECOND));
  const query = operation("ActivityUpdates");
  const asked = { url: server.url, query, variables: filters(groups) };

  await subscribers.open({ ...asked, subscribers: count });
  await writer.write(WARM_UP_UPDATES);
  await untilTold(subscribers, WARM_UP_UPDATES * count);
  await subscribers.close([]);

  await subscribers.open({ ...asked, subscribers: count });
  await wait(1000);
  const before = { end: await lastNumber(setting), cpu: await server.cpuSeconds() };
  await writer.write(updates);
  await untilTold(subscribers, updates * count);
  const cpuSeconds = (await server.cpuSeconds()) - before.cpu;
  const rssBytes = await server.rssBytes();
  const tally = await subscribers.close(await idsBehind(setting, before.end));
  return { name, subscribers: count, groups, updates, ...tally, cpuSeconds, rssBytes };
}

/** Memory for subscribers that are told nothing. */
async function idle(setting: HubSetting, { signal }: BenchOptions): Promise<UpdateResult> {
  await using closing = new AsyncDisposableStack();
  const server = closing.use(await startHubServer(setting, signal));
  const subscribers = closing.use(startSubscribers());
  const asked = { url: server.url, query: operation("ActivityUpdates"), variables: [{}] };
  await subscribers.open({ ...asked, subscribers: 100 });
  await subscribers.close([]);
  await wait(3000);
  const before = await server.rssBytes();
  await subscribers.open({ ...asked, subscribers: IDLE_SUBSCRIBERS });
  await wait(10_000);
  const cpu = await server.cpuSeconds();
  await wait(10_000);
  const cpuSeconds = (await server.cpuSeconds()) - cpu;
  const rssBytes = await server.rssBytes();
  await subscribers.count();
  console.log(
    `  ${IDLE_SUBSCRIBERS} idle subscribers: ${((rssBytes - before) / IDLE_SUBSCRIBERS / 1024).toFixed(1)} KiB each`,
  );
  const tally = await subscribers.close([]);
  const name = "hub idle";
  return {
    name,
    subscribers: IDLE_SUBSCRIBERS,
    groups: 1,
    updates: 0,
    ...tally,
    cpuSeconds,
    rssBytes: rssBytes - before,
  };
}

/** Until everything has been told, or nothing more is for a while. */
async function untilTold(subscribers: Subscribers, deliveries: number): Promise<void> {
  const until = Date.now() + LONGEST_LAG_SECONDS * 1000;
  let [last, since] = [-1, Date.now()];
  for (;;) {
    const count = await subscribers.count();
    if (count >= deliveries || Date.now() > until) return;
    if (count !== last) [last, since] = [count, Date.now()];
    else if (Date.now() - since > PATIENCE_SECONDS * 1000) return;
    await wait(100);
  }
}

async function lastNumber(setting: HubSetting): Promise<number> {
  const rows = await read(
    setting,
    "select coalesce(max(number), 0)::int as number from activities.activity_update",
    [],
  );
  return Number(rows[0]?.["number"]);
}

async function idsBehind(setting: HubSetting, number: number): Promise<string[]> {
  const rows = await read(
    setting,
    "select id::text as id from activities.activity_update where number > $1 order by number",
    [number],
  );
  return rows.map(({ id }) => String(id));
}

async function read(
  { databaseUrl }: HubSetting,
  text: string,
  values: readonly unknown[],
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(text, [...values])).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}
