import { randomUUID } from "node:crypto";
import { type Viewer, ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { until } from "@alliance-hub/testing/until";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  CANCEL,
  type CalendarSetting,
  JOIN,
  RESCHEDULE,
  createCalendarSetting,
  on,
  scheduled,
} from "./calendar-setting.ts";
import { ARRIVALS, SINCE } from "./notice-calls.ts";

const NOTICES = `query ($filter: NoticeFilter, $first: Int, $after: String) {
  notices(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id position type noun recordId title read organization { id } committee { id } }
  }
}`;
const MARK = `mutation ($input: MarkNoticesReadInput!) { markNoticesRead(input: $input) { unread } }`;

let setting: CalendarSetting;
beforeAll(async () => {
  setting = await createCalendarSetting();
});
afterAll(async () => await setting[Symbol.asyncDispose]());

/** The secretary of the committee, by a seat. */
const secretary = (): Viewer => ({
  ...setting.secretary,
  roles: [
    { role: "SECRETARY", committeeId: setting.committeeId, regionCode: null, organizationId: null },
  ],
});
const read = async (viewer: Viewer, variables: object = {}) => {
  const { data, message } = await setting.call(viewer, NOTICES, variables);
  if (message !== undefined) throw new Error(message);
  return data.notices;
};
const typesOf = (list: { nodes: { type: string; recordId: string }[] }, recordId: string) =>
  list.nodes.filter((node) => node.recordId === recordId).map(({ type }) => type);
const change = async (viewer: Viewer, query: string, input: object): Promise<void> => {
  const { message } = await setting.call(viewer, query, { input });
  if (message !== undefined) throw new Error(message);
};

describe("notices", () => {
  it("tell the units and the committee concerned, and not whoever made the change", async () => {
    const { a, b } = setting.units;
    const id = await scheduled({ ...setting, secretary: secretary() });
    await change(setting.liaison(b), JOIN, { id, organizationId: b });
    await change(setting.liaison(a), RESCHEDULE, { id, during: on("2026-03-12") });
    await change(secretary(), CANCEL, { id, reason: "大雨" });
    const [ofHost, ofUnit, ofCommittee] = [
      await read(setting.liaison(a)),
      await read(setting.liaison(b)),
      await read(secretary()),
    ];
    expect(typesOf(ofHost, id)).toEqual(["CANCELLED", "PARTICIPANT_JOINED", "SCHEDULED"]);
    expect(typesOf(ofUnit, id)).toEqual(["CANCELLED", "RESCHEDULED"]);
    expect(typesOf(ofCommittee, id)).toEqual(["RESCHEDULED"]);
    const [cancelled, moved] = ofUnit.nodes;
    expect(cancelled.title).toBe("“义务植树”已取消（原定3月12日（周四）09:00–11:00）。原因：大雨");
    expect(moved.title).toContain("改期至3月12日（周四）09:00–11:00（原定3月11日（周三）");
    expect(cancelled).toMatchObject({ read: false, organization: { id: b }, committee: null });
  });

  it("reach whoever acts for the secretary as they reach the secretary", async () => {
    const id = await scheduled({ ...setting, secretary: secretary() });
    await change(setting.liaison(setting.units.a), RESCHEDULE, { id, during: on("2026-03-12") });
    const deputy = {
      ...secretary(),
      roles: secretary().roles.map((role) => ({ ...role, role: "DEPUTY" as const })),
    };
    expect(typesOf(await read(deputy), id)).toEqual(["RESCHEDULED"]);
  });

  it("tell whoever reads for a unit and its committee once of each change, wherever they are read", async () => {
    const { a, b } = setting.units;
    const both: Viewer = { ...secretary(), subject: "both", organizationIds: [b] };
    const id = await scheduled({ ...setting, secretary: secretary() });
    await change(setting.liaison(b), JOIN, { id, organizationId: b });
    const { data } = await setting.call(both, SINCE, { first: 100 });
    const after = data.noticesSince.endPosition;
    const before = await read(both, { filter: { unread: true } });
    const ending = new AbortController();
    const arrived: string[] = [];
    const following = (async () => {
      const asked = { query: ARRIVALS, variables: { after }, signal: ending.signal };
      for await (const { data: event } of setting.follow(both, asked))
        if (event) arrived.push(event.noticeArrivals.type);
    })();

    await change(setting.liaison(a), RESCHEDULE, { id, during: on("2026-03-12") });
    await change(setting.liaison(a), CANCEL, { id, reason: "大雨" });
    const { rows } = await setting.admin.query(
      "select from activities.notice where record_id = $1 and type = 'CANCELLED'",
      [id],
    );
    expect(rows).toHaveLength(2);

    const list = await read(both, { filter: { unread: true } });
    expect(typesOf(list, id).slice(0, 2)).toEqual(["CANCELLED", "RESCHEDULED"]);
    expect(list.totalCount).toBe(before.totalCount + 2);
    const { data: polled } = await setting.call(both, SINCE, { after });
    expect(polled.noticesSince.nodes.map(({ type }: { type: string }) => type)).toEqual([
      "RESCHEDULED",
      "CANCELLED",
    ]);
    await until(
      async () => arrived.length,
      (count) => count >= 2,
    );
    // Whatever comes after them has come, too.
    await scheduled({ ...setting, secretary: setting.secretary }, { hostId: b });
    await until(
      async () => arrived.length,
      (count) => count >= 3,
    );
    ending.abort();
    await following;
    expect(arrived).toEqual(["RESCHEDULED", "CANCELLED", "SCHEDULED"]);

    // Read once is read, as the unit and as the committee.
    const [{ id: cancelled }] = list.nodes;
    await setting.call(both, MARK, { input: { ids: [cancelled] } });
    const filters = [{ organizationId: b }, { committeeId: setting.committeeId }];
    for (const filter of filters) {
      const own = await read(both, { filter });
      const found = own.nodes.find(
        (node: { recordId: string; type: string }) =>
          node.recordId === id && node.type === "CANCELLED",
      );
      expect({ filter, read: found?.read }).toEqual({ filter, read: true });
    }
  });

  it("are nobody's but theirs: random viewers get exactly what the rule allows", async () => {
    const { a, b, c, stranger } = setting.units;
    for (const host of [a, b, c]) await scheduled(setting, { hostId: host });
    await setting.admin.query(
      `insert into activities.notice (id, noun, type, record_id, subject, facts, occurred_at)
       values ($1, 'Liaison', 'NAMED', $2, 'p1', '{}', '2026-03-01T04:00:00Z')`,
      [randomUUID(), randomUUID()],
    );
    const { rows: all } = await setting.admin.query(
      `select id, organization_id, committee_id, subject,
        concat_ws(' ', record_id, type, occurred_at, facts) as change from activities.notice order by number`,
    );
    const viewers = fc.record({
      subject: fc.constantFrom("p1", "p2", null),
      kind: fc.constantFrom("PERSON" as const, "PARTNER" as const, "ANONYMOUS" as const),
      organizationIds: fc.subarray([a, b, c, stranger]),
      runsCommitteeIds: fc.subarray([setting.committeeId, randomUUID()]),
    });
    await fc.assert(
      fc.asyncProperty(viewers, async (held) => {
        const scopes = ["activities:read"];
        const viewer = held.kind === "ANONYMOUS" ? ANONYMOUS : { ...ANONYMOUS, ...held, scopes };
        const told = all.filter(
          (row) =>
            viewer.organizationIds.includes(row.organization_id) ||
            viewer.runsCommitteeIds.includes(row.committee_id) ||
            (viewer.kind === "PERSON" && row.subject !== null && row.subject === viewer.subject),
        );
        // Of one change each reader is told once.
        const may = [...new Map(told.toReversed().map((row) => [row.change, row])).values()];
        const list = await read(viewer, { filter: { below: true }, first: 100 });
        const ids = new Set(list.nodes.map(({ id }: { id: string }) => id));
        expect(ids).toEqual(new Set(may.map(({ id }) => id)));
        expect(list.totalCount).toBe(may.length);
      }),
      { numRuns: 30 },
    );
  });

  it("come in pages of constant statements, newest first, each once", async () => {
    const viewer = setting.liaison(setting.units.a);
    const { nodes: all } = await read(viewer, { first: 100 });
    const seen: string[] = [];
    let statements: number | undefined;
    for (let after: string | null = null, more = true; more;) {
      const page = await read(viewer, { first: 2, after });
      statements ??= setting.statements.length;
      expect(setting.statements.length).toBeLessThanOrEqual(statements);
      seen.push(...page.nodes.map(({ id }: { id: string }) => id));
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    expect(seen).toEqual(all.map(({ id }: { id: string }) => id));
    await read(viewer, { first: 100 });
    expect(setting.statements.length).toBeLessThanOrEqual(statements ?? 0);
  });

  it("are read by each person for themselves; who takes over finds them", async () => {
    const viewer = setting.liaison(setting.units.a);
    const successor = { ...viewer, subject: "successor" };
    const { nodes, totalCount } = await read(viewer, { filter: { unread: true } });
    const ids = [nodes[0].id, nodes[1].id];
    const { data } = await setting.call(viewer, MARK, { input: { ids } });
    expect(data.markNoticesRead).toEqual({ unread: totalCount - 2 });
    // Marking again changes nothing.
    await setting.call(viewer, MARK, { input: { ids } });
    const again = await read(viewer, { filter: { unread: true } });
    expect(again.totalCount).toBe(totalCount - 2);
    expect((await read(viewer, { filter: { unread: false } })).totalCount).toBe(2);
    expect((await read(successor, { filter: { unread: true } })).totalCount).toBe(totalCount);
    await setting.call(viewer, MARK, { input: { all: true } });
    expect((await read(viewer, { filter: { unread: true } })).totalCount).toBe(0);
  });

  it("cannot be marked by whoever was not told, by nobody, or by a partner system", async () => {
    const { nodes } = await read(setting.liaison(setting.units.a));
    const ids = [nodes[0].id];
    const mark = async (viewer: Viewer) =>
      (await setting.call(viewer, MARK, { input: { ids } })).code;
    expect(await mark(setting.liaison(setting.units.stranger))).toBe("NOT_FOUND");
    expect(await mark(ANONYMOUS)).toBe("UNAUTHENTICATED");
    const partner = { ...setting.liaison(setting.units.a), kind: "PARTNER" as const };
    expect(await mark({ ...partner, scopes: ["activities:read"] })).toBe("FORBIDDEN");
  });

  it("do not name a record that the reader may no longer see, nor what was written beside it", async () => {
    const { b } = setting.units;
    const id = await scheduled(setting, { audience: "PARTIES", title: "内部谈话" });
    await change(setting.liaison(b), JOIN, { id, organizationId: b }).catch(() => undefined);
    await setting.admin.query(
      `insert into activities.notice (id, noun, type, record_id, organization_id, facts, occurred_at)
       values ($1, 'Activity', 'CANCELLED', $2, $3, $4, '2026-03-01T04:00:00Z')`,
      [
        randomUUID(),
        id,
        b,
        JSON.stringify({
          activity: { record: ["Activity", id] },
          during: { from: "2026-03-11T01:00:00Z", to: "2026-03-11T03:00:00Z" },
          reason: { text: "不便公开" },
        }),
      ],
    );
    const { nodes } = await read(setting.liaison(b), { first: 1 });
    expect(nodes[0].title).toBe("一项活动已取消（原定3月11日（周三）09:00–11:00）");
  });
});
