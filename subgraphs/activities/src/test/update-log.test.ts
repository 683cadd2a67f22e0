import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import {
  CANCEL,
  type CalendarSetting,
  HOLD,
  JOIN,
  LEAVE,
  RECORD,
  RESCHEDULE,
  createCalendarSetting,
  on,
  scheduled,
} from "./calendar-setting.ts";
import { openTransaction } from "./open-transaction.ts";
import { FOLLOW, type Stretch, readSince } from "./update-log-setting.ts";

let setting: CalendarSetting;
beforeAll(async () => {
  setting = await createCalendarSetting();
});
afterAll(async () => {
  await setting?.[Symbol.asyncDispose]();
});

const since = (viewer: Viewer, variables: object = {}): Promise<Stretch> =>
  readSince(setting, viewer, variables);

/** Where the log ends now, for tests that look at what they do themselves. */
const now = async (): Promise<string> => (await since(ANONYMOUS)).endPosition;
const types = (stretch: Stretch): string[] => stretch.nodes.map(({ type }) => type);

async function done(query: string, input: object, viewer = setting.secretary): Promise<void> {
  const { message } = await setting.call(viewer, query, { input });
  if (message !== undefined) throw new Error(message);
}

describe("the update log", () => {
  it("has one entry for each change of the state and of who takes part, in order", async () => {
    const after = await now();
    const { a, b } = setting.units;
    const id = await scheduled({ ...setting, secretary: setting.liaison(a) });
    await done(RESCHEDULE, { id, during: on("2026-03-12") });
    await done(JOIN, { id, organizationId: b }, setting.liaison(b));
    await done(JOIN, { id, organizationId: b }, setting.liaison(b));
    await done(LEAVE, { id, organizationId: b }, setting.liaison(b));
    setting.clock.now = new Date("2026-03-12T04:00:00Z");
    await done(RECORD, { id, organizationId: a, attendance: 7 });
    const other = await scheduled(setting, { during: on("2026-03-20") });
    await done(CANCEL, { id: other, reason: "下雨" });
    const third = await scheduled(setting, { during: on("2026-03-12") });
    await done(HOLD, { id: third });
    const found = await since(setting.secretary, { after });
    expect(types(found)).toEqual([
      "SCHEDULED",
      "RESCHEDULED",
      "PARTICIPANT_JOINED",
      "PARTICIPANT_LEFT",
      "HELD",
      "ATTENDANCE_RECORDED",
      "SCHEDULED",
      "CANCELLED",
      "SCHEDULED",
      "HELD",
    ]);
    expect(found.nodes.map(({ activity }) => activity?.id)).toEqual([
      ...Array.from({ length: 6 }, () => id),
      other,
      other,
      third,
      third,
    ]);
    expect(found.hasMore).toBe(false);
  });

  it("has nothing of a change that was refused", async () => {
    const id = await scheduled(setting);
    const after = await now();
    const refused = await setting.call(setting.secretary, CANCEL, {
      input: { id, reason: "下雨", version: 9 },
    });
    expect(refused.code).toBe("CONFLICT");
    expect(await since(setting.secretary, { after })).toMatchObject({ nodes: [] });
  });

  it("is read in stretches without gap or overlap, from any position", async () => {
    const after = await now();
    for (let count = 0; count < 7; count++) await scheduled(setting);
    const whole = await since(setting.secretary, { after });
    expect(whole.nodes).toHaveLength(7);
    const ids: string[] = [];
    let position = after;
    for (let more = true; more;) {
      const stretch = await since(setting.secretary, { after: position, first: 3 });
      ids.push(...stretch.nodes.map(({ id }) => id));
      position = stretch.endPosition;
      more = stretch.hasMore;
    }
    expect(ids).toEqual(whole.nodes.map(({ id }) => id));
    for (const [at, node] of whole.nodes.entries()) {
      const rest = await since(setting.secretary, { after: node.position });
      expect(rest.nodes).toEqual(whole.nodes.slice(at + 1));
    }
  });

  it("is never read past what an open transaction may still write", async () => {
    const after = await now();
    await using early = await openTransaction(setting);
    const first = await early.append();
    await scheduled(setting);
    await using late = await openTransaction(setting);
    const third = await late.append();
    const meanwhile = await since(setting.secretary, { after });
    expect(meanwhile.nodes).toEqual([]);
    await early.commit();
    const then = await since(setting.secretary, { after: meanwhile.endPosition });
    expect(then.nodes[0]?.activity?.id).toBe(first);
    expect(then.nodes).toHaveLength(2);
    await late.commit();
    const last = await since(setting.secretary, { after: then.endPosition });
    expect(last.nodes.map(({ activity }) => activity?.id)).toEqual([third]);
  });

  it("waits for nobody who writes elsewhere, or gave up", async () => {
    const after = await now();
    await using elsewhere = await openTransaction(setting);
    await elsewhere.client.query("select pg_current_xact_id()");
    await using undone = await openTransaction(setting);
    await undone.append();
    await undone.client.query("rollback");
    // After a crash those numbers may be given once more: no position goes as far, and no reader is lost.
    const { rows } = await setting.admin.query(
      "select max(number)::integer as newest, activities.last_update_number()::integer as given from activities.activity_update",
    );
    expect(rows[0].given).toBeGreaterThan(rows[0].newest);
    const meanwhile = await now();
    await setting.admin.query("select setval('activities.activity_update_number_seq', $1)", [
      rows[0].newest,
    ]);
    await scheduled(setting);
    expect((await since(setting.secretary, { after: meanwhile })).nodes).toHaveLength(1);
    expect((await since(setting.secretary, { after })).nodes).toHaveLength(1);
  });

  it("is for each viewer what the viewer may see of it", async () => {
    const after = await now();
    const { a, c, stranger } = setting.units;
    await scheduled(setting, { audience: "COMMITTEE" });
    await scheduled(setting, { audience: "PUBLIC" });
    await scheduled(setting, { audience: "PARTIES" });
    const count = async (viewer: Viewer) => (await since(viewer, { after })).nodes.length;
    expect(await count(ANONYMOUS)).toBe(1);
    expect(await count(setting.liaison(stranger))).toBe(1);
    expect(await count(setting.liaison(c))).toBe(2);
    expect(await count(setting.liaison(a))).toBe(3);
    expect(await count(setting.secretary)).toBe(3);
    // A unit that is no member any more: the same person, asked after with what the records say now.
    const left = { ...setting.liaison(c), committeeIds: [] };
    expect(await count(left)).toBe(1);
  });

  it("is filtered by committee, unit, region, kind and type", async () => {
    const after = await now();
    const { a, b } = setting.units;
    const id = await scheduled(setting, { kind: "TRAINING" });
    await scheduled(setting, { hostId: b });
    await done(CANCEL, { id, reason: "下雨" });
    const filtered = async (filter: object) =>
      types(await since(setting.secretary, { after, filter }));
    expect(await filtered({ kinds: ["TRAINING"] })).toEqual(["SCHEDULED", "CANCELLED"]);
    expect(await filtered({ types: ["CANCELLED"] })).toEqual(["CANCELLED"]);
    expect(await filtered({ organizationId: b })).toEqual(["SCHEDULED"]);
    expect(await filtered({ organizationId: a })).toHaveLength(2);
    expect(await filtered({ committeeId: setting.committeeId })).toHaveLength(3);
    expect(await filtered({ committeeId: a })).toEqual([]);
    expect(await filtered({ regionCode: "999999" })).toEqual([]);
  });

  it("tells live what it gives when it is asked, for every viewer and filter", async () => {
    const { a, b, c, stranger } = setting.units;
    const viewers = [
      ANONYMOUS,
      setting.secretary,
      setting.seat,
      ...[a, c, stranger].map((id) => setting.liaison(id)),
    ];
    const region = (
      await setting.admin.query("select region_path from organizations.committee where id = $1", [
        setting.committeeId,
      ])
    ).rows[0].region_path.filter((code: string | null) => code !== null);
    const filters = [
      {},
      { committeeId: setting.committeeId },
      { committeeId: a },
      { organizationId: b },
      { organizationId: randomUUID() },
      { kinds: ["TRAINING", "SERVICE"] },
      { kinds: [] },
      { types: ["CANCELLED", "PARTICIPANT_JOINED"] },
      { organizationId: a, kinds: ["TRAINING"], types: ["SCHEDULED"] },
      ...[...region, "999999"].map((regionCode) => ({ regionCode })),
    ];
    const after = await now();
    const ending = new AbortController();
    const live = viewers.flatMap((viewer) =>
      filters.map((filter) => {
        const ids: string[] = [];
        const read = async (): Promise<void> => {
          const variables = { filter, after };
          for await (const { data } of setting.follow(viewer, {
            query: FOLLOW,
            variables,
            signal: ending.signal,
          }))
            if (data) ids.push(data.activityUpdates.id);
        };
        return { viewer, filter, ids, done: read() };
      }),
    );
    for (const audience of ["PUBLIC", "ALLIANCE", "COMMITTEE", "PARTIES"]) {
      for (const kind of ["TRAINING", "CULTURE"]) {
        const id = await scheduled(setting, { audience, kind, hostId: kind === "CULTURE" ? b : a });
        if (audience === "COMMITTEE") {
          await done(JOIN, { id, organizationId: c }, setting.liaison(c));
          await done(CANCEL, { id, reason: "下雨" });
        }
      }
    }
    // What everybody sees comes last: whoever was told of it has been told of all that is before it.
    await scheduled(setting, { audience: "PUBLIC" });
    for (const { viewer, filter, ids } of live) {
      const given = (await since(viewer, { after, filter })).nodes.map(({ id }) => id);
      while (ids.length < given.length) await new Promise((resolve) => setTimeout(resolve, 5));
      expect({ subject: viewer.subject, filter, ids }).toEqual({
        subject: viewer.subject,
        filter,
        ids: given,
      });
    }
    ending.abort();
    await Promise.all(live.map(({ done: ended }) => ended));
  });
});
