import { randomUUID } from "node:crypto";
import { ANONYMOUS, type Viewer, viewerWithin } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { can } from "../nouns/task/task.policy.ts";
import { TaskState } from "../vocabulary/task-state.ts";
import { type CalendarSetting, createCalendarSetting } from "./calendar-setting.ts";

let setting: CalendarSetting;
beforeAll(async () => {
  setting = await createCalendarSetting();
});
afterAll(async () => await setting[Symbol.asyncDispose]());

const HOUR = 3_600_000;
const TASKS = `query ($filter: TaskFilter, $first: Int, $after: String) {
  tasks(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id state } }
}`;

describe("tasks, for random viewers", () => {
  it("are exactly those that the rule allows, in their state of now, soonest due first, each once", async () => {
    const now = setting.clock.now.getTime();
    const [organizationIds, committeeIds, regionPaths] = [
      [randomUUID(), randomUUID(), randomUUID()],
      [randomUUID(), randomUUID(), randomUUID()],
      [
        [null, "445200", "445202", null, null, null],
        [null, "445200", "445202", "445202001", null, null],
      ],
    ];
    const hours = (options: readonly (number | null)[]) =>
      fc.constantFrom(...options).map((at) => (at === null ? null : new Date(now + at * HOUR)));
    const drawn = fc.sample(
      fc.record({
        to: fc.oneof(
          fc.constantFrom(...organizationIds).map((organizationId) => ({ organizationId })),
          fc.constantFrom(...committeeIds).map((committeeId) => ({ committeeId })),
          fc.constantFrom(...regionPaths).map((regionPath) => ({ regionPath })),
        ),
        noun: fc.constantFrom("Booking", "Issue"),
        kept: fc.constantFrom(...Object.values(TaskState)),
        opensAt: hours([-48, 0, 1]),
        closesAt: hours([null, 0, -1, 1]),
        dueAt: hours([null, -2, 2, 2, 5]),
      }),
      90,
    );
    const stored = drawn.map(({ to, ...task }) => ({
      organizationId: null,
      committeeId: null,
      regionPath: null,
      ...to,
      ...task,
      id: randomUUID(),
    }));
    for (const task of stored)
      await setting.admin.query(
        `insert into activities.task (id, kind, noun, record_id, organization_id, committee_id, region_path, state, opens_at, closes_at, due_at, facts, created_at, settled_at)
         values ($1, 'DECIDE_BOOKING', $2, $1, $3, $4, $5, $6, $7, $8, $9, '{}', now(), case when $6 <> 'OPEN' then now() end)`,
        [
          task.id,
          task.noun,
          task.organizationId,
          task.committeeId,
          task.regionPath,
          task.kept,
          task.opensAt,
          task.closesAt,
          task.dueAt,
        ],
      );
    type Task = (typeof stored)[number];
    const stateOf = ({ kept, closesAt }: Task): TaskState =>
      kept === "OPEN" && closesAt !== null && closesAt.getTime() <= now ? "LAPSED" : kept;
    const standing = fc
      .record({
        kind: fc.constantFrom("PERSON", "PERSON", "PARTNER" as const),
        organizationIds: fc.subarray(organizationIds),
        runsCommitteeIds: fc.subarray(committeeIds),
        belowOrganizationIds: fc.subarray(organizationIds),
        operatorRegionCodes: fc.subarray(["445200", "445202", "445202001", "445202002"]),
        seats: fc.subarray(committeeIds),
        scopes: fc.subarray(["activities:read", "activities:write"]),
      })
      .map(({ seats, ...held }): Viewer => {
        // Whose seats these are: of what is below them the viewer is no secretary by a seat.
        const roles = seats.map((committeeId) => ({
          role: "SECRETARY" as const,
          committeeId,
          regionCode: null,
          organizationId: null,
        }));
        // Those below are others than the viewer's own.
        const belowOrganizationIds = held.belowOrganizationIds.filter(
          (id) => !held.organizationIds.includes(id),
        );
        return { ...ANONYMOUS, subject: "s1", ...held, belowOrganizationIds, roles };
      });
    const filters = fc.record({
      below: fc.constantFrom(true, true, false),
      nouns: fc.constantFrom<string[] | null>(null, ["Issue"]),
      states: fc.constantFrom<TaskState[] | null>(null, ["LAPSED"], Object.values(TaskState)),
      dueBefore: fc.constantFrom(null, new Date(now + 3 * HOUR)),
      organizationId: fc.constantFrom(null, null, ...organizationIds),
      committeeId: fc.constantFrom(null, null, null, ...committeeIds),
    });
    type Filter = typeof filters extends fc.Arbitrary<infer One> ? One : never;
    const isWanted = (task: Task, viewer: Viewer, filter: Filter) => {
      const { committeeId, organizationId, regionPath, dueAt, opensAt } = task;
      const own = viewer.roles.some((role) => role.committeeId === committeeId);
      const isBelow = filter.below || filter.committeeId !== null;
      const ownUnit = organizationId === null || viewer.organizationIds.includes(organizationId);
      return (
        (opensAt?.getTime() ?? 0) <= now &&
        (committeeId === null || own || isBelow) &&
        (ownUnit || filter.below || filter.organizationId !== null) &&
        (filter.organizationId === null || filter.organizationId === organizationId) &&
        (filter.committeeId === null || filter.committeeId === committeeId) &&
        (regionPath === null || (filter.organizationId ?? filter.committeeId) === null) &&
        (filter.nouns?.includes(task.noun) ?? true) &&
        (filter.states ?? ["OPEN"]).includes(stateOf(task)) &&
        (filter.dueBefore === null || (dueAt !== null && dueAt < filter.dueBefore))
      );
    };
    await fc.assert(
      fc.asyncProperty(standing, filters, fc.integer({ min: 1, max: 7 }), async (...drawnAll) => {
        const [viewer, filter, first] = drawnAll;
        const within = viewerWithin(viewer, "activities");
        const expected = stored
          .filter((task) => can(within, "read", task) && isWanted(task, within, filter))
          .map((task) => ({ ...task, due: task.dueAt?.getTime() ?? Infinity }))
          .toSorted((one, other) =>
            one.due === other.due ? (one.id < other.id ? -1 : 1) : one.due - other.due,
          )
          .map((task) => ({ id: task.id, state: stateOf(task) }));
        const found: unknown[] = [];
        for (let after: string | null = null, more = true; more;) {
          const dueBefore = filter.dueBefore?.toISOString();
          const variables = { filter: { ...filter, dueBefore }, first, after };
          const { data, message } = await setting.call(viewer, TASKS, variables);
          expect(message).toBeUndefined();
          expect(data.tasks.totalCount).toBe(expected.length);
          found.push(...data.tasks.nodes);
          after = data.tasks.pageInfo.endCursor;
          more = data.tasks.pageInfo.hasNextPage;
        }
        expect(found).toEqual(expected);
      }),
      { numRuns: 80 },
    );
    expect((await setting.call(ANONYMOUS, TASKS)).data?.tasks.nodes ?? []).toEqual([]);
  });
});

describe("mail settings, for random viewers", () => {
  it("are exactly each person's own", async () => {
    const subjects = ["person-1", "person-2", "person-3"];
    for (const subject of subjects)
      await setting.admin.query(
        `insert into activities.mail_setting (id, created_at, updated_at, subject, address, mode, language) values ($1, now(), now(), $2, $2 || '@example.org', 'DAILY', 'ZH_CN')`,
        [randomUUID(), subject],
      );
    const viewers = fc.record({
      kind: fc.constantFrom("PERSON", "PARTNER", "ANONYMOUS" as const),
      subject: fc.constantFrom(...subjects, "person-4", null),
      operatorRegionCodes: fc.subarray(["445202"]),
      organizationIds: fc.subarray([setting.units.a, setting.units.b]),
      scopes: fc.subarray(["activities:read", "activities:write"]),
    });
    await fc.assert(
      fc.asyncProperty(viewers, async (held) => {
        const viewer = { ...ANONYMOUS, ...held };
        const { data } = await setting.call(viewer, "{ mailSettings { address } }");
        const isOwn = viewer.kind === "PERSON" && subjects.includes(viewer.subject ?? "");
        expect(data.mailSettings).toEqual(
          isOwn ? { address: `${viewer.subject}@example.org` } : null,
        );
      }),
      { numRuns: 40 },
    );
  });
});
