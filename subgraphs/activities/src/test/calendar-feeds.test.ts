import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { MAX_FEED_SIZE } from "../nouns/calendar-feed/calendar-feed.loaders.ts";
import { type CalendarSetting, createCalendarSetting, on, scheduled } from "./calendar-setting.ts";
import { enterPartnerSystem } from "./partner-setting.ts";

const CREATE = `mutation ($input: CreateCalendarFeedInput!) {
  createCalendarFeed(input: $input) { path calendarFeed { id label partner revokedAt organization { id } committee { id } } }
}`;
const REVOKE = `mutation ($input: RevokeCalendarFeedInput!) {
  revokeCalendarFeed(input: $input) { calendarFeed { id revokedAt } }
}`;
const LIST = `query ($organizationId: ID, $committeeId: ID) {
  calendarFeeds(organizationId: $organizationId, committeeId: $committeeId) { id label }
}`;
const OPEN = "query ($secret: String!) { calendarFeed(secret: $secret) { id activities { id } } }";

let setting: CalendarSetting;
beforeAll(async () => {
  setting = await createCalendarSetting();
});
afterAll(async () => {
  await setting?.[Symbol.asyncDispose]();
});

const create = (viewer: Viewer, input: object) => setting.call(viewer, CREATE, { input });
const revoke = (viewer: Viewer, input: object) => setting.call(viewer, REVOKE, { input });

/** A feed of a unit, made by its liaison. */
async function made(organizationId = setting.units.a): Promise<{ id: string; secret: string }> {
  const { data, message } = await create(setting.liaison(organizationId), { organizationId });
  if (message !== undefined) throw new Error(message);
  const { path, calendarFeed } = data.createCalendarFeed;
  return { id: calendarFeed.id, secret: /^\/calendars\/(.{43})\.ics$/.exec(path)?.[1] ?? "" };
}

async function opened(viewer: Viewer, secret: string): Promise<string[] | null> {
  const { data } = await setting.call(viewer, OPEN, { secret });
  return data.calendarFeed?.activities.map(({ id }: { id: string }) => id) ?? null;
}

/** Everything that a row of any table of this subgraph holds, as text. */
async function stored(): Promise<string> {
  const { rows } = await setting.admin.query(
    "select (select json_agg(f) from activities.calendar_feed f)::text || (select json_agg(i) from activities.idempotency i)::text || (select json_agg(e) from audit.entry e)::text as text",
  );
  return rows[0].text;
}

describe("making a calendar feed", () => {
  it("gives the address once and keeps the secret nowhere, for a repeated key neither", async () => {
    const { a: organizationId } = setting.units;
    const input = { organizationId, label: "委员 017 的手机", idempotencyKey: "one" };
    const first = await create(setting.liaison(organizationId), input);
    const { calendarFeed, path } = first.data.createCalendarFeed;
    expect(calendarFeed).toMatchObject({
      label: "委员 017 的手机",
      revokedAt: null,
      organization: { id: organizationId },
      committee: null,
    });
    expect(path).toMatch(/^\/calendars\/[\w-]{43}\.ics$/);
    const again = await create(setting.liaison(organizationId), input);
    expect(again.data.createCalendarFeed).toEqual({ calendarFeed, path: null });
    const text = await stored();
    expect(text).toContain(calendarFeed.id);
    expect(text).not.toContain(path.slice(11, 54));
    const hash = await setting.admin.query(
      "select secret_hash from activities.calendar_feed where id = $1",
      [calendarFeed.id],
    );
    expect(text.split(hash.rows[0].secret_hash)).toHaveLength(2);
  });

  it("is for the unit's liaison and for whoever runs the committee", async () => {
    const { a, b, stranger } = setting.units;
    const { committeeId } = setting;
    expect((await create(setting.secretary, { committeeId })).code).toBeUndefined();
    for (const viewer of [setting.liaison(b), setting.seat, setting.secretary])
      expect((await create(viewer, { organizationId: a })).code).toBe("FORBIDDEN");
    for (const viewer of [setting.liaison(a), setting.seat, setting.liaison(stranger)])
      expect((await create(viewer, { committeeId })).code).toBe("FORBIDDEN");
    expect((await create(ANONYMOUS, { committeeId })).code).toBe("UNAUTHENTICATED");
    const scopes = ["activities:read"];
    const partner: Viewer = { ...setting.liaison(a), kind: "PARTNER", scopes };
    expect((await create(partner, { organizationId: a })).code).toBe("FORBIDDEN");
  });

  it("names one owner that there is", async () => {
    const { a } = setting.units;
    const { committeeId, secretary } = setting;
    expect((await create(secretary, {})).code).toBe("BAD_USER_INPUT");
    const both = await create(secretary, { committeeId, organizationId: a });
    expect(both.code).toBe("BAD_USER_INPUT");
    for (const none of [{ committeeId: a }, { committeeId: "x" }, { organizationId: committeeId }])
      expect((await create(secretary, none)).code).toBe("NOT_FOUND");
    const label = "字".repeat(51);
    expect((await create(secretary, { committeeId, label })).code).toBe("BAD_USER_INPUT");
  });

  it("ends at twenty for one owner, however many ask at once", async () => {
    const { c: organizationId } = setting.units;
    const asked = Array.from({ length: 25 }, () =>
      create(setting.liaison(organizationId), { organizationId }),
    );
    const codes = (await Promise.all(asked)).map(({ code }) => code);
    expect(codes.filter((code) => code === undefined)).toHaveLength(20);
    expect(codes.filter((code) => code === "CONFLICT")).toHaveLength(5);
    const { data } = await setting.call(setting.liaison(organizationId), LIST, { organizationId });
    expect(data.calendarFeeds).toHaveLength(20);
    await revoke(setting.liaison(organizationId), { id: data.calendarFeeds[0].id });
    const next = await create(setting.liaison(organizationId), { organizationId });
    expect(next.code).toBeUndefined();
  });
});

describe("a calendar feed that a partner system has made", () => {
  it("is good while the system's key is", async () => {
    const { a: organizationId } = setting.units;
    const partner = await enterPartnerSystem(setting);
    const { data } = await create(partner.viewer, { organizationId });
    const { path, calendarFeed } = data.createCalendarFeed;
    expect(calendarFeed.partner).toBe(partner.name);
    const secret = path.slice(11, 54);
    expect(await opened(ANONYMOUS, secret)).toEqual([]);
    for (const [lost, found] of [
      ["revoked_at = now()", "revoked_at = null"],
      ["scopes = '{activities:write}'", "scopes = '{activities:read}'"],
      ["organization_id = gen_random_uuid()", `organization_id = '${organizationId}'`],
    ] as const) {
      await partner.changeKey(lost);
      expect(await opened(setting.liaison(organizationId), secret)).toBeNull();
      await partner.changeKey(found);
      expect(await opened(ANONYMOUS, secret)).toEqual([]);
    }
  });
});

describe("revoking a calendar feed", () => {
  it("ends it at once, for who may know of it", async () => {
    const { a, b } = setting.units;
    const { id, secret } = await made();
    for (const viewer of [setting.liaison(b), setting.secretary, setting.seat])
      expect((await revoke(viewer, { id })).code).toBe("NOT_FOUND");
    expect((await revoke(ANONYMOUS, { id })).code).toBe("UNAUTHENTICATED");
    expect(await opened(ANONYMOUS, secret)).toEqual([]);
    const input = { id, idempotencyKey: "end" };
    const { data } = await revoke(setting.liaison(a), input);
    expect(data.revokeCalendarFeed.calendarFeed.revokedAt).not.toBeNull();
    expect(await opened(setting.liaison(a), secret)).toBeNull();
    expect((await revoke(setting.liaison(a), input)).data).toEqual(data);
    expect((await revoke(setting.liaison(a), { id })).code).toBe("ILLEGAL_TRANSITION");
    expect((await revoke(setting.liaison(a), { id: "x" })).code).toBe("NOT_FOUND");
    const { rows } = await setting.admin.query(
      "select action, organization_id from audit.entry where record_id = $1 order by action",
      [id],
    );
    expect(rows).toEqual(
      ["createCalendarFeed", "revokeCalendarFeed"].map((action) => ({
        action,
        organization_id: a,
      })),
    );
  });
});

describe("the list of calendar feeds", () => {
  it("has those that are good, for who may know of them", async () => {
    const { b, a } = setting.units;
    const [first, second] = [await made(b), await made(b)];
    await revoke(setting.liaison(b), { id: first.id });
    const listed = await setting.call(setting.liaison(b), LIST, { organizationId: b });
    expect(listed.data.calendarFeeds).toEqual([{ id: second.id, label: null }]);
    const { committeeId } = setting;
    expect((await setting.call(setting.liaison(a), LIST, { organizationId: b })).code).toBe(
      "FORBIDDEN",
    );
    expect((await setting.call(setting.liaison(a), LIST, { committeeId })).code).toBe("FORBIDDEN");
    expect((await setting.call(ANONYMOUS, LIST, { committeeId })).code).toBe("UNAUTHENTICATED");
  });
});

describe("a calendar feed", () => {
  it("is opened by its secret and by nothing else, and shows each viewer what that one may see", async () => {
    const { a } = setting.units;
    const { id, secret } = await made();
    const inner = await scheduled(setting, { audience: "COMMITTEE" });
    const open = await scheduled(setting, { audience: "PUBLIC" });
    expect(await opened(ANONYMOUS, secret)).toEqual([open]);
    expect((await opened(setting.liaison(a), secret))?.toSorted()).toEqual(
      [open, inner].toSorted(),
    );
    for (const none of [id, "", secret.slice(1), `${secret}x`, "A".repeat(43)])
      expect(await opened(setting.liaison(a), none)).toBeNull();
  });

  it("reaches a year back and as far ahead as anything is planned", async () => {
    const { b } = setting.units;
    const { secret } = await made(b);
    const ids: Record<string, string> = {};
    for (const day of ["2025-02-20", "2025-03-10", "2027-12-01"])
      ids[day] = await scheduled(setting, { hostId: b, audience: "PARTIES", during: on(day) });
    const found = await opened(setting.liaison(b), secret);
    expect(found?.[0]).toBe(ids["2027-12-01"]);
    expect(found?.at(-1)).toBe(ids["2025-03-10"]);
    expect(found).not.toContain(ids["2025-02-20"]);
  });

  it("has two thousand at most, those that start last, with a number of statements that stays", async () => {
    const { base } = setting.units;
    const { secret } = await made(base);
    await opened(setting.liaison(base), secret);
    const few = setting.statements.length;
    await setting.admin.query(
      `insert into activities.activity (id, created_at, updated_at, committee_id, host_id, title, kind, state,
        starts_at, ends_at, audience, participant_ids, region_code, region_path, alliance_code, search_key, search_grams)
      select gen_random_uuid(), now(), now(), $1, $2, '多', 'OTHER', 'SCHEDULED', timestamptz '2028-01-01' + i * interval '1 hour',
        timestamptz '2028-01-01' + (i + 1) * interval '1 hour', 'COMMITTEE', array[$2::uuid], '', '{}', '', '', '{}'
      from generate_series(1, 2100) as i`,
      [setting.committeeId, base],
    );
    await setting.admin.query("analyze activities.activity");
    const found = await opened(setting.liaison(base), secret);
    expect(setting.statements).toHaveLength(few);
    expect(found).toHaveLength(MAX_FEED_SIZE);
    const { rows } = await setting.admin.query(
      "select id from activities.activity order by starts_at desc, id desc limit 2000",
    );
    expect(found).toEqual(rows.map(({ id }) => id));
  });
});
