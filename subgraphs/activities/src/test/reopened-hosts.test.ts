import { afterAll, beforeEach, describe, expect, it } from "@jest/globals";
import { CANCEL, HOLD, REOPEN, on, scheduled } from "./calendar-setting.ts";
import { type InvitationSetting, createInvitationSetting } from "./invitation-setting.ts";
import { enterRoom } from "./rooms.ts";

let setting: InvitationSetting | undefined;
// Who belongs to the committee changes with each test.
beforeEach(async () => {
  await setting?.[Symbol.asyncDispose]();
  setting = await createInvitationSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());

const made = (): InvitationSetting => {
  if (!setting) throw new Error("There is no setting");
  return setting;
};
const reopen = (id: string) =>
  made().call(made().secretary, REOPEN, { input: { id, reason: "点错了" } });
const leave = (unit: string): Promise<unknown> =>
  made().admin.query("delete from members.membership where organization_id = $1", [unit]);
const end = async (unit: string): Promise<unknown> => {
  await leave(unit);
  return await made().admin.query(
    "update organizations.organization set state = 'ENDED', ended_on = '2026-02-01', end_reason = '注销' where id = $1",
    [unit],
  );
};
const cancelled = async (over: object): Promise<string> => {
  const id = await scheduled(made(), over);
  await made().call(made().secretary, CANCEL, { input: { id, reason: "大雨" } });
  return id;
};
const bookersOf = async (id: string): Promise<string[]> => {
  const { rows } = await made().admin.query<{ booker: string }>(
    "select state || ' ' || organization_id as booker from resources.booking where activity_id = $1 order by state",
    [id],
  );
  return rows.map(({ booker }) => booker);
};

describe("an activity that is restored", () => {
  it.each([
    ["ended", end],
    ["left the committee", leave],
  ])("is hosted by the committee's organisation where its host has %s", async (_how, goes) => {
    const { units, secretary } = made();
    const venueId = await enterRoom(made(), { audience: "PUBLIC" });
    const id = await cancelled({ venueId, hostId: units.b });
    await goes(units.b);
    expect((await reopen(id)).message).toBeUndefined();
    const { data } = await made().call(
      secretary,
      "query ($id: ID!) { activity(id: $id) { state host { id } } }",
      { id },
    );
    expect(data.activity).toEqual({ state: "SCHEDULED", host: { id: units.base } });
    expect((await made().partsSeenBy(secretary, id))?.toSorted()).toEqual([
      "b DECLINED",
      "base JOINED",
    ]);
    expect(await bookersOf(id)).toEqual([`CANCELLED ${units.b}`, `REQUESTED ${units.base}`]);
    expect(await made().toldOf(id)).toEqual(
      expect.arrayContaining(["HANDED_OVER b", "HANDED_OVER base", "REOPENED base"]),
    );
  });

  it("is hosted by its host where that still belongs to the committee, whoever else has left", async () => {
    const { units, secretary } = made();
    const id = await scheduled(made(), { during: on("2026-02-20"), hostId: units.b });
    await made().call(secretary, HOLD, { input: { id } });
    await leave(units.c);
    expect((await reopen(id)).message).toBeUndefined();
    expect(await made().partsSeenBy(secretary, id)).toEqual(["b JOINED"]);
  });

  it("has left the parts of a host that took part, also where it had been held", async () => {
    const { units, secretary } = made();
    const id = await scheduled(made(), { during: on("2026-02-20"), hostId: units.b });
    await made().call(secretary, HOLD, { input: { id } });
    await end(units.b);
    expect((await reopen(id)).message).toBeUndefined();
    expect((await made().partsSeenBy(secretary, id))?.toSorted()).toEqual([
      "b LEFT",
      "base JOINED",
    ]);
    const { rows } = await made().admin.query(
      "select array_agg(type order by number) as types from activities.activity_update where activity_id = $1",
      [id],
    );
    expect(rows[0].types).toEqual([
      "SCHEDULED",
      "HELD",
      "PARTICIPANT_JOINED",
      "PARTICIPANT_LEFT",
      "REOPENED",
    ]);
  });

  it("is not, in words, where nobody can host it", async () => {
    const { units } = made();
    const id = await cancelled({ hostId: units.base });
    await end(units.base);
    const { code, message } = await reopen(id);
    expect(code).toBe("BAD_USER_INPUT");
    expect(message).toContain("scheduleActivity");
  });
});
