import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type AgreementSetting, createAgreementSetting } from "./agreement-setting.ts";
import { CHANGE, DECIDE, DECIDE_ALL, hours, shared } from "./resource-calls.ts";

const BLOCK = `mutation ($input: BlockResourceInput!) { blockResource(input: $input) {
  blocking { id reason state during { start end } } bookings { id } } }`;
const LIFT = `mutation ($input: LiftBlockingInput!) { liftBlocking(input: $input) { blocking { id state } } }`;
const BOOK = `mutation ($input: BookResourceInput!) { bookResource(input: $input) { booking { id } } }`;
const READ = `query ($id: ID!, $during: TimeRangeInput!) { resource(id: $id) {
  closures(during: $during) { start end reason } blockings { nodes { id } } free(during: $during) { start end } } }`;

let setting: AgreementSetting;
beforeAll(async () => {
  setting = await createAgreementSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());

const block = (resourceId: string, from: number, to: number, viewer = setting.people.a) =>
  setting.call(viewer, BLOCK, {
    input: { resourceId, during: hours(setting, from, to), reason: "空调检修" },
  });
const book = (resourceId: string, from: number, to: number) =>
  setting.call(setting.people.b, BOOK, {
    input: { resourceId, organizationId: setting.units.b, during: hours(setting, from, to) },
  });

describe("a blocking", () => {
  it("is seen by whoever may see the resource, keeps others out, and is lifted", async () => {
    const resourceId = await shared(setting, { title: "议事厅", audience: "PUBLIC" });
    const booked = await book(resourceId, 4, 5);
    const { data, message } = await block(resourceId, 2, 6);
    expect(message).toBeUndefined();
    const { blocking, bookings } = data.blockResource;
    expect(bookings).toEqual([{ id: booked.data.bookResource.booking.id }]);
    const seen = await setting.call(setting.people.anonymous, READ, {
      id: resourceId,
      during: hours(setting, 1, 8),
    });
    const { start, end } = hours(setting, 2, 6);
    expect(seen.data.resource.closures).toEqual([{ start, end, reason: "空调检修" }]);
    expect(seen.data.resource.free.map((one: { start: string }) => one.start)).toEqual([
      hours(setting, 1, 2).start,
      end,
    ]);
    const refused = await book(resourceId, 3, 4);
    expect(refused).toMatchObject({
      code: "BOOKING_CONFLICT",
      message: expect.stringContaining("空调检修"),
      extensions: { rule: "BLOCKED", nearest: expect.any(Array) },
    });
    const lifted = await setting.call(setting.people.a, LIFT, { input: { id: blocking.id } });
    expect(lifted.data.liftBlocking.blocking.state).toBe("LIFTED");
    expect((await book(resourceId, 3, 4)).code).toBeUndefined();
    const again = await setting.call(setting.people.a, LIFT, { input: { id: blocking.id } });
    expect(again.code).toBe("ILLEGAL_TRANSITION");
  });

  it.each(["decideBooking", "decideBookings"])(
    "keeps a request, new or changed, from being confirmed by %s; it can be denied, or the blocking lifted",
    async (way) => {
      const answer = (id: string, confirm: boolean) =>
        way === "decideBooking"
          ? setting.call(setting.people.a, DECIDE, { input: { id, confirm } })
          : setting.call(setting.people.a, DECIDE_ALL, { input: { bookings: [{ id }], confirm } });
      const stateOf = async (id: string) =>
        (await setting.admin.query("select state from resources.booking where id = $1", [id]))
          .rows[0].state;
      const resourceId = await shared(setting, { title: "议事厅", approval: true });
      const asked = await book(resourceId, 11, 13);
      const fresh = asked.data.bookResource.booking.id;
      const other = await book(resourceId, 20, 21);
      const changed = other.data.bookResource.booking.id;
      expect((await answer(changed, true)).code).toBeUndefined();
      const wanted = { id: changed, during: hours(setting, 7, 8) };
      await setting.call(setting.people.b, CHANGE, { input: wanted });
      const { data } = await block(resourceId, 5, 12);
      for (const id of [fresh, changed]) {
        const refused = await answer(id, true);
        expect(refused).toMatchObject({
          code: "BOOKING_CONFLICT",
          message: expect.stringMatching(/空调检修.*Lift the blocking first, or deny/u),
          extensions: { rule: "BLOCKED", chinese: expect.stringContaining("请先取消停用") },
        });
        expect(await stateOf(id)).toBe("REQUESTED");
      }
      expect((await answer(changed, false)).code).toBeUndefined();
      expect(await stateOf(changed)).toBe("CONFIRMED");
      const { id } = data.blockResource.blocking;
      await setting.call(setting.people.a, LIFT, { input: { id } });
      expect((await answer(fresh, true)).code).toBeUndefined();
      expect(await stateOf(fresh)).toBe("CONFIRMED");
    },
  );

  it("tells the units whose bookings it meets, and that it was lifted", async () => {
    const resourceId = await shared(setting, { title: "排练厅", audience: "PUBLIC" });
    const { data } = await book(resourceId, 2, 3);
    const { id } = data.bookResource.booking;
    const blocked = await block(resourceId, 1, 6);
    await setting.call(setting.people.a, LIFT, {
      input: { id: blocked.data.blockResource.blocking.id },
    });
    const { rows } = await setting.admin.query(
      `select type, organization_id as to from activities.notice
       where record_id = $1 and type like '%BLOCKED' order by number`,
      [id],
    );
    expect(rows).toEqual([
      { type: "BLOCKED", to: setting.units.b },
      { type: "UNBLOCKED", to: setting.units.b },
    ]);
  });

  it("is made and lifted by the provider's liaison alone, for a time to come", async () => {
    const resourceId = await shared(setting, { title: "议事厅", audience: "PUBLIC" });
    const { data } = await block(resourceId, 2, 3);
    const lift = { input: { id: data.blockResource.blocking.id } };
    for (const name of ["b", "stranger", "secretary"] as const) {
      const viewer = setting.people[name];
      const codes = [
        (await block(resourceId, 4, 5, viewer)).code,
        (await setting.call(viewer, LIFT, lift)).code,
      ];
      expect({ name, codes }).toEqual({ name, codes: ["FORBIDDEN", "FORBIDDEN"] });
    }
    expect((await block(resourceId, 4, 5, setting.people.anonymous)).code).toBe("UNAUTHENTICATED");
    expect((await block(resourceId, -5, -4)).code).toBe("BAD_USER_INPUT");
    const hidden = await shared(setting, { title: "内部", audience: "PARTIES" });
    expect((await block(hidden, 2, 3, setting.people.stranger)).code).toBe("NOT_FOUND");
  });

  it("is kept by the database, too, whoever writes a booking", async () => {
    const resourceId = await shared(setting, { title: "议事厅", audience: "PUBLIC" });
    const { data } = await book(resourceId, 8, 9);
    await block(resourceId, 2, 6);
    const { start, end } = hours(setting, 3, 4);
    const move = setting.admin.query(
      "update resources.booking set starts_at = $1, ends_at = $2 where id = $3",
      [start, end, data.bookResource.booking.id],
    );
    await expect(move).rejects.toMatchObject({ constraint: "booking_not_while_blocked" });
  });
});

describe("the blockings of a booking", () => {
  const BLOCKINGS = `query ($filter: BookingFilter, $first: Int) {
    bookings(filter: $filter, orderBy: START_ASC, first: $first) { nodes { id version blockings { id reason } } } }`;

  it("are those in force that meet its time; a request that they meet is not confirmed", async () => {
    const resourceId = await shared(setting, { approval: true });
    for (const [from, to] of [
      [100, 102],
      [110, 112],
    ] as const)
      await book(resourceId, from, to);
    const read = async (first: number, viewer = setting.people.a) => {
      const { data, message } = await setting.call(viewer, BLOCKINGS, {
        filter: { resourceId },
        first,
      });
      expect(message).toBeUndefined();
      return data.bookings.nodes as { id: string; blockings: { id: string }[] }[];
    };
    const meeting = (await block(resourceId, 101, 103)).data.blockResource.blocking.id;
    const lifted = (await block(resourceId, 99, 101)).data.blockResource.blocking.id;
    await setting.call(setting.people.a, LIFT, { input: { id: lifted } });
    // Ends when the first begins, and begins when the first ends.
    await block(resourceId, 98, 100);
    await block(resourceId, 104, 105);
    await read(1);
    const statements = setting.statements.length;
    const [one] = await read(1);
    const ofOne = setting.statements.length - statements;
    const both = await read(2);
    expect(setting.statements.length - statements - ofOne).toBe(ofOne);
    const expected = [[{ id: meeting, reason: "空调检修" }], []];
    expect(both.map(({ blockings }) => blockings)).toEqual(expected);
    expect((await read(2, setting.people.b)).map(({ blockings }) => blockings)).toEqual(expected);
    const refused = await setting.call(setting.people.a, DECIDE, {
      input: { id: one?.id, confirm: true },
    });
    expect(refused.code).toBe("BOOKING_CONFLICT");
  });
});
