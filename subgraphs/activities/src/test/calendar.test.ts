import type { Answer } from "@alliance-hub/testing/answer";
import { randomUUID } from "node:crypto";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { PLACE } from "@alliance-hub/testing/street-committee";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { MAX_ROWS } from "../mechanisms/calendar/calendars.ts";
import { type CalendarSetting, createCalendarSetting, on, scheduled } from "./calendar-setting.ts";

const LIST = `query ($filter: ActivityFilter, $orderBy: ActivityOrder, $first: Int, $after: String) {
  activities(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id } } }`;
const CALENDAR = `query ($keys: [_Any!]!, $during: TimeRangeInput!) { found: _entities(representations: $keys) { ... on Committee {
  calendar(during: $during) { id title kind state startsAt endsAt host { id } participants { organization { id } attendance } agendaItems { id } venue { id } } } } }`;

let setting: CalendarSetting;
let [planting, meeting, journey] = ["", "", ""];
beforeAll(async () => {
  setting = await createCalendarSetting();
  planting = await scheduled(setting, { during: on("2026-04-01"), theme: "环境联治" });
  meeting = await scheduled(setting, {
    during: on("2026-04-02"),
    kind: "MEETING",
    title: "大党委会议",
    hostId: setting.units.base,
  });
  journey = await scheduled(setting, {
    during: { start: "2026-03-10T00:00:00Z", end: "2026-04-10T00:00:00Z" },
    title: "赛事",
    description: "台账核对",
    audience: "PUBLIC",
  });
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const list = (variables: object): Promise<Answer> =>
  setting.call(setting.secretary, LIST, variables);
const calendar = (
  during: object,
  viewer = setting.secretary,
  ids = [setting.committeeId],
): Promise<Answer> =>
  setting.call(viewer, CALENDAR, {
    keys: ids.map((id) => ({ __typename: "Committee", id })),
    during,
  });
const idsOf = (found: { id: string }[]): string[] => found.map(({ id }) => id);

describe("the list of activities", () => {
  it("is filtered by each of its conditions", async () => {
    const all = [meeting, planting, journey];
    const conditions: [object, string[]][] = [
      [{}, all],
      [{ text: "植樹" }, [planting]],
      [{ text: "環境聯治" }, [planting]],
      [{ text: "臺賬" }, [journey]],
      [{ kinds: ["MEETING", "CONTEST"] }, [meeting]],
      [{ kinds: [] }, []],
      [{ states: ["SCHEDULED"] }, all],
      [{ states: ["HELD", "CANCELLED"] }, []],
      [{ committeeId: setting.committeeId }, all],
      [{ committeeId: randomUUID() }, []],
      [{ regionCode: "445202" }, all],
      [{ regionCode: "445202001" }, all],
      [{ regionCode: "445203" }, []],
      [{ organizationId: setting.units.base }, [meeting]],
      [{ organizationId: randomUUID() }, []],
      [{ theme: "环境联治" }, [planting]],
      [{ during: { start: "2026-04-01T03:00:00Z", end: "2026-04-02T01:00:00Z" } }, [journey]],
      [{ during: { start: "2026-04-01T02:59:59Z", end: "2026-04-02T01:00:01Z" } }, all],
      [{ during: { start: "2026-04-10T00:00:00Z", end: "2026-05-01T00:00:00Z" } }, []],
      [
        { text: "植树", kinds: ["SERVICE"], regionCode: "445202", organizationId: setting.units.a },
        [planting],
      ],
    ];
    for (const [filter, expected] of conditions) {
      const { activities } = (await list({ filter })).data;
      expect([filter, idsOf(activities.nodes)]).toEqual([filter, expected]);
      expect(activities.totalCount).toBe(expected.length);
    }
  });

  it("refuses what cannot be searched for, page sizes that are none, and cursors of other lists", async () => {
    const foreign = Buffer.from(
      JSON.stringify(["bookings", "2026-04-01T00:00:00Z", randomUUID()]),
    ).toString("base64url");
    const faults = [
      { filter: { text: "、" } },
      { filter: { text: "植".repeat(101) } },
      { filter: { during: { start: "2026-04-02T00:00:00Z", end: "2026-04-01T00:00:00Z" } } },
      { first: 0 },
      { first: 101 },
      { after: foreign },
      { after: "x" },
    ];
    for (const variables of faults) expect((await list(variables)).code).toBe("BAD_USER_INPUT");
  });

  it("gives each activity once when it is paged through, in either order", async () => {
    const paged = async (orderBy?: string): Promise<string[]> => {
      const seen: string[] = [];
      for (let after: string | null = null; ;) {
        const { activities }: Answer["data"] = (await list({ orderBy, first: 1, after })).data;
        seen.push(...idsOf(activities.nodes));
        if (!activities.pageInfo.hasNextPage) return seen;
        after = activities.pageInfo.endCursor;
      }
    };
    const latestFirst = [meeting, planting, journey];
    expect(await paged()).toEqual(latestFirst);
    expect(await paged("START_DESC")).toEqual(latestFirst);
    expect(await paged("START_ASC")).toEqual(latestFirst.toReversed());
  });

  it("takes no cursor of the other order", async () => {
    const { activities } = (await list({ orderBy: "START_ASC", first: 1 })).data;
    // Without the total: it would still be counted when the next test counts statements.
    const query = `query ($after: String) { activities(orderBy: START_DESC, after: $after) { nodes { id } } }`;
    const variables = { after: activities.pageInfo.endCursor };
    expect((await setting.call(setting.secretary, query, variables)).code).toBe("BAD_USER_INPUT");
  });

  it("costs the same number of statements for one row and for all, with all that hangs on them", async () => {
    const query = `query ($first: Int) { activities(first: $first) { totalCount nodes { id host { id } committee { id } venue { id }
      participants { attendance organization { id } } agendaItems { id proposedBy { id } } } } }`;
    const counts: number[] = [];
    for (const first of [1, 100]) {
      await setting.call(setting.secretary, query, { first });
      counts.push(setting.statements.length);
    }
    expect(counts).toEqual([4, 4]);
  });
});

describe("a committee's calendar", () => {
  const april = { start: "2026-04-01T00:00:00Z", end: "2026-05-01T00:00:00Z" };

  it("has what overlaps the range, by its start, and only what the viewer may see", async () => {
    expect(idsOf((await calendar(april)).data.found[0].calendar)).toEqual([
      journey,
      planting,
      meeting,
    ]);
    expect(idsOf((await calendar(april, ANONYMOUS)).data.found[0].calendar)).toEqual([journey]);
    const between = { start: "2026-04-01T03:00:00Z", end: "2026-04-02T01:00:00Z" };
    expect(idsOf((await calendar(between)).data.found[0].calendar)).toEqual([journey]);
  });

  it("refuses a range that is turned round or longer than 400 days", async () => {
    expect((await calendar({ start: april.end, end: april.start })).code).toBe("BAD_USER_INPUT");
    expect(
      (await calendar({ start: "2026-01-01T00:00:00Z", end: "2027-06-01T00:00:00Z" })).code,
    ).toBe("BAD_USER_INPUT");
  });

  it("has two thousand activities of one month, each once and in order, beside those of another committee", async () => {
    const busy = randomUUID();
    await fill(busy, 2000);
    const { data, code } = await calendar(april, setting.secretary, [busy, setting.committeeId]);
    expect(code).toBeUndefined();
    const [many, few] = data.found.map(
      (one: { calendar: { id: string; startsAt: string }[] }) => one.calendar,
    );
    expect(new Set(idsOf(many)).size).toBe(2000);
    const starts = many.map(({ startsAt }: { startsAt: string }) => startsAt);
    expect(starts).toEqual(starts.toSorted());
    expect(idsOf(few)).toEqual([journey, planting, meeting]);
    expect(setting.statements).toHaveLength(3);
  });

  it("is never cut: a request for more than the hub can hold is an error that says what to do", async () => {
    const busiest = randomUUID();
    await fill(busiest, MAX_ROWS + 1);
    const keys = [busiest, setting.committeeId];
    const { code, message, data } = await calendar(april, setting.secretary, keys);
    expect([code, message]).toEqual([
      "QUERY_TOO_COMPLEX",
      expect.stringContaining("Ask for a shorter range"),
    ]);
    // The error stays with the calendar that is too large.
    const [many, few] = data.found.map((one: { calendar: { id: string }[] }) => one.calendar);
    expect(many).toBeNull();
    expect(idsOf(few)).toEqual([journey, planting, meeting]);
    const day = { start: "2026-04-20T00:00:00Z", end: "2026-04-20T00:30:00Z" };
    expect((await calendar(day, setting.secretary, keys)).code).toBeUndefined();

    // Several ranges of one request share what it can hold, and those that fit are answered.
    const query = `query ($keys: [_Any!]!) { found: _entities(representations: $keys) { ... on Committee { ${[
      ["sixDays", "2026-04-20", "2026-04-26"],
      ["april", "2026-04-01", "2026-05-01"],
      ["spring", "2026-03-01", "2026-06-01"],
      ["oneDay", "2026-04-28", "2026-04-29"],
    ]
      .map(
        ([name, start, end]) =>
          `${name}: calendar(during: { start: "${start}T00:00:00Z", end: "${end}T00:00:00Z" }) { id }`,
      )
      .join(" ")} } } }`;
    const shared = await setting.call(setting.secretary, query, {
      keys: [{ __typename: "Committee", id: busiest }],
    });
    expect(shared.code).toBe("QUERY_TOO_COMPLEX");
    const [answered] = shared.data.found;
    expect([answered.april, answered.spring]).toEqual([null, null]);
    expect(answered.sixDays.length).toBeGreaterThan(30_000);
    expect(answered.oneDay.length).toBeGreaterThan(5000);
    // Once the limit was met, whatever is too large is counted, and not read in vain.
    const read = setting.statements.filter((one) => one.includes("select item.*"));
    expect(read).toHaveLength(3);
  });
});

/** Enters activities of an hour each, spread over ten days from the 20th of April. The figures are not asked about. */
async function fill(committeeId: string, count: number): Promise<void> {
  await setting.admin.query("set session_replication_role = replica");
  await setting.admin.query(
    `insert into activities.activity (id, created_at, updated_at, committee_id, host_id, title, kind, state, starts_at, ends_at, audience,
       participant_ids, region_code, region_path, alliance_code, search_key, search_grams)
     select gen_random_uuid(), now(), now(), $1, $2, '值班', 'OTHER', 'SCHEDULED', at, at + interval '1 hour', 'PUBLIC', array[$2]::uuid[], $3, $4, $5, '', '{}'
     from generate_series(1, $6) as nth cross join lateral (select timestamptz '2026-04-20 00:00Z' + (nth * 7919 % 14400) * interval '1 minute' as at) as timed`,
    [committeeId, setting.units.a, ...PLACE, count],
  );
  await setting.admin.query("set session_replication_role = default");
}
