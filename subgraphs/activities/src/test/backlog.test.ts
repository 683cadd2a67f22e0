import { randomUUID } from "node:crypto";
import { type Database, connectDatabase } from "@alliance-hub/platform/database/connect";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { until } from "@alliance-hub/testing/until";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { SCHEMA } from "../database.ts";
import { type BacklogQuestion, readBacklog } from "../mechanisms/backlog/backlog.ts";
import { type WebhookSetting, createWebhookSetting } from "./webhook-setting.ts";

let setting: WebhookSetting;
let database: Database<object>;
beforeAll(async () => {
  setting = await createWebhookSetting();
  database = await connectDatabase({ url: setting.config.databaseUrl, schema: SCHEMA }, []);
});
afterAll(async () => {
  await database?.close();
  await setting?.[Symbol.asyncDispose]();
});

const NOTHING = { count: 0, seconds: 0 };
const HOUR = 3600;
const QUIET: BacklogQuestion = {
  updatesTold: undefined,
  noticesTold: undefined,
  isMailOn: true,
};
const read = (over: Partial<BacklogQuestion> = {}) =>
  readBacklog(database.rows, { ...QUIET, ...over });
const ago = (seconds: number): Date => new Date(Date.now() - seconds * 1000);

/** Leaves a notice that is some seconds old, as other subgraphs do. @returns its number. */
async function leave(organizationId: string, seconds: number, over: object = {}): Promise<number> {
  const id = randomUUID();
  const notice = { id, noun: "Booking", type: "CONFIRMED", recordId: randomUUID(), organizationId };
  const notices = JSON.stringify([{ ...notice, ...over }]);
  await setting.admin.query("select directory.leave_notices($1, $2)", [notices, ago(seconds)]);
  const { rows } = await setting.admin.query("select number from activities.notice where id = $1", [
    id,
  ]);
  return Number(rows[0].number);
}

describe("what waits for subscribers", () => {
  it("is what comes after what they have, and nothing if nobody follows", async () => {
    const first = await leave(setting.units.c, 2 * HOUR);
    const second = await leave(setting.units.c, HOUR);
    expect((await read()).notices).toEqual(NOTHING);
    const { count, seconds } = (await read({ noticesTold: first })).notices;
    expect(count).toBe(1);
    expect(Math.round(seconds / HOUR)).toBe(1);
    expect((await read({ noticesTold: first - 1 })).notices.count).toBe(2);
    expect((await read({ noticesTold: second, updatesTold: second })).notices).toEqual(NOTHING);
  });
});

describe("what waits for webhooks", () => {
  it("is also a notice for which there is no delivery yet, if the endpoint takes it", async () => {
    const { a, b } = setting.units;
    await leave(a, 9 * HOUR);
    await using endpoint = await setting.register({
      filter: { types: [] },
      notices: { nouns: ["Booking"], types: ["CONFIRMED"] },
    });
    await leave(b, 8 * HOUR);
    await leave(a, 7 * HOUR, { type: "BOOKED" });
    await leave(a, 6 * HOUR, { noun: "Application" });
    expect((await read()).webhooks).toEqual(NOTHING);
    await leave(a, 5 * HOUR);
    await leave(a, HOUR);
    const { count, seconds } = (await read()).webhooks;
    expect({ count, hours: Math.round(seconds / HOUR) }).toEqual({ count: 0, hours: 5 });
    endpoint.receiver.answer = (_request, response) => void response.writeHead(503).end();
    await using _work = setting.subgraph.work?.();
    const queued = await until(
      async () => (await read()).webhooks,
      (found) => found.count === 2,
    );
    expect(queued.seconds).toBeLessThan(HOUR);
  });
});

describe("what waits to be mailed", () => {
  const put = async (over: object): Promise<void> => {
    const row = {
      id: randomUUID(),
      created_at: ago(0),
      subject: randomUUID(),
      kind: "AT_ONCE",
      topic: "",
      state: "PENDING",
      due_at: ago(0),
      ...over,
    };
    await setting.admin.query(
      `insert into activities.mail_outbox (${Object.keys(row).join()}) values (${Object.keys(row)
        .map((_name, at) => `$${at + 1}`)
        .join()})`,
      Object.values(row),
    );
  };
  const waiting = async () => {
    const { count, seconds } = (await read()).mail;
    return { count, hours: Math.round(seconds / HOUR) };
  };

  it("is what is due, and what failed since it was due for the first time", async () => {
    expect((await read()).mail).toEqual(NOTHING);
    await put({ state: "SENT", finished_at: ago(0), due_at: ago(30 * HOUR) });
    await put({ kind: "DAILY", topic: "2099-01-01", due_at: ago(-20 * HOUR) });
    expect((await read()).mail).toEqual(NOTHING);
    await put({ due_at: ago(2 * HOUR), created_at: ago(12 * HOUR) });
    expect(await waiting()).toEqual({ count: 1, hours: 2 });
    await put({ failures: 2, created_at: ago(4 * HOUR), due_at: ago(-HOUR) });
    expect(await waiting()).toEqual({ count: 2, hours: 4 });
    const day = shanghaiDay(ago(48 * HOUR));
    await put({ kind: "DAILY", topic: day, failures: 1, due_at: ago(-HOUR) });
    const since = new Date(`${day}T07:30:00+08:00`);
    const hours = Math.round((Date.now() - since.getTime()) / HOUR / 1000);
    expect(await waiting()).toEqual({ count: 3, hours });
    expect((await read({ isMailOn: false })).mail).toEqual(NOTHING);
  });

  it("begins with notices that nobody has looked at for mail", async () => {
    await setting.admin.query("delete from activities.mail_outbox");
    const number = await leave(setting.units.c, 3 * HOUR);
    const look = (at: number | null) =>
      setting.admin.query("update activities.mail_cursor set number = $1", [at]);
    await look(number - 1);
    expect(await waiting()).toEqual({ count: 0, hours: 3 });
    await look(number);
    expect((await read()).mail).toEqual(NOTHING);
  });
});
