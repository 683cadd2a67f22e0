import { randomUUID } from "node:crypto";
import { type Database, connectDatabase } from "@alliance-hub/platform/database/connect";
import { createLog } from "@alliance-hub/platform/log/log";
import { lockWaits } from "@alliance-hub/testing/lock-waits";
import { until } from "@alliance-hub/testing/until";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { createContext } from "../context.ts";
import { type MembersTables, SCHEMA, entities } from "../database.ts";
import { carryOutLeavings } from "../mechanisms/leaving/leaving-worker.ts";
import { createMembersSubgraph } from "../subgraph.ts";
import {
  type CommitteeSetting,
  DISTRICT,
  LEAVE,
  type MembersSetting,
  createMembersSetting,
  memberUnit,
} from "./members-setting.ts";
import { openBetween, recordsBetween } from "./open-records.ts";

const log = createLog({ level: "fatal", name: "test" });
const LAST_DAY = "2026-03-20";
/** The last second of that day, and the first of the next one. */
const BEFORE = new Date("2026-03-20T23:59:59+08:00");
const AFTER = new Date("2026-03-21T00:00:00+08:00");

let setting: MembersSetting;
let database: Database<MembersTables>;
beforeAll(async () => {
  setting = await createMembersSetting();
  database = await connectDatabase<MembersTables>({ url: setting.url, schema: SCHEMA }, entities);
});
afterAll(async () => {
  await database.close();
  await setting[Symbol.asyncDispose]();
});
beforeEach(async () => {
  await setting.admin.query(
    "update members.membership set leaves_on = null, leaving_reason = null, settlements = null",
  );
});

const workAt = (now: Date) => {
  const clock = () => now;
  const config = { databaseUrl: setting.url, log, clock };
  const signal = new AbortController().signal;
  return {
    clock,
    contextFor: (viewer: Viewer) =>
      createContext({ config, database, request: { viewer, requestId: "leaving", signal } }),
  };
};

interface Planned {
  readonly committee: CommitteeSetting;
  readonly unit: string;
  readonly membershipId: string;
  readonly issue: string;
  /** The unit that takes the issue over. */
  readonly heir: string;
}

/** A unit that leaves when the last day is over, and owns an issue that another unit takes over. */
async function planned(): Promise<Planned> {
  const committee = await setting.committee();
  const { id: unit, membershipId } = await memberUnit(setting, committee, "2025-01-01");
  const { id: heir } = await memberUnit(setting, committee, "2025-01-01");
  const others = [heir, heir] as const;
  const records = recordsBetween(setting.admin, { committeeId: committee.id, unit, others });
  const issue = await records.issue();
  const settlement = { noun: "Issue", recordId: issue, how: "HAND_OVER", toOrganizationId: heir };
  const { message } = await setting.call(setting.liaison(unit), LEAVE, {
    input: {
      id: membershipId,
      reason: "单位迁出",
      leavesOn: LAST_DAY,
      settlements: [settlement],
    },
  });
  expect(message).toBeUndefined();
  return { committee, unit, membershipId, issue, heir };
}

const membership = async ({ membershipId }: Planned) =>
  (
    await setting.admin.query(
      "select left_on::text, leave_reason, leaves_on::text from members.membership where id = $1",
      [membershipId],
    )
  ).rows[0];
const LEFT = { left_on: LAST_DAY, leave_reason: "单位迁出", leaves_on: null };
const STAYS = { left_on: null, leave_reason: null, leaves_on: LAST_DAY };
const entriesOf = async ({ membershipId }: Planned) =>
  (
    await setting.admin.query(
      "select subject from audit.entry where record_id = $1 and action = 'leaveCommittee' order by id",
      [membershipId],
    )
  ).rows.map(({ subject }) => subject);

const toldOf = async (recordId: string) =>
  (
    await setting.admin.query(
      `select type || ' ' || coalesce(organization_id, committee_id) as told from activities.notice
       where record_id = $1 and type <> 'JOINED' order by 1`,
      [recordId],
    )
  ).rows.map(({ told }) => told);

describe("a leaving that is planned", () => {
  it("is carried out when its last day is over, and not before", async () => {
    const one = await planned();
    expect(await carryOutLeavings(workAt(BEFORE))).toBe(0);
    expect(await membership(one)).toEqual(STAYS);
    expect(await carryOutLeavings(workAt(AFTER))).toBe(1);
    expect(await membership(one)).toEqual(LEFT);
    const pair = { committeeId: one.committee.id, unit: one.unit };
    expect(await openBetween(setting.admin, pair)).toEqual([]);
    expect(await entriesOf(one)).toEqual([setting.liaison(one.unit).subject, "command:leaving"]);
    const { rows } = await setting.admin.query(
      "select details, organization_id from audit.entry where record_id = $1 and subject = 'command:leaving'",
      [one.membershipId],
    );
    expect(rows).toMatchObject([{ details: { settled: 1 }, organization_id: one.unit }]);
    expect(await carryOutLeavings(workAt(AFTER))).toBe(0);
  });

  it("tells whoever is concerned once it is carried out, and not before", async () => {
    const one = await planned();
    expect(await toldOf(one.issue)).toEqual([]);
    await carryOutLeavings(workAt(AFTER));
    const concerned = [one.unit, one.heir, one.committee.id];
    expect(await toldOf(one.issue)).toEqual(concerned.map((id) => `HANDED_OVER ${id}`).toSorted());
    // The unit has planned it itself.
    expect(await toldOf(one.membershipId)).toEqual(
      [`LEAVING ${one.committee.id}`, `LEFT ${one.committee.id}`, `LEFT ${one.unit}`].toSorted(),
    );
  });

  it("ends rights with its last day, even before it is carried out", async () => {
    const one = await planned();
    const subject = randomUUID();
    await setting.admin.query(
      `insert into members.liaison (id, created_at, updated_at, organization_id, subject, name, region_code, region_path, alliance_code)
       values (gen_random_uuid(), now(), now(), $1, $2, '-', '-', array[null, null, $3, null, null, null], $3)`,
      [one.unit, subject, DISTRICT],
    );
    expect((await setting.standing(subject, LAST_DAY)).committeeIds).toContain(one.committee.id);
    expect((await setting.standing(subject, "2026-03-21")).committeeIds).toEqual([]);
  });

  it("that was called off is not carried out", async () => {
    const one = await planned();
    await setting.call(
      one.committee.secretary,
      "mutation ($input: CallOffLeavingInput!) { callOffLeaving(input: $input) { membership { id } } }",
      { input: { id: one.membershipId } },
    );
    expect(await carryOutLeavings(workAt(AFTER))).toBe(0);
    expect(await membership(one)).toEqual({ ...STAYS, leaves_on: null });
  });

  it("takes what has become open since as is usual, and leaves what is over", async () => {
    const one = await planned();
    await setting.admin.query(
      "update activities.issue set state = 'RESOLVED', resolved_at = now(), outcome = '已修好' where id = $1",
      [one.issue],
    );
    const others = [one.unit, one.unit] as const;
    const pair = { committeeId: one.committee.id, unit: one.unit };
    const records = recordsBetween(setting.admin, { ...pair, others });
    await records.need();
    await carryOutLeavings(workAt(AFTER));
    expect(await openBetween(setting.admin, pair)).toEqual([]);
    const { rows } = await setting.admin.query(
      "select outcome from activities.issue where id = $1",
      [one.issue],
    );
    expect(rows).toEqual([{ outcome: "已修好" }]);
  });

  it("is carried out once, however many processes find it at the same moment", async () => {
    const one = await planned();
    const done = await Promise.all(
      Array.from({ length: 4 }, () => carryOutLeavings(workAt(AFTER))),
    );
    expect(done.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await entriesOf(one)).toHaveLength(2);
  });

  it("is still to be done after a crash in the middle, and then done whole", async () => {
    const one = await planned();
    // It waits for the issue, with the membership ended in its transaction, and dies there.
    await setting.admin.query("begin");
    await setting.admin.query("select from activities.issue where id = $1 for update", [one.issue]);
    const dying = carryOutLeavings(workAt(AFTER)).catch((error: unknown) => error);
    await lockWaits(setting.admin);
    await setting.admin.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
    );
    expect(await dying).toBeInstanceOf(Error);
    await setting.admin.query("rollback");
    expect(await membership(one)).toEqual(STAYS);
    expect(await carryOutLeavings(workAt(AFTER))).toBe(1);
    expect(await membership(one)).toEqual(LEFT);
    expect(await entriesOf(one)).toHaveLength(2);
  });

  it("is carried out by the subgraph's own work, also where one of them cannot be", async () => {
    const stuck = await planned();
    const one = await planned();
    // Its committee is nowhere to be found.
    await setting.admin.query(
      "update members.membership set committee_id = gen_random_uuid() where id = $1",
      [stuck.membershipId],
    );
    await using subgraph = await createMembersSubgraph({
      databaseUrl: setting.url,
      log,
      clock: () => AFTER,
    });
    const work = subgraph.work?.();
    await until(
      () => membership(one),
      ({ left_on: leftOn }) => leftOn === LAST_DAY,
    );
    await work?.[Symbol.asyncDispose]();
    expect(await membership(stuck)).toEqual(STAYS);
  });
});
