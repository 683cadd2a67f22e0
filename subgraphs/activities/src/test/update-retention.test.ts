import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type Database, connectDatabase } from "@alliance-hub/platform/database/connect";
import { createLog } from "@alliance-hub/platform/log/log";
import { lockWaits } from "@alliance-hub/testing/lock-waits";
import { until } from "@alliance-hub/testing/until";
import { Client } from "pg";
import { type ActivitiesTables, SCHEMA } from "../database.ts";
import { clearOldEntries } from "../mechanisms/numbered-log/retention.ts";
import { UPDATES } from "../mechanisms/update-log/update-log.ts";
import { type CalendarSetting, createCalendarSetting, scheduled } from "./calendar-setting.ts";

const SINCE = `query ($after: String, $first: Int) {
  activityUpdatesSince(after: $after, first: $first) { endPosition hasMore nodes { id position } }
}`;
const FOLLOW = "subscription ($after: String) { activityUpdates(after: $after) { id } }";

interface Stretch {
  readonly endPosition: string;
  readonly nodes: readonly { readonly id: string; readonly position: string }[];
}

let setting: CalendarSetting;
let database: Database<ActivitiesTables>;
beforeEach(async () => {
  setting = await createCalendarSetting();
  database = await connectDatabase<ActivitiesTables>(
    { url: setting.databaseUrl, schema: SCHEMA },
    [],
  );
});
afterEach(async () => {
  await database?.close();
  await setting?.[Symbol.asyncDispose]();
});

const silent = createLog({ level: "silent", name: "test" });
/** Clears what is older than thirty days, as the setting's clock tells them. */
const clear = (batchSize?: number): Promise<number> =>
  clearOldEntries({
    source: UPDATES,
    rows: database.rows,
    log: silent,
    clock: () => setting.clock.now,
    keepDays: 30,
    ...(batchSize === undefined ? {} : { batchSize }),
  });

async function since(after: string | null = null): Promise<Stretch> {
  const { data, message } = await setting.call(setting.secretary, SINCE, { after });
  if (message !== undefined) throw new Error(message);
  return data.activityUpdatesSince;
}
const codeAt = async (after: string): Promise<string | undefined> =>
  (await setting.call(setting.secretary, SINCE, { after })).code;
const at = (day: string): void => {
  setting.clock.now = new Date(`${day}T04:00:00Z`);
};
async function cleared(): Promise<number> {
  const { rows } = await setting.admin.query("select cleared_number from activities.update_log");
  return Number(rows[0].cleared_number);
}
/** The number of the last entry that happened before a day. Notices have numbers of the same sequence. */
async function lastBefore(day: string): Promise<number> {
  const { rows } = await setting.admin.query(
    "select max(number) as number from activities.activity_update where occurred_at < $1",
    [`${day}T00:00:00Z`],
  );
  return Number(rows[0].number);
}
const idsOf = ({ nodes }: Stretch): string[] => nodes.map(({ id }) => id);

/** Entries of a day, without a change that made them. */
async function enter(day: string, count: number, client: Client = setting.admin): Promise<void> {
  const activityId = await anyActivity();
  await client.query(
    `insert into activities.activity_update (id, type, occurred_at, activity_id, kind, committee_id, audience,
       participant_ids, region_path, alliance_code)
     select gen_random_uuid(), 'HELD', $1, id, kind, committee_id, 'PUBLIC', participant_ids, region_path, alliance_code
     from activities.activity, generate_series(1, $2) where id = $3`,
    [`${day}T04:00:00Z`, count, activityId],
  );
}
async function anyActivity(): Promise<string> {
  const { rows } = await setting.admin.query("select id from activities.activity limit 1");
  return rows[0]?.id ?? (await scheduled(setting, { audience: "PUBLIC" }));
}

describe("the update log", () => {
  it("clears what is old; who had read that far misses nothing, who had not is told", async () => {
    at("2026-03-01");
    for (let count = 0; count < 3; count++) await scheduled(setting);
    const old = await since();
    at("2026-03-20");
    for (let count = 0; count < 3; count++) await scheduled(setting);
    const young = await since(old.endPosition);
    expect(await clear()).toBe(0);
    expect(idsOf(await since())).toEqual([...idsOf(old), ...idsOf(young)]);
    at("2026-04-10");
    expect(await clear()).toBe(3);
    expect(idsOf(await since())).toEqual(idsOf(young));
    expect(idsOf(await since(old.endPosition))).toEqual(idsOf(young));
    expect(idsOf(await since(young.nodes[0]?.position))).toEqual(idsOf(young).slice(1));
    for (const { position } of old.nodes.slice(0, -1))
      expect(await codeAt(position)).toBe("RESYNC_REQUIRED");
    at("2026-05-30");
    expect(await clear()).toBe(3);
    const empty = await since();
    expect(empty.nodes).toEqual([]);
    // The last entry is gone and its readers are not: what is cleared is known by its last entry.
    const ends = [empty.endPosition, young.endPosition, young.nodes.at(-1)?.position];
    for (const end of ends) expect(await since(end)).toMatchObject({ nodes: [] });
    await scheduled(setting);
    for (const end of ends) expect(idsOf(await since(end))).toHaveLength(1);
  });

  it("leaves no gap: what is old stays while something younger stands before it", async () => {
    at("2026-03-01");
    await enter("2026-03-25", 1);
    await enter("2026-02-01", 2);
    at("2026-04-10");
    const before = await since();
    expect(await clear()).toBe(1);
    expect(idsOf(await since())).toEqual(idsOf(before).slice(1));
  });

  it("is cleared in batches, by several at once, to the last entry that is old", async () => {
    at("2026-03-01");
    await enter("2026-03-01", 2499);
    await enter("2026-04-01", 5);
    at("2026-04-20");
    const last = await lastBefore("2026-04-01");
    const gone = await Promise.all([clear(100), clear(100), clear(100)]);
    // Who finds another one at it leaves the rest to that one.
    await clear(100);
    expect(gone.reduce((sum, count) => sum + count)).toBeLessThanOrEqual(2500);
    expect(idsOf(await since())).toHaveLength(5);
    expect(await cleared()).toBe(last);
  });

  it("is never cleared past what may still be written, and never back", async () => {
    at("2026-03-01");
    await anyActivity();
    const first = await lastBefore("2026-03-02");
    await using writer = await connect(setting);
    await writer.client.query("begin");
    await enter("2026-03-01", 1, writer.client);
    await enter("2026-03-01", 3);
    at("2026-04-20");
    expect(await clear()).toBe(1);
    expect(await cleared()).toBe(first);
    await writer.client.query("commit");
    const last = await lastBefore("2026-03-02");
    expect(idsOf(await since())).toHaveLength(4);
    expect(await clear()).toBe(4);
    expect(await cleared()).toBe(last);
    await setting.admin.query("update activities.update_log set cleared_number = 50");
    await enter("2026-03-01", 1);
    expect(await clear()).toBe(1);
    expect(await cleared()).toBe(50);
  });

  it("says up to where it is cleared in the transaction that clears it", async () => {
    at("2026-03-01");
    await enter("2026-03-01", 3);
    at("2026-04-20");
    await setting.admin.query(
      "create function fail() returns trigger language plpgsql as $$ begin raise 'no'; end $$",
    );
    await setting.admin.query(
      "create trigger fail before update on activities.update_log execute function fail()",
    );
    await expect(clear()).rejects.toThrow("no");
    expect(idsOf(await since())).toHaveLength(4);
  });

  it("tells who follows from a place that is gone", async () => {
    at("2026-03-01");
    await enter("2026-03-01", 3);
    const [first] = (await since()).nodes;
    at("2026-04-20");
    await clear();
    const events = setting.follow(setting.secretary, {
      query: FOLLOW,
      variables: { after: first?.position },
      signal: AbortSignal.timeout(60_000),
    });
    const messages: (string | undefined)[] = [];
    for await (const { message } of events) messages.push(message);
    expect(messages).toEqual([expect.stringContaining("older than the log")]);
  });

  it("tells a reader whose entries are cleared while they are read", async () => {
    at("2026-03-01");
    await enter("2026-03-01", 3);
    const [first] = (await since()).nodes;
    at("2026-04-20");
    // The reader has looked up to where the log is cleared, and is held before it reads the entries.
    await using other = await connect(setting);
    await other.client.query("begin");
    await other.client.query("lock table activities.activity in access exclusive mode");
    const reading = codeAt(first?.position ?? "");
    await lockWaits(setting.admin);
    await clear();
    await other.client.query("commit");
    expect(await reading).toBe("RESYNC_REQUIRED");
  });

  it("is cleared by the subgraph unasked, from its beginning on", async () => {
    at("2025-11-01");
    await enter("2025-11-01", 3);
    at("2026-03-01");
    await enter("2025-12-15", 2);
    const last = await lastBefore("2025-11-02");
    // By default ninety days are kept.
    await using _work = setting.subgraph.work?.();
    expect(await until(cleared, (number) => number > 0)).toBe(last);
    expect(idsOf(await since())).toHaveLength(2);
  });
});

async function connect({ databaseUrl }: CalendarSetting) {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  return { client, [Symbol.asyncDispose]: () => client.end() };
}
