import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  APPOINT_SEAT,
  END_SEAT,
  JOIN,
  LEAVE,
  type MembersSetting,
  START_TERM,
  STREET,
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

const FIGURES = "{ memberUnits partTimeMembers registeredUnits registeredMembers teams }";
const report = async (regionCode: string, to: string) => {
  const { data } = await setting.entity(
    ANONYMOUS,
    { __typename: "Report", regionCode, from: "2022-01-01", to },
    FIGURES,
  );
  return data;
};
const none = {
  memberUnits: 0,
  partTimeMembers: 0,
  registeredUnits: 0,
  registeredMembers: 0,
  teams: 0,
};

describe("the report", () => {
  it("counts units and part-time members on each day once, through a change of terms", async () => {
    const committee = await setting.committee();
    const [stays, leaves] = [
      await memberUnit(setting, committee, "2023-01-01"),
      await memberUnit(setting, committee, "2024-01-01"),
    ];
    const seats: string[] = [];
    for (const [{ id }, since] of [
      [stays, "2023-01-01"],
      [leaves, "2024-01-01"],
    ] as const) {
      const seat = {
        committeeId: committee.id,
        organizationId: id,
        holderName: "委员",
        role: "PART_TIME",
        since,
      };
      const { data } = await setting.call(committee.secretary, APPOINT_SEAT, { input: seat });
      seats.push(data.appointSeat.seat.id);
    }
    await setting.call(committee.secretary, END_SEAT, {
      input: { id: seats[1], reason: "调离", until: "2025-06-30" },
    });
    await setting.call(committee.secretary, LEAVE, {
      input: { id: leaves.membershipId, reason: "迁出", leftOn: "2025-12-31" },
    });
    await setting.call(committee.secretary, START_TERM, {
      input: { committeeId: committee.id, number: 2, startsOn: "2026-02-01", endsOn: "2031-01-31" },
    });
    const counted = async (to: string) => {
      const { memberUnits, partTimeMembers } = await report(committee.communityCode, to);
      return [memberUnits, partTimeMembers];
    };
    expect(await counted("2022-12-31")).toEqual([0, 0]);
    expect(await counted("2023-01-01")).toEqual([1, 1]);
    expect(await counted("2024-01-01")).toEqual([2, 2]);
    expect(await counted("2025-06-29")).toEqual([2, 2]);
    expect(await counted("2025-06-30")).toEqual([2, 1]);
    expect(await counted("2025-12-31")).toEqual([1, 1]);
    for (const day of ["2026-01-30", "2026-01-31", "2026-02-01", "2026-02-28"])
      expect(await counted(day)).toEqual([1, 1]);
  });

  it("counts a seat on the last day of its term, though the next term was entered", async () => {
    const committee = await setting.committee();
    const unit = await memberUnit(setting, committee, "2023-01-01");
    await setting.call(committee.secretary, APPOINT_SEAT, {
      input: {
        committeeId: committee.id,
        organizationId: unit.id,
        holderName: "委员",
        role: "PART_TIME",
        since: "2023-01-01",
      },
    });
    await setting.call(committee.secretary, START_TERM, {
      input: {
        committeeId: committee.id,
        number: 2,
        startsOn: "2026-02-01",
        endsOn: "2031-01-31",
        carrySeats: false,
      },
    });
    const counted = async (to: string) =>
      (await report(committee.communityCode, to)).partTimeMembers;
    expect(await counted("2026-01-31")).toBe(1);
    expect(await counted("2026-02-01")).toBe(0);
  });

  it("counts a unit of two places in each, once above; a seat in each committee, above too", async () => {
    const [one, other] = [await setting.committee(), await setting.committee()];
    const organizationId = await setting.organization();
    for (const { id: committeeId, secretary } of [one, other]) {
      const joined = { committeeId, organizationId, joinedOn: "2022-03-01" };
      await setting.call(secretary, JOIN, { input: joined });
      const seat = { committeeId, organizationId, holderName: "委员", since: "2022-03-01" };
      await setting.call(secretary, APPOINT_SEAT, { input: { ...seat, role: "PART_TIME" } });
    }
    const counted = async (place: string) => {
      const { memberUnits, partTimeMembers } = await report(place, "2022-03-02");
      return [memberUnits, partTimeMembers];
    };
    expect(await counted(one.communityCode)).toEqual([1, 1]);
    expect(await counted(other.communityCode)).toEqual([1, 1]);
    expect(await counted(STREET)).toEqual([1, 2]);
  });

  it("counts registrations by the day of acceptance in Asia/Shanghai, and teams", async () => {
    const committee = await setting.committee();
    const unit = await setting.organization();
    await setting.admin.query(
      `insert into members.registration (id, created_at, updated_at, organization_id, community_code, state, headcount, submitted_at, accepted_at, region_code, region_path, alliance_code)
       values (gen_random_uuid(), now(), now(), $1, $2, 'ACCEPTED', 7, now(), '2025-05-01T16:30:00Z', $2, array[null, null, '445202', '445202001', $2, null], '445202')`,
      [unit, committee.communityCode],
    );
    const team = {
      name: "队",
      kind: "VOLUNTEER",
      committeeId: committee.id,
      headcount: 3,
      formedOn: "2025-05-02",
    };
    await setting.call(
      setting.operator,
      "mutation ($input: FormTeamInput!) { formTeam(input: $input) { team { id } } }",
      { input: team },
    );
    expect(await report(committee.communityCode, "2025-05-01")).toEqual(none);
    const counted = { ...none, registeredUnits: 1, registeredMembers: 7, teams: 1 };
    expect(await report(committee.communityCode, "2025-05-02")).toEqual(counted);
  });

  it("is all zero for a place that nobody knows", async () => {
    expect(await report("999999", "2026-01-01")).toEqual(none);
  });
});
