import { randomUUID } from "node:crypto";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  APPOINT_SEAT,
  DISTRICT,
  JOIN,
  LEAVE,
  type MembersSetting,
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

describe("joinCommittee", () => {
  it("is for whoever runs the committee and for operators of its region, nobody else", async () => {
    const committee = await setting.committee();
    const join = async (viewer: typeof ANONYMOUS) => {
      const organizationId = await setting.organization();
      return await setting.call(viewer, JOIN, {
        input: { committeeId: committee.id, organizationId },
      });
    };
    expect((await join(committee.secretary)).data.joinCommittee.membership).toMatchObject({
      joinedOn: TODAY,
      version: 1,
    });
    expect((await join(setting.operator)).code).toBeUndefined();
    expect((await join(ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    expect((await join(setting.stranger)).code).toBe("FORBIDDEN");
    const { secretary: neighbour } = await setting.committee();
    expect((await join(neighbour)).code).toBe("FORBIDDEN");
    const organizationId = await setting.organization();
    const own = await setting.call(setting.liaison(organizationId), JOIN, {
      input: { committeeId: committee.id, organizationId },
    });
    expect(own.code).toBe("FORBIDDEN");
  });

  it("takes units of the committee's own alliance only", async () => {
    const { id: committeeId, secretary } = await setting.committee();
    const organizationId = await setting.organization();
    await setting.admin.query(
      "update organizations.organization set alliance_code = '530381' where id = $1",
      [organizationId],
    );
    const { code, message } = await setting.call(secretary, JOIN, {
      input: { committeeId, organizationId },
    });
    expect(code).toBe("BAD_USER_INPUT");
    for (const named of ["530381", DISTRICT]) expect(message).toContain(named);
  });

  it("happens once, however many ask at the same moment", async () => {
    const committee = await setting.committee();
    const input = { committeeId: committee.id, organizationId: await setting.organization() };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => setting.call(committee.secretary, JOIN, { input })),
    );
    expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === "CONFLICT")).toHaveLength(7);
  });

  it("gives the same answer to the same key", async () => {
    const committee = await setting.committee();
    const input = {
      committeeId: committee.id,
      organizationId: await setting.organization(),
      idempotencyKey: "one",
    };
    const first = await setting.call(committee.secretary, JOIN, { input });
    expect((await setting.call(committee.secretary, JOIN, { input })).data).toEqual(first.data);
  });

  it.each([
    ["an unknown committee", { committeeId: randomUUID() }, "NOT_FOUND"],
    ["a committee id that is none", { committeeId: "x" }, "NOT_FOUND"],
    ["an unknown unit", { organizationId: randomUUID() }, "NOT_FOUND"],
    ["a unit id that is none", { organizationId: "'; drop table" }, "NOT_FOUND"],
    ["a day too early", { joinedOn: "1989-12-31" }, "BAD_USER_INPUT"],
    ["a day to come", { joinedOn: "2026-03-03" }, "BAD_USER_INPUT"],
  ])("refuses %s", async (_what, over, code) => {
    const committee = await setting.committee();
    const input = {
      committeeId: committee.id,
      organizationId: await setting.organization(),
      ...over,
    };
    expect((await setting.call(setting.operator, JOIN, { input })).code).toBe(code);
  });
});

describe("leaveCommittee", () => {
  it("is for whoever runs the committee, operators and the unit's own liaison", async () => {
    const committee = await setting.committee();
    const leave = async (who: (unit: string) => typeof ANONYMOUS) => {
      const unit = await memberUnit(setting, committee);
      return await setting.call(who(unit.id), LEAVE, {
        input: { id: unit.membershipId, reason: "迁出" },
      });
    };
    for (const may of [
      () => committee.secretary,
      () => setting.operator,
      (unit: string) => setting.liaison(unit),
    ]) {
      expect((await leave(may)).data.leaveCommittee.membership).toMatchObject({
        leftOn: TODAY,
        leaveReason: "迁出",
        version: 2,
      });
    }
    expect((await leave(() => ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    expect((await leave(() => setting.stranger)).code).toBe("FORBIDDEN");
    expect((await leave(() => setting.liaison(committee.base))).code).toBe("FORBIDDEN");
  });

  it("ends the seats of persons whom the unit sent, and lets it join again", async () => {
    const committee = await setting.committee();
    const unit = await memberUnit(setting, committee);
    const seat = {
      committeeId: committee.id,
      holderName: "委员 001",
      role: "PART_TIME",
      organizationId: unit.id,
    };
    await setting.call(committee.secretary, APPOINT_SEAT, { input: seat });
    await setting.call(committee.secretary, APPOINT_SEAT, {
      input: { ...seat, role: "MEMBER", organizationId: committee.base },
    });
    await setting.call(committee.secretary, LEAVE, {
      input: { id: unit.membershipId, reason: "迁出" },
    });
    const { data } = await setting.entity(
      committee.secretary,
      { __typename: "Committee", id: committee.id },
      "{ seats { nodes { role } } memberUnits { totalCount } }",
    );
    expect(data).toEqual({
      seats: { nodes: [{ role: "MEMBER" }] },
      memberUnits: { totalCount: 0 },
    });
    const again = await setting.call(committee.secretary, JOIN, {
      input: { committeeId: committee.id, organizationId: unit.id },
    });
    expect(again.code).toBeUndefined();
  });

  it("refuses what has ended, stale versions, bad days and texts", async () => {
    const committee = await setting.committee();
    const unit = await memberUnit(setting, committee, "2025-06-01");
    const leave = async (over: object) =>
      (
        await setting.call(committee.secretary, LEAVE, {
          input: { id: unit.membershipId, reason: "迁出", ...over },
        })
      ).code;
    expect(await leave({ version: 9 })).toBe("CONFLICT");
    expect(await leave({ leftOn: "2025-05-31" })).toBe("BAD_USER_INPUT");
    expect(await leave({ leftOn: "2026-03-02" })).toBe("BAD_USER_INPUT");
    expect(await leave({ reason: "" })).toBe("BAD_USER_INPUT");
    expect(await leave({ reason: "长".repeat(10_000) })).toBe("BAD_USER_INPUT");
    expect(await leave({ reason: "电话 13912345678" })).toBe("BAD_USER_INPUT");
    expect(await leave({ id: "x" })).toBe("NOT_FOUND");
    expect(await leave({ id: randomUUID() })).toBe("NOT_FOUND");
    expect(await leave({ version: 1 })).toBeUndefined();
    expect(await leave({})).toBe("ILLEGAL_TRANSITION");
  });
});
