import { randomUUID } from "node:crypto";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  APPOINT_SEAT,
  type CommitteeSetting,
  END_SEAT,
  START_TERM,
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

const seat = (committee: CommitteeSetting, over: object = {}) => ({
  input: {
    committeeId: committee.id,
    organizationId: committee.base,
    holderName: "委员 001",
    role: "MEMBER",
    ...over,
  },
});

describe("appointSeat", () => {
  it("is for whoever runs the committee and for operators, nobody else", async () => {
    const committee = await setting.committee();
    const appoint = async (viewer: typeof ANONYMOUS) =>
      await setting.call(viewer, APPOINT_SEAT, seat(committee));
    expect((await appoint(committee.secretary)).data.appointSeat.seat).toMatchObject({
      role: "MEMBER",
      holderName: "委员 001",
      since: TODAY,
    });
    expect((await appoint(setting.operator)).code).toBeUndefined();
    expect((await appoint(ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    expect((await appoint(setting.stranger)).code).toBe("FORBIDDEN");
    expect((await appoint(setting.liaison(committee.base))).code).toBe("FORBIDDEN");
  });

  it("takes any sign-in, also one whose digits look like a mobile number", async () => {
    const committee = await setting.committee();
    const subject = "13800138000";
    const { code } = await setting.call(
      committee.secretary,
      APPOINT_SEAT,
      seat(committee, { subject }),
    );
    expect(code).toBeUndefined();
  });

  it("seats one secretary at a time, however many are appointed at the same moment", async () => {
    const committee = await setting.committee();
    const secretary = seat(committee, { role: "SECRETARY" });
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => setting.call(setting.operator, APPOINT_SEAT, secretary)),
    );
    expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === "CONFLICT")).toHaveLength(5);
    const held = answers.find(({ code }) => code === undefined)?.data.appointSeat.seat.id;
    await setting.call(setting.operator, END_SEAT, { input: { id: held, reason: "调离" } });
    expect((await setting.call(setting.operator, APPOINT_SEAT, secretary)).code).toBeUndefined();
  });

  it("takes persons of member units and of the committee's own organisation only", async () => {
    const committee = await setting.committee();
    const unit = await memberUnit(setting, committee);
    const from = async (organizationId: string) =>
      (await setting.call(committee.secretary, APPOINT_SEAT, seat(committee, { organizationId })))
        .code;
    expect(await from(unit.id)).toBeUndefined();
    expect(await from(await setting.organization())).toBe("BAD_USER_INPUT");
    await setting.call(committee.secretary, LEAVE, {
      input: { id: unit.membershipId, reason: "迁出" },
    });
    expect(await from(unit.id)).toBe("BAD_USER_INPUT");
  });

  it.each([
    ["an unknown committee", { committeeId: randomUUID() }, "NOT_FOUND"],
    ["a unit id that is none", { organizationId: "x" }, "NOT_FOUND"],
    ["no name", { holderName: " " }, "BAD_USER_INPUT"],
    ["a name too long", { holderName: "名".repeat(10_000) }, "BAD_USER_INPUT"],
    ["a day to come", { since: "2026-03-03" }, "BAD_USER_INPUT"],
    ["an empty sign-in", { subject: "" }, "BAD_USER_INPUT"],
  ])("refuses %s", async (_what, over, code) => {
    const committee = await setting.committee();
    expect((await setting.call(setting.operator, APPOINT_SEAT, seat(committee, over))).code).toBe(
      code,
    );
  });
});

describe("endSeat", () => {
  it("is for whoever runs the committee and for operators; once", async () => {
    const committee = await setting.committee();
    const { data } = await setting.call(
      committee.secretary,
      APPOINT_SEAT,
      seat(committee, { since: "2025-01-01", subject: committee.id }),
    );
    const { id } = data.appointSeat.seat;
    const end = async (viewer: typeof ANONYMOUS, over: object = {}) =>
      (await setting.call(viewer, END_SEAT, { input: { id, reason: "调离", ...over } })).code;
    expect(await end(ANONYMOUS)).toBe("UNAUTHENTICATED");
    expect(await end(setting.stranger)).toBe("FORBIDDEN");
    expect(await end(setting.liaison(committee.base))).toBe("FORBIDDEN");
    expect(await end(committee.secretary, { version: 4 })).toBe("CONFLICT");
    expect(await end(committee.secretary, { until: "2024-12-31" })).toBe("BAD_USER_INPUT");
    expect(await end(committee.secretary, { until: "2026-03-02" })).toBe("BAD_USER_INPUT");
    expect(await end(committee.secretary, { id: "x" })).toBe("NOT_FOUND");
    expect(await end(committee.secretary)).toBeUndefined();
    expect(await end(committee.secretary)).toBe("ILLEGAL_TRANSITION");
    const signedIn = await setting.admin.query("select from directory.seat where subject = $1", [
      committee.id,
    ]);
    expect(signedIn.rowCount).toBe(0);
  });
});

describe("Committee.seats", () => {
  it("tells names in the alliance and sign-ins to who keeps the seats", async () => {
    const committee = await setting.committee();
    await setting.call(committee.secretary, APPOINT_SEAT, seat(committee, { subject: "somebody" }));
    const read = async (viewer: typeof ANONYMOUS) => {
      const { data } = await setting.entity(
        viewer,
        { __typename: "Committee", id: committee.id },
        "{ seats { nodes { role holderName subject fromOrganization { id } } } }",
      );
      return data.seats.nodes[0];
    };
    const open = { role: "MEMBER", fromOrganization: { id: committee.base } };
    expect(await read(ANONYMOUS)).toEqual({ ...open, holderName: null, subject: null });
    expect(await read(setting.stranger)).toEqual({ ...open, holderName: null, subject: null });
    expect(await read(setting.liaison(await setting.organization()))).toEqual({
      ...open,
      holderName: "委员 001",
      subject: null,
    });
    expect(await read(committee.secretary)).toEqual({
      ...open,
      holderName: "委员 001",
      subject: "somebody",
    });
  });
});

describe("the seats of a term", () => {
  it("are all of it, ended ones included; those of the term that follows are its own", async () => {
    const committee = await setting.committee();
    const appoint = async (holderName: string): Promise<string> => {
      const { data } = await setting.call(
        committee.secretary,
        APPOINT_SEAT,
        seat(committee, { holderName }),
      );
      return data.appointSeat.seat.id;
    };
    const left = await appoint("委员 002");
    await appoint("委员 003");
    await setting.call(committee.secretary, END_SEAT, { input: { id: left, reason: "调离" } });
    await setting.call(committee.secretary, START_TERM, {
      input: {
        committeeId: committee.id,
        number: 2,
        startsOn: TODAY,
        endsOn: "2031-01-31",
        carrySeats: false,
      },
    });
    const termsFor = async (viewer: typeof ANONYMOUS) => {
      const { data } = await setting.entity(
        viewer,
        { __typename: "Committee", id: committee.id },
        "{ terms { nodes { number seats { totalCount nodes { holderName until } } } } }",
      );
      return data.terms.nodes;
    };
    const [second, first] = await termsFor(setting.operator);
    expect(second).toEqual({ number: 2, seats: { totalCount: 0, nodes: [] } });
    const names = first.seats.nodes.map(({ holderName }: { holderName: string }) => holderName);
    expect(names).toEqual(expect.arrayContaining(["委员 002", "委员 003"]));
    expect(first.seats.totalCount).toBe(names.length);
    for (const { until } of first.seats.nodes) expect(until).not.toBeNull();
    // Who sat in it is for the alliance.
    for (const { seats } of await termsFor(ANONYMOUS))
      for (const { holderName } of seats.nodes) expect(holderName).toBeNull();
  });
});
