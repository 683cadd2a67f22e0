import { idsBy } from "@alliance-hub/platform/subgraph/context";
import { until } from "@alliance-hub/testing/until";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { clearReminders, leaveReminders } from "../mechanisms/reminders/leave-reminders.ts";
import { startReminderWorker } from "../mechanisms/reminders/reminder-worker.ts";
import { CANCEL, RESCHEDULE, on, scheduled } from "./calendar-setting.ts";
import { type ReminderSetting, createReminderSetting } from "./reminder-setting.ts";

let setting: ReminderSetting;
beforeAll(async () => {
  setting = await createReminderSetting();
});
afterAll(async () => await setting[Symbol.asyncDispose]());

/** One pass of a process. */
const pass = () =>
  leaveReminders({
    rows: setting.database.rows,
    clock: () => setting.clock.now,
    newId: idsBy(() => setting.clock.now),
  });

describe("processes that remind", () => {
  it("leave each reminder once where several work on one database", async () => {
    setting.at("2026-03-01T12:00");
    const ids: string[] = [];
    for (let count = 0; count < 5; count++)
      ids.push(await scheduled(setting, { during: on("2026-03-11") }));
    setting.at("2026-03-10T09:00");
    const { rows } = setting.database;
    const config = { rows, log: setting.config.log, clock: () => setting.clock.now, idleMs: 5 };
    {
      await using _first = startReminderWorker(config);
      await using _second = startReminderWorker(config);
      await Promise.all([pass(), pass(), pass()]);
      for (const id of ids) {
        await until(
          () => setting.toldOf(id),
          ({ length }) => length >= 2,
        );
      }
    }
    for (const id of ids) expect(await setting.toldOf(id)).toHaveLength(2);
  });

  it("that are killed in the middle leave nothing, and the next one does it once", async () => {
    setting.at("2026-03-12T12:00");
    const id = await scheduled(setting, { during: on("2026-03-21") });
    setting.at("2026-03-20T09:00");
    const { admin } = setting;
    // The process has noted the reminder, and waits to leave the notice.
    await admin.query("begin");
    await admin.query("lock table activities.notice in exclusive mode");
    const killed = pass().catch((err: unknown) => err);
    const { rows: waiting } = await until(
      async () => {
        // Within a transaction it would see the same again and again.
        await admin.query("select pg_stat_clear_snapshot()");
        return await admin.query(
          "select pid from pg_stat_activity where wait_event_type = 'Lock' and query like '%leave_notices%'",
        );
      },
      ({ rowCount }) => rowCount === 1,
    );
    await admin.query("select pg_terminate_backend($1)", [waiting[0].pid]);
    expect(await killed).toBeInstanceOf(Error);
    await admin.query("commit");
    expect(await setting.toldOf(id)).toEqual([]);
    await pass();
    expect(await setting.toldOf(id)).toHaveLength(2);
  });

  it("forget what is long over", async () => {
    await clearReminders(setting.database.rows, new Date("2026-06-01T00:00:00Z"));
    const { rows } = await setting.admin.query(
      "select count(*)::int as left from activities.reminder",
    );
    expect(rows[0].left).toBeGreaterThan(0);
    await clearReminders(setting.database.rows, new Date("2027-01-01T00:00:00Z"));
    const cleared = await setting.admin.query("select 1 from activities.reminder");
    expect(cleared.rows).toEqual([]);
  });
});

describe("whatever happens to an activity", () => {
  it("each unit is reminded once of each time that it had at nine of the day before", async () => {
    let year = 2030;
    const step = fc.oneof(
      fc.record({ move: fc.integer({ min: 1, max: 28 }) }),
      fc.record({ wait: fc.integer({ min: 1, max: 72 }) }),
      fc.record({ passes: fc.integer({ min: 1, max: 3 }) }),
      fc.constant({ cancel: true }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const day = (of: number) => `${year}-03-${String(of).padStart(2, "0")}`;
        year += 1;
        setting.at(`${day(1)}T12:00`);
        const id = await scheduled(setting, { during: on(day(10)) });
        const entered = setting.clock.now.getTime();
        let starts: Date | null = new Date(`${day(10)}T09:00+08:00`);
        const expected = new Set<number>();
        for (const one of steps) {
          if ("wait" in one) {
            setting.clock.now = new Date(setting.clock.now.getTime() + one.wait * 3_600_000);
          } else if ("passes" in one) {
            await Promise.all(Array.from({ length: one.passes }, pass));
            const told = starts && starts.getTime() - 24 * 3_600_000;
            const now = setting.clock.now.getTime();
            // Whoever entered it later than nine of the day before knows.
            const isDue = told !== null && entered <= told && told <= now;
            if (starts && isDue && now < starts.getTime()) expected.add(starts.getTime());
          } else if ("move" in one) {
            const to = on(day(one.move));
            const input = { id, during: to };
            const { code } = await setting.call(setting.secretary, RESCHEDULE, { input });
            if (code === undefined) starts = new Date(to.start);
          } else {
            const input = { id, reason: "大雨" };
            const { code } = await setting.call(setting.secretary, CANCEL, { input });
            if (code === undefined) starts = null;
          }
        }
        expect((await setting.toldOf(id)).length).toBe(2 * expected.size);
      }),
      { numRuns: 25 },
    );
  });
});
