import { randomUUID } from "node:crypto";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import {
  APPOINT_SEAT,
  END_SEAT,
  LEAVE,
  type MembersSetting,
  TODAY,
  createMembersSetting,
} from "./members-setting.ts";
import { STARTS, plannedTermsIn, seatOf } from "./planned-terms-setting.ts";

let setting: MembersSetting;
beforeAll(async () => {
  setting = await createMembersSetting();
});
afterEach(() => setting.setDay(TODAY));
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const { seated, planned, shown, seatsAhead } = plannedTermsIn(() => setting);

describe("the seats of a planned term", () => {
  it("are for the committee's own, whoever runs it, and operators", async () => {
    const { committee, unit } = await seated();
    const id = await planned(committee);
    const [{ id: seatId }] = await seatsAhead(committee);
    const sees = async (viewer: Viewer): Promise<readonly boolean[]> => {
      const { terms } = await shown(committee, viewer);
      const term = await setting.entity(
        viewer,
        { __typename: "Term", id },
        "{ id seats { nodes { id } } }",
      );
      const seat = await setting.entity(viewer, { __typename: "Seat", id: seatId }, "{ id }");
      return [terms.nodes.length === 2, term.data !== null, seat.data !== null];
    };
    const member = { ...setting.liaison(unit.id), committeeIds: [committee.id] };
    const all = [true, true, true];
    const none = [false, false, false];
    expect(await sees(committee.secretary)).toEqual(all);
    expect(await sees(setting.operator)).toEqual(all);
    expect(await sees(member)).toEqual(all);
    expect(await sees(setting.liaison(await setting.organization()))).toEqual(none);
    expect(await sees(setting.stranger)).toEqual(none);
    expect(await sees(ANONYMOUS)).toEqual(none);
    setting.setDay(STARTS);
    expect(await sees(ANONYMOUS)).toEqual(all);
  });

  it("are taken out without a trace in the list; the others cannot be ended by it", async () => {
    const { committee, ids } = await seated();
    await planned(committee);
    const copy = (await seatsAhead(committee)).find(
      ({ role }: { role: string }) => role === "PART_TIME",
    );
    const end = { input: { id: copy.id, reason: "另有任用" } };
    expect((await setting.call(setting.stranger, END_SEAT, end)).code).toBe("NOT_FOUND");
    const member = { ...setting.stranger, committeeIds: [committee.id] };
    expect((await setting.call(member, END_SEAT, end)).code).toBe("FORBIDDEN");
    expect((await setting.call(committee.secretary, END_SEAT, end)).code).toBeUndefined();
    expect((await setting.call(committee.secretary, END_SEAT, end)).code).toBe(
      "ILLEGAL_TRANSITION",
    );
    expect(await seatsAhead(committee)).toHaveLength(2);
    const { rows } = await setting.admin.query("select until from members.seat where id = $1", [
      ids["PART_TIME"],
    ]);
    expect(rows).toEqual([{ until: null }]);
  });

  it("follow those they repeat: whoever leaves the committee does not come back with the next term", async () => {
    const { committee, ids, unit } = await seated();
    await planned(committee);
    const end = { input: { id: ids["DEPUTY_SECRETARY"], reason: "调离" } };
    await setting.call(committee.secretary, END_SEAT, end);
    await setting.call(committee.secretary, LEAVE, {
      input: { id: unit.membershipId, reason: "迁出" },
    });
    expect((await seatsAhead(committee)).map(({ role }: { role: string }) => role)).toEqual([
      "SECRETARY",
    ]);
  });

  it("begin with the term and are of its term alone", async () => {
    const { committee } = await seated();
    const termId = await planned(committee, { carrySeats: false });
    const appoint = async (over: object) =>
      await setting.call(committee.secretary, APPOINT_SEAT, {
        input: { ...seatOf(committee, "MEMBER"), termId, ...over },
      });
    expect((await appoint({})).data.appointSeat.seat.since).toBe(STARTS);
    expect((await appoint({ since: TODAY })).code).toBe("BAD_USER_INPUT");
    expect((await appoint({ termId: randomUUID() })).code).toBe("NOT_FOUND");
    expect((await appoint({ termId: "x" })).code).toBe("NOT_FOUND");
    const other = await setting.committee();
    expect((await appoint({ committeeId: other.id, organizationId: other.base })).code).toBe(
      "FORBIDDEN",
    );
    expect((await appoint({ role: "MEMBER", replaces: true })).code).toBe("BAD_USER_INPUT");
  });
});
