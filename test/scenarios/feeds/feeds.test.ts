import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { scheduleActivity } from "../../support/calendar.ts";
import { createFeed, eventsIn, readFeed } from "../../support/calendar-feed.ts";
import { operation } from "../../support/contract.ts";
import { STATEMENTS, figure } from "../../support/figures.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { committeeOf, inHours, unitOf } from "../../support/people.ts";

const SECRETARY = "445202-secretary";
const LIAISON = "445202-liaison-1";
const ELSEWHERE = "610327-liaison-1";

let hub: TestHub;
let admin: pg.Client;
/** The committee of the liaison's unit, which the secretary runs. */
let committeeId: string;
beforeAll(async () => {
  hub = await startHub();
  admin = new pg.Client({ connectionString: hub.databaseUrl });
  await admin.connect();
  const page = await hub.ask(operation("OrganizationPage"), { id: unitOf(LIAISON) });
  const [membership] = page.data["organization"]?.["memberships"]?.["nodes"] ?? [];
  committeeId = String(membership?.["committee"]?.["id"]);
});
afterAll(async () => {
  await admin?.end();
  await hub?.[Symbol.asyncDispose]();
});

const ofUnit = (as = LIAISON) => createFeed(hub, { organizationId: unitOf(as) }, as);
const get = (path: string, init?: RequestInit): Promise<Response> => fetch(hub.url + path, init);

/** An activity on the calendar of the liaison's committee, hosted by the committee's own unit. */
async function scheduled(title: string, over: object = {}): Promise<string> {
  const { data } = await hub.ask(
    "query ($id: ID!) { committee(id: $id) { organization { id } } }",
    { id: committeeId },
  );
  const hostId = data["committee"]?.["organization"]?.["id"];
  return await scheduleActivity(hub, title, { committeeId, hostId, ...over });
}

async function done(name: string, variables: object, as = SECRETARY): Promise<void> {
  const { errors } = await hub.ask(operation(name), variables, as);
  if (errors.length > 0) throw new Error(errors[0]?.message);
}

describe("a unit's calendar feed", () => {
  it("has what is on its committees' calendars, and follows what becomes of it", async () => {
    const { path } = await ofUnit();
    const id = await scheduled("联合义务植树", { audience: "COMMITTEE" });
    const one = async () =>
      (await readFeed(hub.url, path)).find((event) => event.activityId === id);
    const first = await one();
    expect(first).toMatchObject({ title: "联合义务植树", status: "CONFIRMED", location: null });
    await done("RescheduleActivity", { id, during: { start: inHours(300), end: inHours(301) } });
    const moved = await one();
    expect(moved?.start).not.toBe(first?.start);
    expect(moved?.sequence).toBeGreaterThan(first?.sequence ?? Infinity);
    await done("CancelActivity", { id, reason: "下雨" });
    const cancelled = await one();
    expect(cancelled).toMatchObject({ title: "联合义务植树", status: "CANCELLED" });
    expect(cancelled?.sequence).toBeGreaterThan(moved?.sequence ?? Infinity);
    expect(cancelled?.description).toContain("下雨");
  });

  it("has what it takes part in, whoever may see that, and nothing of others", async () => {
    const [own, theirs] = [await ofUnit(), await ofUnit(ELSEWHERE)];
    const hosted = await scheduled("两家座谈", { hostId: unitOf(LIAISON), audience: "PARTIES" });
    const among = await scheduled("别家座谈", { audience: "PARTIES" });
    const open = await scheduled("公开课", { audience: "PUBLIC" });
    const idsIn = async (path: string) =>
      (await readFeed(hub.url, path)).map(({ activityId }) => activityId);
    const ownIds = await idsIn(own.path);
    expect(ownIds).toEqual(expect.arrayContaining([hosted, open]));
    expect(ownIds).not.toContain(among);
    const theirIds = await idsIn(theirs.path);
    for (const id of [hosted, among, open]) expect(theirIds).not.toContain(id);
    // In a public one elsewhere it sees what it takes part in, not the calendar it stands on.
    await done("JoinActivity", { id: open, organizationId: unitOf(ELSEWHERE) }, ELSEWHERE);
    expect(await idsIn(theirs.path)).toContain(open);
  });

  it("names the venue only to who may see it, and what the host says of the place to all", async () => {
    const shared = await hub.ask(
      operation("ShareResource"),
      {
        input: {
          providerId: unitOf(LIAISON),
          title: "内部会议室",
          kind: "VENUE",
          audience: "PARTIES",
          publish: true,
        },
      },
      LIAISON,
    );
    const venueId = String(shared.data["shareResource"]?.["resource"]?.["id"]);
    const during = { start: inHours(50), end: inHours(52) };
    const { data, codes } = await hub.ask(
      operation("ScheduleActivity"),
      {
        input: {
          committeeId,
          hostId: unitOf(LIAISON),
          title: "内部培训",
          kind: "TRAINING",
          during,
          audience: "PUBLIC",
          venueId,
          place: "办公楼",
        },
      },
      LIAISON,
    );
    expect(codes).toEqual([]);
    const id = String(data["scheduleActivity"]?.["activity"]?.["id"]);
    const feeds = [await ofUnit(), await createFeed(hub, { committeeId }, SECRETARY)];
    const locations = await Promise.all(
      feeds.map(async ({ path }) => {
        const events = await readFeed(hub.url, path);
        return events.find(({ activityId }) => activityId === id)?.location;
      }),
    );
    expect(locations).toEqual(["内部会议室 · 办公楼", "办公楼"]);
  });

  it("loses what a committee keeps to itself at once when the unit leaves it", async () => {
    const { path } = await ofUnit();
    const kept = await scheduled("委员会内部", { audience: "COMMITTEE" });
    const joined = await scheduled("已经报名", { audience: "COMMITTEE" });
    await done("JoinActivity", { id: joined, organizationId: unitOf(LIAISON) }, LIAISON);
    const idsIn = async () => (await readFeed(hub.url, path)).map(({ activityId }) => activityId);
    expect(await idsIn()).toEqual(expect.arrayContaining([kept, joined]));
    const page = await hub.ask(
      "query ($id: ID!) { organization(id: $id) { memberships { nodes { id committee { id } } } } }",
      { id: unitOf(LIAISON) },
    );
    const memberships = page.data["organization"]?.["memberships"]?.["nodes"] ?? [];
    const membership = memberships.find((one) => String(one["committee"]?.["id"]) === committeeId);
    const left = await hub.ask(
      "mutation ($input: LeaveCommitteeInput!) { leaveCommittee(input: $input) { membership { id } } }",
      { input: { id: membership?.["id"], reason: "单位迁出" } },
      SECRETARY,
    );
    expect(left.codes).toEqual([]);
    const after = await idsIn();
    expect(after).not.toContain(kept);
    expect(after).toContain(joined);
    const input = { committeeId, organizationId: unitOf(LIAISON) };
    await done("JoinCommittee", { input });
    expect(await idsIn()).toContain(kept);
  });
});

describe("a committee's calendar feed", () => {
  it("has all that is on its own calendar, and nothing of another's", async () => {
    const { path } = await createFeed(hub, { committeeId }, SECRETARY);
    const own = await Promise.all(
      ["PUBLIC", "ALLIANCE", "COMMITTEE", "PARTIES"].map((audience) =>
        scheduled(audience, { audience }),
      ),
    );
    const other = await scheduleActivity(hub, "别处", { audience: "PUBLIC" });
    expect(String(committeeOf(SECRETARY))).not.toBe(committeeId);
    const ids = (await readFeed(hub.url, path)).map(({ activityId }) => activityId);
    expect(ids).toEqual(expect.arrayContaining(own));
    expect(ids).not.toContain(other);
  });
});

describe("the address", () => {
  it("is answered with a calendar, its tag, and 304 to who has it", async () => {
    const { path } = await ofUnit();
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(answer.headers.get("cache-control")).toMatch(/^private, max-age=\d+$/);
    const etag = answer.headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[\w-]+"$/);
    const body = await answer.text();
    expect(body).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
    expect(await (await get(path)).text()).toBe(body);
    const head = await get(path, { method: "HEAD" });
    expect([head.status, head.headers.get("etag"), await head.text()]).toEqual([200, etag, ""]);
    expect(head.headers.get("content-length")).toBe(String(Buffer.byteLength(body)));
    for (const tag of [etag, `W/${etag}`, `"x", ${etag}`, "*"]) {
      const same = await get(path, { headers: { "if-none-match": tag } });
      expect([same.status, same.headers.get("etag"), await same.text()]).toEqual([304, etag, ""]);
    }
    await scheduled("又一项", { audience: "COMMITTEE" });
    const changed = await get(path, { headers: { "if-none-match": etag } });
    expect(changed.status).toBe(200);
    expect(eventsIn(await changed.text()).map(({ title }) => title)).toContain("又一项");
  });

  it("gives the same short answer whether it is unknown, malformed or revoked", async () => {
    const { id, path } = await ofUnit();
    expect((await get(path)).status).toBe(200);
    const revoked = await hub.ask(
      "mutation ($input: RevokeCalendarFeedInput!) { revokeCalendarFeed(input: $input) { calendarFeed { revokedAt } } }",
      { input: { id } },
      LIAISON,
    );
    expect(revoked.codes).toEqual([]);
    const secret = "A".repeat(43);
    const answers = await Promise.all(
      [
        path,
        `/calendars/${secret}.ics`,
        `/calendars/${secret}`,
        `/calendars/${secret}.ics/`,
        `/calendars/${secret}.ics?x=${secret}`,
        `/calendars/${secret.slice(1)}%`,
        `/calendars/%zz${secret}.ics`,
        `/calendars/%00${secret}.ics`,
        "/calendars/",
        "/calendars/../calendars/x",
        `/calendars/${"x".repeat(4000)}.ics`,
        `/calendars/${encodeURIComponent("日历")}.ics`,
      ].map(async (address) => {
        const answer = await get(address);
        return [answer.status, answer.headers.get("content-type"), await answer.text()];
      }),
    );
    const [first] = answers;
    expect(first?.[0]).toBe(404);
    expect(answers).toEqual(answers.map(() => first));
    expect(String(first?.[2]).length).toBeLessThan(200);
  });

  it("is answered by 503, never by half a calendar, while a subgraph cannot answer", async () => {
    const { path } = await ofUnit();
    await scheduled("有场地", { audience: "COMMITTEE" });
    for (const table of [
      "organizations.organization",
      "activities.participant",
      "activities.calendar_feed",
      "resources.resource",
    ]) {
      const [schema, name] = table.split(".");
      await admin.query(`alter table ${table} rename to away`);
      const answer = await get(path);
      await admin.query(`alter table ${schema}.away rename to ${name}`);
      expect([table, answer.status, answer.headers.get("retry-after")]).toEqual([table, 503, "60"]);
      expect(await answer.text()).not.toContain("VCALENDAR");
    }
    expect((await get(path)).status).toBe(200);
  });

  it("is read once for many who ask at the same moment", async () => {
    const { path } = await ofUnit();
    const before = await figure(hub.url, STATEMENTS);
    const answers = await Promise.all(Array.from({ length: 40 }, () => get(path)));
    const bodies = new Set(await Promise.all(answers.map((answer) => answer.text())));
    expect(bodies.size).toBe(1);
    const many = (await figure(hub.url, STATEMENTS)) - before;
    await get(path);
    const one = (await figure(hub.url, STATEMENTS)) - before - many;
    expect(one).toBeGreaterThan(0);
    // Two or a few in a row, as they come in; not forty.
    expect(many).toBeLessThan(10 * one);
  });
});

describe("whoever tries addresses", () => {
  it("keeps nobody from a calendar that was read before", async () => {
    const { path } = await ofUnit();
    await readFeed(hub.url, path);
    const isOver = new AbortController();
    const statuses = new Map<number, number>();
    const trying = Array.from({ length: 130 }, async () => {
      while (!isOver.signal.aborted) {
        const { status } = await get(`/calendars/${randomBytes(32).toString("base64url")}.ics`);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    });
    while ((statuses.get(503) ?? 0) < 5) await new Promise(setImmediate);
    for (let number = 0; number < 10; number++) await readFeed(hub.url, path);
    isOver.abort();
    await Promise.all(trying);
    expect(new Set(statuses.keys())).toEqual(new Set([404, 503]));
  });
});
