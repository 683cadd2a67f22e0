import { randomUUID } from "node:crypto";
import type { Answer } from "@alliance-hub/testing/answer";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  APPOINT_SEAT,
  END_SEAT,
  type MembersSetting,
  createMembersSetting,
} from "./members-setting.ts";

const SEAT = "{ seat { id holderName since until version } }";
const UPDATE_SEAT = `mutation ($input: UpdateSeatInput!) { updateSeat(input: $input) ${SEAT} }`;
const PLAN_TERM = "mutation ($input: PlanTermInput!) { planTerm(input: $input) { term { id } } }";
const NAME =
  "mutation ($input: NameLiaisonInput!) { nameLiaison(input: $input) { liaison { id } } }";
const UPDATE_LIAISON =
  "mutation ($input: UpdateLiaisonInput!) { updateLiaison(input: $input) { liaison { id name version } } }";
const APPOINT_IN_UNIT =
  "mutation ($input: AppointUnitSeatInput!) { appointUnitSeat(input: $input) { unitSeat { id } } }";
const UPDATE_IN_UNIT =
  "mutation ($input: UpdateUnitSeatInput!) { updateUnitSeat(input: $input) { unitSeat { id holderName role since version } } }";

let setting: MembersSetting;
beforeAll(async () => {
  setting = await createMembersSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const done = ({ data, message }: Answer): Answer["data"] => {
  if (message !== undefined) throw new Error(message);
  return data;
};
/** What the audit log says of the fields that a mutation gave other values. */
const changesOf = async (recordId: string, action: string): Promise<object[]> =>
  (
    await setting.admin.query(
      "select details from audit.entry where record_id = $1 and action = $2 order by at desc limit 1",
      [recordId, action],
    )
  ).rows[0].details.changes;
const told = async (recordId: string): Promise<number> =>
  (
    await setting.admin.query(
      "select count(*)::int as count from activities.notice where record_id = $1 and type = 'CORRECTED'",
      [recordId],
    )
  ).rows[0].count;
/** What the notices of a correction say of the fields. */
const toldOf = async (recordId: string): Promise<object> =>
  (
    await setting.admin.query(
      "select facts from activities.notice where record_id = $1 and type = 'CORRECTED' limit 1",
      [recordId],
    )
  ).rows[0].facts.changes;

describe("a seat", () => {
  const appointed = async (over: object = {}) => {
    const committee = await setting.committee();
    const input = { committeeId: committee.id, organizationId: committee.base, role: "MEMBER" };
    const answer = await setting.call(committee.secretary, APPOINT_SEAT, {
      input: { ...input, holderName: "委员 071", ...over },
    });
    return { committee, id: String(done(answer).appointSeat.seat.id) };
  };
  const update = (viewer: typeof ANONYMOUS, id: string, over: object) =>
    setting.call(viewer, UPDATE_SEAT, { input: { id, ...over } });

  it("gets the right name and first day, with its copy in the planned term; the log keeps no name", async () => {
    const { committee, id } = await appointed();
    const plan = {
      committeeId: committee.id,
      number: 9,
      startsOn: "2027-01-01",
      endsOn: "2031-12-31",
    };
    done(await setting.call(committee.secretary, PLAN_TERM, { input: plan }));
    const over = { holderName: "委员 017", since: "2026-02-01" };
    const { data } = await update(committee.secretary, id, over);
    expect(data.updateSeat.seat).toMatchObject(over);
    const copies = await setting.admin.query(
      "select holder_name from members.seat where carried_from_id = $1",
      [id],
    );
    expect(copies.rows).toEqual([{ holder_name: "委员 017" }]);
    const changes = await changesOf(id, "updateSeat");
    expect(JSON.stringify(changes)).not.toContain("委员 0");
    expect(changes).toContainEqual({ field: "since", before: "2026-03-01", after: "2026-02-01" });
    expect(await told(id)).toBeGreaterThan(0);
    // Those concerned are told both days; of a name, only that it was corrected.
    expect(await toldOf(id)).toMatchObject({
      corrected: [
        { field: "holderName" },
        { field: "since", before: { day: "2026-03-01" }, after: { day: "2026-02-01" } },
      ],
    });
    expect(JSON.stringify(await toldOf(id))).not.toContain("委员 0");
    const before = await told(id);
    done(await update(committee.secretary, id, over));
    expect(await told(id)).toBe(before);
  });

  it("stays within its term and before its end, and is corrected also then", async () => {
    const { committee, id } = await appointed();
    const { secretary } = committee;
    for (const since of ["2021-12-31", "2026-03-02"])
      expect((await update(secretary, id, { since })).code).toBe("BAD_USER_INPUT");
    done(await setting.call(secretary, END_SEAT, { input: { id, reason: "调离" } }));
    expect((await update(secretary, id, { since: "2026-02-01" })).code).toBeUndefined();
  });

  it("is corrected by whoever runs the committee and operators", async () => {
    const { committee, id } = await appointed();
    const over = { holderName: "委员 017" };
    expect((await update(setting.liaison(committee.base), id, over)).code).toBe("FORBIDDEN");
    expect((await update(setting.stranger, id, over)).code).toBe("FORBIDDEN");
    expect((await update(ANONYMOUS, id, over)).code).toBe("UNAUTHENTICATED");
    expect((await update(committee.secretary, randomUUID(), over)).code).toBe("NOT_FOUND");
    expect((await update(committee.secretary, id, { holderName: " " })).code).toBe(
      "BAD_USER_INPUT",
    );
    expect((await update(committee.secretary, id, { ...over, version: 9 })).code).toBe("CONFLICT");
    expect((await update(setting.operator, id, over)).code).toBeUndefined();
  });
});

describe("a liaison", () => {
  it("gets the right name, by the unit's own and operators; the log keeps no name", async () => {
    const unit = await setting.organization();
    const named = { organizationId: unit, subject: `somebody ${unit}`, name: "联络员 071" };
    const { id } = done(await setting.call(setting.operator, NAME, { input: named })).nameLiaison
      .liaison;
    const update = (viewer: typeof ANONYMOUS, over: object = {}) =>
      setting.call(viewer, UPDATE_LIAISON, { input: { id, name: "联络员 017", ...over } });
    expect((await update(setting.stranger)).code).toMatch(/FORBIDDEN|NOT_FOUND/);
    expect((await update(ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    expect((await update(setting.liaison(unit), { name: "" })).code).toBe("BAD_USER_INPUT");
    expect((await update(setting.liaison(unit), { version: 9 })).code).toBe("CONFLICT");
    expect((await update(setting.liaison(unit))).data.updateLiaison.liaison.name).toBe(
      "联络员 017",
    );
    expect(JSON.stringify(await changesOf(id, "updateLiaison"))).not.toContain("联络员 0");
    // The other one is told; whoever made the change knows.
    expect(await told(id)).toBe(1);
  });
});

describe("a seat in a unit", () => {
  it("gets the right name, office and first day, by either unit; the log keeps no name", async () => {
    const [body, sender] = [await setting.organization(), await setting.organization()];
    const seat = { bodyId: body, organizationId: sender, holderName: "委员 071", role: "委员" };
    const answer = await setting.call(setting.liaison(body), APPOINT_IN_UNIT, { input: seat });
    const { id } = done(answer).appointUnitSeat.unitSeat;
    const over = { holderName: "委员 017", role: "业委会委员", since: "2026-02-01" };
    const update = (viewer: typeof ANONYMOUS, changed: object = over) =>
      setting.call(viewer, UPDATE_IN_UNIT, { input: { id, ...changed } });
    expect((await update(setting.stranger)).code).toBe("FORBIDDEN");
    expect((await update(ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    expect((await update(setting.liaison(sender), { since: "2026-04-01" })).code).toBe(
      "BAD_USER_INPUT",
    );
    expect((await update(setting.liaison(sender), { agreementId: "x" })).code).toBe("NOT_FOUND");
    const { data } = await update(setting.liaison(sender));
    expect(data.updateUnitSeat.unitSeat).toMatchObject(over);
    const changes = await changesOf(id, "updateUnitSeat");
    expect(JSON.stringify(changes)).not.toContain("委员 0");
    expect(changes).toContainEqual({ field: "role", before: "委员", after: "业委会委员" });
    // The other one is told; whoever made the change knows.
    expect(await told(id)).toBe(1);
  });
});
