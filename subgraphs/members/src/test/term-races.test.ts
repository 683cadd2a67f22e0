import { lockWaits } from "@alliance-hub/testing/lock-waits";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  APPOINT_SEAT,
  type CommitteeSetting,
  END_SEAT,
  LEAVE,
  type MembersSetting,
  START_TERM,
  TODAY,
  createMembersSetting,
  memberUnit,
} from "./members-setting.ts";

let setting: MembersSetting;
beforeAll(async () => {
  setting = await createMembersSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const ROUNDS = 10;

const appoint = (committee: CommitteeSetting, organizationId: string, holderName: string) =>
  setting.call(setting.operator, APPOINT_SEAT, {
    input: { committeeId: committee.id, organizationId, holderName, role: "MEMBER" },
  });
const startTerm = (committee: CommitteeSetting) =>
  setting.call(setting.operator, START_TERM, {
    input: { committeeId: committee.id, number: 2, startsOn: "2026-02-01", endsOn: "2031-01-31" },
  });
const leave = (unit: { membershipId: string }) =>
  setting.call(setting.operator, LEAVE, { input: { id: unit.membershipId, reason: "迁出" } });

/** The seats held, and the states of their terms. */
async function held(committee: CommitteeSetting) {
  const found = await setting.admin.query<{ holder: string; unit: string; state: string }>(
    `select holder_name as holder, organization_id as unit, term.state
     from members.seat join members.term on term.id = seat.term_id
     where seat.committee_id = $1 and until is null and term.state <> 'PAST' order by holder_name`,
    [committee.id],
  );
  return found.rows;
}

/** A committee, a member unit, and a seat that each of them holds. */
async function seated() {
  const committee = await setting.committee();
  const unit = await memberUnit(setting, committee);
  const { data } = await appoint(committee, committee.base, "委员 001");
  await appoint(committee, unit.id, "委员 002");
  return { committee, unit, seatId: data.appointSeat.seat.id };
}

describe("the next term", () => {
  it("does not carry over a seat that is ended while it starts", async () => {
    const { committee, unit, seatId } = await seated();
    await setting.admin.query("begin");
    await setting.admin.query(
      "update members.seat set until = $2, end_reason = '调离' where id = $1",
      [seatId, TODAY],
    );
    const started = startTerm(committee);
    await lockWaits(setting.admin);
    await setting.admin.query("commit");
    expect((await started).code).toBeUndefined();
    expect(await held(committee)).toEqual([
      { holder: "委员 002", unit: unit.id, state: "CURRENT" },
    ]);
  });

  it("leaves no seat to a unit that leaves while it starts", async () => {
    const { committee, unit } = await seated();
    await setting.admin.query("begin");
    // A term of the same number makes the next one wait after it has ended the seats of this.
    await setting.admin.query(
      `insert into members.term (id, created_at, updated_at, committee_id, number, state, starts_on, ends_on)
       values ($1, now(), now(), $2, 2, 'PLANNED', '2026-02-01', '2031-01-31')`,
      [randomUUID(), committee.id],
    );
    const started = startTerm(committee);
    await lockWaits(setting.admin);
    const left = leave(unit);
    await lockWaits(setting.admin, 2);
    await setting.admin.query("rollback");
    expect([(await started).code, (await left).code]).toEqual([undefined, undefined]);
    expect(await held(committee)).toEqual([
      { holder: "委员 001", unit: committee.base, state: "CURRENT" },
    ]);
  });

  it("loses no seat and keeps none that was ended, whatever happens at the same moment", async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { committee, unit, seatId } = await seated();
      const [started, left, ended, appointed] = await Promise.all([
        startTerm(committee),
        leave(unit),
        setting.call(setting.operator, END_SEAT, { input: { id: seatId, reason: "调离" } }),
        appoint(committee, committee.base, "委员 003"),
      ]);
      expect([started.code, left.code]).toEqual([undefined, undefined]);
      // Who comes after the next term has started is told: the seat ended with its term.
      expect([undefined, "ILLEGAL_TRANSITION"]).toContain(ended.code);
      expect(appointed.code).toBeUndefined();
      const stay = ended.code === undefined ? ["委员 003"] : ["委员 001", "委员 003"];
      const expected = stay.map((holder) => ({ holder, unit: committee.base, state: "CURRENT" }));
      expect(await held(committee)).toEqual(expected);
    }
  });
});
