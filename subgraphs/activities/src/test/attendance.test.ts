import type { Answer } from "@alliance-hub/testing/answer";
import { randomUUID } from "node:crypto";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { PLACE } from "@alliance-hub/testing/street-committee";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  CANCEL,
  type CalendarSetting,
  JOIN,
  LEAVE,
  RECORD,
  createCalendarSetting,
  on,
  scheduled,
} from "./calendar-setting.ts";

let setting: CalendarSetting;
beforeAll(async () => {
  setting = await createCalendarSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const PAST = { during: on("2026-02-20") };
const join = (id: string, unit: string, viewer = setting.liaison(unit)): Promise<Answer> =>
  setting.call(viewer, JOIN, { input: { id, organizationId: unit } });
const leave = (
  id: string,
  unit: string,
  over: object = {},
  viewer = setting.liaison(unit),
): Promise<Answer> => setting.call(viewer, LEAVE, { input: { id, organizationId: unit, ...over } });
const record = (
  id: string,
  unit: string,
  attendance: number,
  viewer = setting.liaison(unit),
): Promise<Answer> =>
  setting.call(viewer, RECORD, { input: { id, organizationId: unit, attendance } });

/** What is stored: the sum, the ids and the rows, side by side. */
async function stored(id: string) {
  const found = await setting.admin.query(
    `select attendance, participant_ids as ids,
       (select coalesce(sum(p.attendance), 0)::int from activities.participant p where p.activity_id = a.id) as sum,
       (select array_agg(p.organization_id) from activities.participant p
         where p.activity_id = a.id and p.state in ('INVITED', 'JOINED')) as rows
     from activities.activity a where id = $1`,
    [id],
  );
  const { attendance, ids, sum, rows } = found.rows[0];
  return { attendance, sum, ids: ids.toSorted(), rows: rows.toSorted() };
}

describe("taking part", () => {
  it("is one row and one answer, however often a unit joins", async () => {
    const { a, b } = setting.units;
    const id = await scheduled(setting);
    setting.clock.now = new Date(setting.clock.now.getTime() + 1);
    const answers = [await join(id, b), await join(id, b)];
    for (const { data } of answers) {
      const { participants } = data.joinActivity.activity;
      expect(
        participants.map((each: { organization: { id: string } }) => each.organization.id),
      ).toEqual([a, b]);
      expect(data.joinActivity.activity.version).toBe(2);
    }
  });

  it("is said by the unit's own liaison, who sees the activity, or for it by the host or whoever runs the committee", async () => {
    const { a, b, c, base, stranger } = setting.units;
    const id = await scheduled(setting);
    expect((await join(id, c, setting.liaison(b))).code).toBe("FORBIDDEN");
    expect((await join(id, c, setting.seat)).code).toBe("FORBIDDEN");
    expect((await join(id, c, setting.liaison(a))).code).toBeUndefined();
    expect((await join(id, base, setting.secretary)).code).toBeUndefined();
    expect((await leave(id, c, {}, setting.liaison(b))).code).toBe("FORBIDDEN");
    expect((await leave(id, c, {}, setting.liaison(a))).code).toBeUndefined();
    expect((await join(id, stranger)).code).toBe("NOT_FOUND");
    expect((await join(id, randomUUID(), setting.liaison(b))).code).toBe("NOT_FOUND");
    expect((await join("x", b)).code).toBe("NOT_FOUND");
    const open = await scheduled(setting, { audience: "ALLIANCE" });
    expect((await join(open, stranger)).code).toBeUndefined();
    expect((await join(await scheduled(setting, { audience: "PUBLIC" }), b, ANONYMOUS)).code).toBe(
      "UNAUTHENTICATED",
    );
  });

  it("ends when the unit leaves, and takes along what it reported; the host stays", async () => {
    const { a, b } = setting.units;
    const id = await scheduled({ ...setting, secretary: setting.liaison(a) });
    setting.clock.now = new Date(setting.clock.now.getTime() + 1);
    await join(id, b);
    await record(id, b, 30);
    await record(id, a, 12);
    expect((await leave(id, a)).code).toBe("BAD_USER_INPUT");
    const { data } = await leave(id, b);
    expect(data.leaveActivity.activity).toMatchObject({
      attendance: 12,
      participants: [
        { state: "JOINED", organization: { id: a }, attendance: 12 },
        { state: "LEFT", organization: { id: b }, attendance: null },
      ],
    });
    expect((await leave(id, b)).data.leaveActivity.activity.attendance).toBe(12);
  });

  it("answers the same to the same key, but not to who left and sees the activity no more", async () => {
    const { stranger } = setting.units;
    const id = await scheduled(setting, { audience: "ALLIANCE" });
    await join(id, stranger);
    await setting.admin.query("update activities.activity set audience = 'PARTIES' where id = $1", [
      id,
    ]);
    expect((await leave(id, stranger, { idempotencyKey: "gone" })).code).toBeUndefined();
    expect((await leave(id, stranger, { idempotencyKey: "gone" })).code).toBe("NOT_FOUND");
    expect((await leave(id, stranger)).code).toBe("NOT_FOUND");
    const open = await scheduled(setting, { audience: "ALLIANCE" });
    await join(open, stranger);
    const first = await leave(open, stranger, { idempotencyKey: "left" });
    expect((await leave(open, stranger, { idempotencyKey: "left" })).data).toEqual(first.data);
  });

  it("is over for the units once the activity was held or cancelled", async () => {
    const { a, b, c } = setting.units;
    const cancelled = await scheduled(setting);
    await setting.call(setting.secretary, CANCEL, { input: { id: cancelled, reason: "大雨" } });
    const held = await scheduled(setting, PAST);
    await join(held, b);
    await record(held, a, 5);
    for (const answer of [await join(cancelled, b), await join(held, c), await leave(held, b)]) {
      expect(answer.code).toBe("ILLEGAL_TRANSITION");
    }
  });

  it("has a limit", async () => {
    const id = await scheduled(setting);
    await setting.admin.query(
      `update activities.activity set participant_ids = participant_ids || (select array_agg(gen_random_uuid()) from generate_series(1, 999)) where id = $1`,
      [id],
    );
    expect((await join(id, setting.units.b)).message).toContain("1000 units");
  });
});

describe("attendance", () => {
  it("is recorded by the unit, the host or whoever runs the committee, and corrected when recorded again", async () => {
    const { a, b } = setting.units;
    const id = await scheduled(setting);
    await join(id, b);
    const sums = [
      record(id, b, 30),
      record(id, b, 31, setting.liaison(a)),
      record(id, b, 32, setting.secretary),
    ];
    for (const answer of sums) expect((await answer).code).toBeUndefined();
    await record(id, b, 33);
    const { data } = await record(id, a, 7);
    expect(data.recordAttendance.activity).toMatchObject({ state: "SCHEDULED", attendance: 40 });
  });

  it("makes an activity that has started a held one, and can be corrected after", async () => {
    const { a } = setting.units;
    const id = await scheduled(setting, PAST);
    expect((await record(id, a, 50)).data.recordAttendance.activity).toMatchObject({
      state: "HELD",
      attendance: 50,
    });
    expect((await record(id, a, 0)).data.recordAttendance.activity).toMatchObject({
      state: "HELD",
      attendance: 0,
    });
  });

  it("is not recorded by others, for units that take no part, or for what was cancelled", async () => {
    const { a, b, c } = setting.units;
    const id = await scheduled(setting);
    expect((await record(id, a, 1, setting.liaison(b))).code).toBe("FORBIDDEN");
    expect((await record(id, a, 1, setting.seat)).code).toBe("FORBIDDEN");
    const absent = await record(id, c, 1);
    expect([absent.code, absent.message]).toEqual([
      "BAD_USER_INPUT",
      expect.stringContaining("joinActivity"),
    ]);
    for (const attendance of [-1, 1_000_001])
      expect((await record(id, a, attendance)).code).toBe("BAD_USER_INPUT");
    await setting.call(setting.secretary, CANCEL, { input: { id, reason: "大雨" } });
    expect((await record(id, a, 1)).code).toBe("ILLEGAL_TRANSITION");
  });
});

describe("many at once", () => {
  it("join one activity and record: nobody is lost, and the sum is right", async () => {
    const id = await scheduled(setting, { audience: "ALLIANCE", ...PAST });
    const units = Array.from({ length: 40 }, () => randomUUID());
    await setting.admin.query(
      `insert into organizations.organization (id, created_at, updated_at, name, kind, region_code, region_path, alliance_code, search_key, search_grams)
       select unnest($1::uuid[]), now(), now(), '单位', 'OTHER', $2, $3, $4, '', '{}'`,
      [units, ...PLACE],
    );
    const joined = await Promise.all(units.flatMap((unit) => [join(id, unit), join(id, unit)]));
    expect(joined.map(({ code }) => code).filter(Boolean)).toEqual([]);
    const recorded = await Promise.all(units.map((unit, i) => record(id, unit, i)));
    expect(recorded.map(({ code }) => code).filter(Boolean)).toEqual([]);
    const found = await stored(id);
    expect(found).toMatchObject({ attendance: 780, sum: 780, ids: found.rows });
    expect(found.ids).toHaveLength(41);
  });

  it("in any mixture of steps leave sum, ids and rows that agree", async () => {
    const steps = fc.array(
      fc.record({
        unit: fc.constantFrom("a" as const, "b" as const, "c" as const, "base" as const),
        what: fc.constantFrom("join", "leave", "record"),
        count: fc.nat(1_000_000),
      }),
      { minLength: 2, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const id = await scheduled(setting);
        await Promise.all(
          taken.map(({ unit, what, count }) => {
            const organization = setting.units[unit];
            if (what === "record") return record(id, organization, count);
            return what === "join" ? join(id, organization) : leave(id, organization);
          }),
        );
        const { attendance, sum, ids, rows } = await stored(id);
        expect([attendance, ids]).toEqual([sum, rows]);
      }),
      { numRuns: 25 },
    );
  });
});
