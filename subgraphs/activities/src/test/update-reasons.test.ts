import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import {
  CANCEL,
  type CalendarSetting,
  HOLD,
  RESCHEDULE,
  UPDATE,
  createCalendarSetting,
  on,
  scheduled,
} from "./calendar-setting.ts";

const FIELDS = "type reason correctedFields previously { startsAt endsAt } activity { startsAt }";
const SINCE = `query ($after: String) { activityUpdatesSince(after: $after) { endPosition nodes { ${FIELDS} } } }`;
const FOLLOW = `subscription ($after: String) { activityUpdates(after: $after) { ${FIELDS} } }`;

let setting: CalendarSetting;
beforeAll(async () => {
  setting = await createCalendarSetting();
});
afterAll(async () => {
  await setting?.[Symbol.asyncDispose]();
});

async function done(query: string, input: object): Promise<void> {
  const { message } = await setting.call(setting.secretary, query, { input });
  if (message !== undefined) throw new Error(message);
}

interface Update {
  readonly activity: object;
  readonly type: string;
  readonly reason: string | null;
  readonly correctedFields: readonly string[] | null;
  readonly previously: { readonly startsAt: string; readonly endsAt: string } | null;
}

async function since(
  after?: string,
): Promise<{ readonly endPosition: string; readonly nodes: Update[] }> {
  const { data, message } = await setting.call(setting.secretary, SINCE, { after });
  if (message !== undefined) throw new Error(message);
  return data.activityUpdatesSince;
}

/** The time of {@link on} for a day, as it is answered. */
const timeOf = (day: string) => ({
  startsAt: `${day}T01:00:00.000Z`,
  endsAt: `${day}T03:00:00.000Z`,
});

/** Everything that can happen to an activity, one after the other; each move is told with the time it replaced. */
async function happenings(): Promise<void> {
  const id = await scheduled(setting);
  await done(UPDATE, { id, title: "更正后的标题", theme: "邻里", kind: "TRAINING" });
  await done(RESCHEDULE, { id, during: on("2026-03-12") });
  await done(RESCHEDULE, { id, during: on("2026-03-13"), reason: "下雨" });
  await done(CANCEL, { id, reason: "场地停用" });
  const other = await scheduled(setting, { during: on("2026-02-20") });
  await done(HOLD, { id: other });
}

const EXPECTED = [
  { type: "SCHEDULED", previously: null, reason: null },
  {
    type: "CORRECTED",
    previously: null,
    reason: null,
    correctedFields: ["title", "kind", "theme"],
  },
  { type: "RESCHEDULED", previously: timeOf("2026-03-11"), reason: null },
  { type: "RESCHEDULED", previously: timeOf("2026-03-12"), reason: "下雨" },
  { type: "CANCELLED", previously: null, reason: "场地停用" },
  { type: "SCHEDULED", previously: null, reason: null },
  { type: "HELD", previously: null, reason: null },
].map((update) => ({ correctedFields: null, ...update }));

describe("an update says what was before, and why", () => {
  it("to whoever polls, and to whoever follows, live or later", async () => {
    const { endPosition: after } = await since();
    const ending = new AbortController();
    const follow = (variables: object) => {
      const updates: Update[] = [];
      const read = async (): Promise<void> => {
        const { signal } = ending;
        for await (const { data } of setting.follow(setting.secretary, {
          query: FOLLOW,
          variables,
          signal,
        }))
          if (data) updates.push(data.activityUpdates);
      };
      return { updates, ended: read() };
    };
    const live = follow({ after });
    await happenings();
    const late = follow({ after });
    const { nodes } = await since(after);
    expect(nodes).toMatchObject(EXPECTED);
    for (const { updates } of [live, late]) {
      while (updates.length < nodes.length) await new Promise((resolve) => setTimeout(resolve, 5));
      expect(updates.map(({ activity: _activity, ...update }) => update)).toEqual(EXPECTED);
    }
    ending.abort();
    await Promise.all([live.ended, late.ended]);
  });

  it("and nothing where the entry is older than that, or the change was rejected", async () => {
    const id = await scheduled(setting);
    await done(RESCHEDULE, { id, during: on("2026-03-12"), reason: "下雨" });
    const { endPosition: after } = await since();
    const rejected = await setting.call(setting.secretary, RESCHEDULE, {
      input: { id, during: on("2026-03-14"), reason: "太热", version: 1 },
    });
    expect(rejected.code).toBe("CONFLICT");
    expect((await since(after)).nodes).toEqual([]);
    await setting.admin.query(
      "update activities.activity_update set previous_starts_at = null, previous_ends_at = null, reason = null where activity_id = $1",
      [id],
    );
    const found = (await since()).nodes.findLast(({ type }) => type === "RESCHEDULED");
    expect(found).toMatchObject({ previously: null, reason: null });
  });

  it("and to nobody who may not see the activity", async () => {
    const { endPosition: after } = await since();
    const id = await scheduled(setting, { audience: "COMMITTEE" });
    await done(CANCEL, { id, reason: "只在委员会里说" });
    for (const viewer of [ANONYMOUS, setting.liaison(setting.units.stranger)]) {
      const { data } = await setting.call(viewer, SINCE, { after });
      expect(data.activityUpdatesSince.nodes).toEqual([]);
    }
  });

  it("and which fields were corrected to nobody who may not see the activity, nor any value of them", async () => {
    const id = await scheduled(setting, { audience: "PARTIES" });
    const { endPosition: after } = await since();
    await done(UPDATE, { id, description: "只给参加的单位看" });
    const seen = await setting.call(setting.secretary, SINCE, { after });
    expect(seen.data.activityUpdatesSince.nodes).toMatchObject([
      { type: "CORRECTED", correctedFields: ["description"] },
    ]);
    expect(JSON.stringify(seen.data)).not.toContain("只给参加的单位看");
    for (const viewer of [ANONYMOUS, setting.liaison(setting.units.stranger)]) {
      const { data } = await setting.call(viewer, SINCE, { after });
      expect(data.activityUpdatesSince.nodes).toEqual([]);
    }
  });

  it("keeps both ends of the previous time or neither, whoever writes", async () => {
    const half = setting.admin.query(
      "update activities.activity_update set previous_starts_at = now(), previous_ends_at = null where type = 'SCHEDULED'",
    );
    await expect(half).rejects.toThrow("activity_update_previously");
  });
});
