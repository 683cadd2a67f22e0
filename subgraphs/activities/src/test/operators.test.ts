import { randomUUID } from "node:crypto";
import { DISTRICT, STREET } from "@alliance-hub/testing/street-committee";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { until } from "@alliance-hub/testing/until";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { type CalendarSetting, createCalendarSetting } from "./calendar-setting.ts";
import { confirmed, outboxStates } from "./mail-notices.ts";
import { type MailReceiver, startMailReceiver } from "./mail-setting.ts";

const CITY = "445200";
const OTHER = "445202002";
/** All places of the test: a city, its district, two streets, and a community of each. */
const PLACES: Readonly<Record<string, readonly (string | null)[]>> = {
  [CITY]: [null, CITY, null, null, null, null],
  [DISTRICT]: [null, CITY, DISTRICT, null, null, null],
  [STREET]: [null, CITY, DISTRICT, STREET, null, null],
  [OTHER]: [null, CITY, DISTRICT, OTHER, null, null],
  [`${STREET}001`]: [null, CITY, DISTRICT, STREET, `${STREET}001`, null],
  [`${OTHER}001`]: [null, CITY, DISTRICT, OTHER, `${OTHER}001`, null],
};
const LEVELS = ["PROVINCE", "CITY", "DISTRICT", "STREET", "COMMUNITY"];

let setting: CalendarSetting;
let server: MailReceiver;
beforeAll(async () => {
  server = await startMailReceiver();
  setting = await createCalendarSetting({ mail: server.settings });
  setting.clock.now = new Date();
  for (const [code, path] of Object.entries(PLACES))
    await setting.admin.query(
      `insert into organizations.region (code, name, level, path, alliance_code, created_at, updated_at)
       values ($1, '某地', $2, $3, $4, now(), now())
       on conflict (code) do nothing`,
      [code, LEVELS[path.lastIndexOf(code)], path, code === CITY ? null : DISTRICT],
    );
  // The setting has entered these without their city.
  await setting.admin.query("set session_replication_role = replica");
  for (const code of [DISTRICT, STREET])
    await setting.admin.query("update organizations.region set path = $2 where code = $1", [
      code,
      PLACES[code],
    ]);
  await setting.admin.query("set session_replication_role = default");
  // Those of the units that the setting has entered.
  await setting.admin.query(
    "update activities.task set state = 'LAPSED', settled_at = now() where region_path is not null",
  );
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await setting?.[Symbol.asyncDispose]();
});

const operatorOf = (...codes: string[]): Viewer => ({
  ...ANONYMOUS,
  kind: "PERSON",
  subject: `operator of ${codes.join()}`,
  operatorRegionCodes: codes,
});
/** A task of the operators of a place; the id of its record. */
const awaited = async (regionCode: string, recordId: string = randomUUID()): Promise<string> => {
  const facts = { organization: { unit: setting.units.a } };
  const call = { kind: "NAME_LIAISON", recordId, regionCode, state: "OPEN", facts };
  await setting.admin.query("select directory.keep_tasks('Organization', $1, $2, $3)", [
    [recordId],
    JSON.stringify([{ ...call, opensAt: "2026-01-01T00:00:00Z" }]),
    setting.clock.now,
  ]);
  return recordId;
};
/** A notice to the operators of a place; the id of its record. */
const leave = async (regionPath: readonly (string | null)[], readBy: string | null = null) => {
  const recordId = randomUUID();
  const facts = { place: { region: STREET }, from: { day: "2026-03-01" }, reason: null };
  const notice = { noun: "RegionChange", type: "ENDED", recordId, regionPath, readBy, facts };
  await setting.admin.query("select directory.leave_notices($1, $2)", [
    JSON.stringify([{ id: randomUUID(), ...notice }]),
    setting.clock.now,
  ]);
  return recordId;
};
const TASKS = `query ($filter: TaskFilter, $first: Int, $after: String) {
  tasks(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { recordId regionCode } } }`;
const NOTICES = `query ($filter: NoticeFilter, $first: Int, $after: String) {
  notices(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { recordId regionCode read } } }`;
const SINCE = "query { noticesSince(first: 100) { nodes { recordId position } } }";
const ARRIVALS = "subscription ($after: String) { noticeArrivals(after: $after) { recordId } }";
const sorted = (codes: readonly (string | null | undefined)[]): string[] =>
  codes.map(String).toSorted();
/** A list, page after page. */
async function all(viewer: Viewer, query: string, name: string, filter: object = {}) {
  const nodes: { recordId: string; regionCode: string | null; read?: boolean }[] = [];
  for (let after: string | null = null; ;) {
    const { data, message } = await setting.call(viewer, query, { filter, first: 2, after });
    if (message !== undefined) throw new Error(message);
    const { pageInfo, nodes: page, totalCount } = data[name];
    nodes.push(...page);
    if (!pageInfo.hasNextPage) {
      expect(totalCount).toBe(nodes.length);
      return nodes;
    }
    after = pageInfo.endCursor;
  }
}

describe("operators", () => {
  it("see what awaits them and what they were told in the places of their appointments and below, once", async () => {
    const tasks = new Map<string, string>();
    const notices = new Map<string, string>();
    for (const [code, path] of Object.entries(PLACES)) {
      tasks.set(await awaited(code), code);
      notices.set(await leave(path), code);
    }
    const codes = fc.uniqueArray(fc.constantFrom(...Object.keys(PLACES), "445203"));
    await fc.assert(
      fc.asyncProperty(codes, async (appointed) => {
        const viewer = operatorOf(...appointed);
        const covered = Object.entries(PLACES)
          .filter(([, path]) => appointed.some((code) => path.includes(code)))
          .map(([code]) => code)
          .toSorted();
        const [shown, told] = [
          await all(viewer, TASKS, "tasks"),
          await all(viewer, NOTICES, "notices"),
        ];
        expect(sorted(shown.map(({ regionCode }) => regionCode))).toEqual(covered);
        for (const { recordId, regionCode } of shown) expect(tasks.get(recordId)).toBe(regionCode);
        expect(sorted(told.map(({ recordId }) => notices.get(recordId)))).toEqual(covered);
        const { data } = await setting.call(viewer, SINCE);
        const since = data.noticesSince.nodes as { recordId: string }[];
        expect(sorted(since.map(({ recordId }) => notices.get(recordId)))).toEqual(covered);
      }),
      { numRuns: 30 },
    );
  });

  it("see nothing where they ask for what came to a unit", async () => {
    await leave(PLACES[STREET] ?? []);
    const filter = { organizationId: setting.units.a };
    expect(await all(operatorOf(DISTRICT), NOTICES, "notices", filter)).toEqual([]);
    expect(await all(operatorOf(DISTRICT), TASKS, "tasks", filter)).toEqual([]);
  });

  it("are awaited where the record comes to lie, by one and the same task", async () => {
    const recordId = await awaited(STREET);
    const idOf = async () =>
      (await setting.admin.query("select id from activities.task where record_id = $1", [recordId]))
        .rows;
    const before = await idOf();
    await awaited(OTHER, recordId);
    expect(await idOf()).toEqual(before);
    const of = async (code: string) =>
      (await all(operatorOf(code), TASKS, "tasks")).filter((one) => one.recordId === recordId);
    expect(await of(STREET)).toEqual([]);
    expect(await of(OTHER)).toEqual([{ recordId, regionCode: OTHER }]);
  });

  it("follow what they are told while it arrives, and nothing else", async () => {
    const viewer = operatorOf(STREET);
    await leave(PLACES[STREET] ?? []);
    const known = await leave(PLACES[STREET] ?? []);
    const { data } = await setting.call(viewer, SINCE);
    const after: string = data.noticesSince.nodes.at(-2).position;
    const ending = new AbortController();
    const arrived: string[] = [];
    const following = (async () => {
      const asked = { query: ARRIVALS, variables: { after }, signal: ending.signal };
      for await (const { data: event } of setting.follow(viewer, asked))
        if (event) arrived.push(event.noticeArrivals.recordId);
    })();
    const came = (count: number) =>
      until(
        async () => arrived.length,
        (length) => length >= count,
      );
    await came(1);
    await leave(PLACES[OTHER] ?? []);
    const wanted = await leave(PLACES[`${STREET}001`] ?? []);
    await came(2);
    ending.abort();
    await following;
    expect(arrived).toEqual([known, wanted]);
  });

  it("have read what they did themselves; the others have not", async () => {
    const viewer = operatorOf(STREET);
    const recordId = await leave(PLACES[STREET] ?? [], viewer.subject);
    const readBy = async (who: Viewer) =>
      (await all(who, NOTICES, "notices")).find((one) => one.recordId === recordId)?.read;
    expect(await readBy(viewer)).toBe(true);
    expect(await readBy(operatorOf(DISTRICT))).toBe(false);
  });

  it("are mailed by the same rule, but not what they did themselves", async () => {
    await using _work = setting.subgraph.work?.();
    const appointed: Record<string, Awaited<ReturnType<typeof confirmed>>> = {};
    for (const code of [CITY, STREET, OTHER]) {
      const person = await confirmed(setting, server);
      await setting.admin.query(
        `insert into members.appointment (id, created_at, updated_at, subject, role, region_code, region_path)
         values ($1, now(), now(), $2, 'OPERATOR', $3, $4)`,
        [randomUUID(), person.subject, code, PLACES[code]],
      );
      appointed[code] = person;
    }
    await until(
      async () =>
        (await setting.admin.query("select number from activities.mail_cursor")).rows[0].number,
      (number) => number !== null,
    );
    await leave(PLACES[STREET] ?? [], appointed[CITY]?.subject);
    await leave(PLACES[DISTRICT] ?? []);
    const newest = await setting.admin.query(
      "select max(number)::int as newest from activities.notice",
    );
    await until(
      async () =>
        (await setting.admin.query("select number::int from activities.mail_cursor")).rows[0]
          .number,
      (number) => number === newest.rows[0].newest,
    );
    setting.clock.now = new Date(setting.clock.now.getTime() + 60_000);
    await until(
      () => outboxStates(setting),
      (states) => states.every((state) => !state.endsWith("PENDING")),
    );
    const mails = (code: string) => server.to(appointed[code]?.address ?? "").length - 1;
    expect({ city: mails(CITY), street: mails(STREET), other: mails(OTHER) }).toEqual({
      city: 1,
      street: 1,
      other: 0,
    });
  });
});
