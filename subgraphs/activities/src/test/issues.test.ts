import type { Answer } from "@alliance-hub/testing/answer";
import { randomUUID } from "node:crypto";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type CalendarSetting,
  HOLD,
  createCalendarSetting,
  on,
  scheduled,
} from "./calendar-setting.ts";

const RAISE =
  "mutation ($input: RaiseIssueInput!) { raiseIssue(input: $input) { issue { id state audience deadline owner { id } committee { id } activity { id } } } }";
const RESOLVE =
  "mutation ($input: ResolveIssueInput!) { resolveIssue(input: $input) { issue { state outcome resolvedAt version } } }";
const REPORT = `query ($keys: [_Any!]!) { found: _entities(representations: $keys) {
  ... on Report { activities attendance meetings issuesRaised issuesResolved } } }`;

let setting: CalendarSetting;
beforeAll(async () => {
  setting = await createCalendarSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const raise = (viewer: CalendarSetting["seat"], over: object = {}): Promise<Answer> =>
  setting.call(viewer, RAISE, {
    input: {
      committeeId: setting.committeeId,
      title: "路灯不亮",
      ownerId: setting.units.c,
      ...over,
    },
  });
const raised = async (over: object = {}): Promise<string> =>
  (await raise(setting.secretary, over)).data.raiseIssue.issue.id;
const resolve = (viewer: CalendarSetting["seat"], id: string, over: object = {}): Promise<Answer> =>
  setting.call(viewer, RESOLVE, { input: { id, outcome: "已修好", ...over } });

describe("raising an issue", () => {
  it("is for seats, whoever runs the committee, and liaisons of its units", async () => {
    const { a, base } = setting.units;
    const activityId = await scheduled(setting, { kind: "MEETING" });
    for (const viewer of [
      setting.seat,
      setting.secretary,
      setting.liaison(a),
      setting.liaison(base),
    ]) {
      const { data } = await raise(viewer, { activityId, deadline: "2026-03-01" });
      expect(data.raiseIssue.issue).toMatchObject({
        state: "RAISED",
        audience: "COMMITTEE",
        deadline: "2026-03-01",
        owner: { id: setting.units.c },
        committee: { id: setting.committeeId },
        activity: { id: activityId },
      });
    }
  });

  it("is not for others", async () => {
    expect((await raise(setting.liaison(setting.units.stranger))).code).toBe("FORBIDDEN");
    expect((await raise(ANONYMOUS)).code).toBe("UNAUTHENTICATED");
  });

  it("refuses unknown ids, days gone by, texts out of bounds, and an audience that hides it from who raises it", async () => {
    const { units, seat, secretary } = setting;
    for (const id of ["x", randomUUID()]) {
      for (const over of [{ committeeId: id }, { ownerId: id }, { activityId: id }]) {
        expect((await raise(secretary, over)).code).toBe("NOT_FOUND");
      }
    }
    const hidden = await scheduled(setting, { audience: "PARTIES" });
    expect((await raise(seat, { activityId: hidden })).code).toBe("NOT_FOUND");
    const faults = [
      { deadline: "2026-02-28" },
      { title: "" },
      { title: "长".repeat(10_000) },
      { measure: "长".repeat(501) },
    ];
    for (const over of faults) expect((await raise(secretary, over)).code).toBe("BAD_USER_INPUT");
    expect((await raise(seat, { audience: "PARTIES" })).code).toBe("BAD_USER_INPUT");
    expect((await raise(setting.liaison(units.c), { audience: "PARTIES" })).code).toBeUndefined();
  });

  it("concerns a unit of the committee, or the organisation it stands on", async () => {
    const { base, stranger } = setting.units;
    expect((await raise(setting.seat, { ownerId: base })).code).toBeUndefined();
    for (const viewer of [setting.secretary, setting.liaison(setting.units.a)]) {
      const { code, message } = await raise(viewer, { ownerId: stranger });
      expect([code, message]).toEqual(["BAD_USER_INPUT", expect.stringContaining("joinCommittee")]);
    }
  });

  it("is shown beyond the committee only by whoever runs it", async () => {
    const scopes = ["activities:read", "activities:write"];
    const partner = { ...setting.liaison(setting.units.c), kind: "PARTNER", scopes } as const;
    for (const audience of ["PUBLIC", "ALLIANCE"]) {
      for (const viewer of [setting.seat, setting.liaison(setting.units.c), partner]) {
        const { code, message } = await raise(viewer, { audience });
        expect([audience, code]).toEqual([audience, "FORBIDDEN"]);
        expect(message).toContain(audience);
      }
      expect((await raise(setting.secretary, { audience })).code).toBeUndefined();
      const stranger = await raise(setting.secretary, {
        audience,
        ownerId: setting.units.stranger,
      });
      expect(stranger.code).toBe("BAD_USER_INPUT");
    }
  });

  it("names an activity of the same committee only", async () => {
    const activityId = await scheduled(setting);
    await setting.admin.query(
      "update activities.activity set committee_id = $2, audience = 'PUBLIC' where id = $1",
      [activityId, randomUUID()],
    );
    expect((await raise(setting.secretary, { activityId })).code).toBe("BAD_USER_INPUT");
  });
});

describe("resolving an issue", () => {
  it("is for the owner and whoever runs the committee, once, with what came of it", async () => {
    for (const viewer of [setting.liaison(setting.units.c), setting.secretary]) {
      const id = await raised();
      expect((await resolve(viewer, id, { outcome: "" })).code).toBe("BAD_USER_INPUT");
      const { data } = await resolve(viewer, id, { version: 1 });
      expect(data.resolveIssue.issue).toEqual({
        state: "RESOLVED",
        outcome: "已修好",
        resolvedAt: "2026-03-01T04:00:00.000Z",
        version: 2,
      });
      expect((await resolve(viewer, id, { version: 1 })).code).toBe("CONFLICT");
      expect((await resolve(viewer, id)).code).toBe("ILLEGAL_TRANSITION");
    }
  });

  it("is not for others", async () => {
    const id = await raised();
    for (const viewer of [setting.seat, setting.liaison(setting.units.a)])
      expect((await resolve(viewer, id)).code).toBe("FORBIDDEN");
    const stranger = setting.liaison(setting.units.stranger);
    expect((await resolve(stranger, id)).code).toBe("NOT_FOUND");
    expect((await resolve(ANONYMOUS, id)).code).toBe("UNAUTHENTICATED");
    for (const other of ["x", randomUUID()])
      expect((await resolve(setting.secretary, other)).code).toBe("NOT_FOUND");
    expect((await resolve(ANONYMOUS, await raised({ audience: "PUBLIC" }))).code).toBe(
      "UNAUTHENTICATED",
    );
  });
});

describe("the list of issues", () => {
  it("is filtered by each of its conditions", async () => {
    const { b: ownerId } = setting.units;
    const late = await raised({ ownerId, deadline: "2026-03-05" });
    const activityId = await scheduled(setting);
    const done = await raised({ ownerId, deadline: "2026-03-05", activityId });
    await resolve(setting.secretary, done);
    const conditions: [object, string[]][] = [
      [{}, [done, late]],
      [{ states: ["RESOLVED"] }, [done]],
      [{ states: [] }, []],
      [{ overdueOn: "2026-03-05" }, []],
      [{ overdueOn: "2026-03-06" }, [late]],
      [{ regionCode: "445202" }, [done, late]],
      [{ regionCode: "x" }, []],
      [{ committeeId: setting.committeeId }, [done, late]],
      [{ committeeId: randomUUID() }, []],
      [{ activityId }, [done]],
      [{ activityId: randomUUID() }, []],
    ];
    const query = `query ($filter: IssueFilter, $keys: [_Any!]!) {
      issues(filter: $filter) { nodes { id } }
      found: _entities(representations: $keys) { ... on Committee { issues(filter: $filter) { nodes { id } } } } }`;
    const keys = [{ __typename: "Committee", id: setting.committeeId }];
    for (const [condition, expected] of conditions) {
      const filter = { ownerId, ...condition };
      const { data } = await setting.call(setting.secretary, query, { filter, keys });
      const ids = [data.issues, data.found[0].issues].map(({ nodes }) =>
        nodes.map(({ id }: { id: string }) => id).toSorted(),
      );
      expect([condition, ...ids]).toEqual([condition, expected.toSorted(), expected.toSorted()]);
    }
  });
});

describe("the order of issues", () => {
  const query = `query ($filter: IssueFilter, $orderBy: IssueOrder, $after: String, $keys: [_Any!]!) {
    issues(filter: $filter, orderBy: $orderBy, first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }
    found: _entities(representations: $keys) { ... on Committee {
      issues(filter: $filter, orderBy: $orderBy, first: 100) { nodes { id } pageInfo { endCursor } } } } }`;

  it("is by deadline if asked for: unresolved first, those without a deadline last; page after page", async () => {
    const activityId = await scheduled(setting);
    const made: string[] = [];
    for (const deadline of [null, "2026-03-09", "2026-03-04", null, "2026-03-02", "2026-03-09"]) {
      setting.clock.now = new Date(setting.clock.now.getTime() + 1);
      made.push(await raised({ activityId, deadline }));
    }
    const [none, late, near, alsoNone, done, alsoLate] = made;
    await resolve(setting.secretary, done ?? "");
    await resolve(setting.secretary, none ?? "");
    const keys = [{ __typename: "Committee", id: setting.committeeId }];
    const listed = async (orderBy?: string): Promise<{ ids: string[]; counts: number[] }> => {
      const [ids, counts]: [string[], number[]] = [[], []];
      for (let after = null; ;) {
        const variables = { filter: { activityId }, orderBy, after, keys };
        const { data } = await setting.call(setting.secretary, query, variables);
        counts.push(setting.statements.length);
        ids.push(...data.issues.nodes.map(({ id }: { id: string }) => id));
        if (!data.issues.pageInfo.hasNextPage) {
          expect(data.found[0].issues.nodes.map(({ id }: { id: string }) => id)).toEqual(ids);
          return { ids, counts };
        }
        after = data.issues.pageInfo.endCursor;
      }
    };
    const byDeadline = await listed("DEADLINE_ASCENDING");
    expect(byDeadline.ids).toEqual([near, late, alsoLate, alsoNone, done, none]);
    expect(new Set(byDeadline.counts).size).toBe(1);
    for (const orderBy of [undefined, "NEWEST_FIRST"])
      expect((await listed(orderBy)).ids).toEqual(made.toReversed());
  });

  it("stands in the cursors: one of another order is refused", async () => {
    const variables = { filter: {}, orderBy: "DEADLINE_ASCENDING", keys: [] };
    const { data } = await setting.call(setting.secretary, query, variables);
    const { endCursor: after } = data.issues.pageInfo;
    const other = { filter: {}, orderBy: "NEWEST_FIRST", keys: [], after };
    expect((await setting.call(setting.secretary, query, other)).code).toBe("BAD_USER_INPUT");
  });
});

describe("the report", () => {
  it("counts what was held and raised on the days, in Asia/Shanghai, in the place and below", async () => {
    const report = async (regionCode: string, from: string, to: string) =>
      (
        await setting.call(ANONYMOUS, REPORT, {
          keys: [{ __typename: "Report", regionCode, from, to }],
        })
      ).data.found[0];
    const nothing = {
      activities: 0,
      attendance: 0,
      meetings: 0,
      issuesRaised: 0,
      issuesResolved: 0,
    };
    setting.clock.now = new Date("2026-06-10T16:00:00Z");
    const lastMinute = { start: "2026-06-10T23:59:00+08:00", end: "2026-06-11T02:00:00+08:00" };
    const held = [
      await scheduled(setting, { during: lastMinute }),
      await scheduled(setting, { kind: "MEETING", during: on("2026-06-10") }),
      // Between those named alone: no figure moves by it.
      await scheduled(setting, { kind: "MEETING", during: on("2026-06-10"), audience: "PARTIES" }),
    ];
    await scheduled(setting, { during: on("2026-06-10") });
    const attend =
      "mutation ($input: RecordAttendanceInput!) { recordAttendance(input: $input) { activity { id } } }";
    for (const id of held)
      await setting.call(setting.secretary, attend, {
        input: { id, organizationId: setting.units.a, attendance: 21 },
      });
    const empty = await scheduled(setting, { during: on("2026-06-10") });
    await setting.call(setting.secretary, HOLD, { input: { id: empty } });
    await resolve(setting.secretary, await raised());
    await raised();
    await raised({ audience: "PARTIES" });
    expect(await report("445202", "2026-06-10", "2026-06-10")).toEqual({
      ...nothing,
      activities: 2,
      attendance: 42,
      meetings: 1,
    });
    expect(await report("445202001", "2026-06-11", "2026-06-11")).toEqual({
      ...nothing,
      issuesRaised: 2,
      issuesResolved: 1,
    });
    expect(await report("445202001", "2026-06-09", "2026-06-09")).toEqual(nothing);
    expect(await report("unknown", "2026-06-10", "2026-06-11")).toEqual(nothing);
  });
});
