import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import {
  BOOK,
  CANCEL,
  CHANGE,
  DECIDE,
  DECIDE_ALL,
  SHARE,
  booked,
  hours,
  shareInput,
  shared,
} from "./resource-calls.ts";
import { entries, joined } from "./waiting-calls.ts";

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());
beforeEach(() => {
  setting.clock.now = new Date("2026-03-01T04:00:00Z");
});

const decideAll = (ids: readonly string[], over: object = {}, viewer = setting.people.a) => {
  const bookings = ids.map((id) => ({ id }));
  return setting.call(viewer, DECIDE_ALL, { input: { bookings, confirm: true, ...over } });
};
const decide = (id: string, over: object = {}) =>
  setting.call(setting.people.a, DECIDE, { input: { id, confirm: true, ...over } });
/** Requests for two rooms, one of which seats several. */
async function requests(): Promise<{ rooms: string[]; ids: string[] }> {
  const rooms = [
    await shared(setting, { approval: true }),
    await shared(setting, { approval: true, capacity: 3, title: "大教室" }),
  ];
  const ids: string[] = [];
  for (const place of [1, 0, 1]) {
    const during = hours(setting, 30 + ids.length, 31 + ids.length);
    ids.push(await booked(setting, String(rooms[place]), { during }));
  }
  return { rooms, ids };
}
const statesOf = async (ids: readonly string[]): Promise<string[]> => {
  const { rows } = await setting.admin.query<{ state: string }>(
    "select state from resources.booking where id = any($1::uuid[]) order by array_position($1::uuid[], id)",
    [ids],
  );
  return rows.map(({ state }) => state);
};
const told = async (ids: readonly string[]) => {
  const { rows } = await setting.admin.query<{ type: string; to: string }>(
    `select type, organization_id as to from activities.notice
     where record_id = any($1::uuid[]) and type not in ('REQUESTED', 'BOOKED') order by number`,
    [ids],
  );
  return rows;
};

describe("several requests", () => {
  it("are confirmed together, in the order of the ids: told, settled and noted one by one", async () => {
    const { ids } = await requests();
    const { data, message } = await decideAll(ids);
    expect(message).toBeUndefined();
    expect(data.decideBookings.bookings).toMatchObject(
      ids.map((id) => ({ id, state: "CONFIRMED", version: 2 })),
    );
    const to = setting.units.b;
    expect(await told(ids)).toEqual(ids.map(() => ({ type: "CONFIRMED", to })));
    const tasks = await setting.admin.query(
      "select state from activities.task where record_id = any($1::uuid[])",
      [ids],
    );
    expect(tasks.rows).toEqual(ids.map(() => ({ state: "DONE" })));
    const noted = await setting.admin.query(
      `select record_id as id, details->'changes'->0->>'after' as state from audit.entry
       where action = 'decideBookings' and record_id = any($1::text[]) order by array_position($1::text[], record_id)`,
      [ids],
    );
    expect(noted.rows).toEqual(ids.map((id) => ({ id, state: "CONFIRMED" })));
  });

  it("leave what they do not get to whoever waits for it, room by room", async () => {
    const rooms = [
      await shared(setting, { approval: true }),
      await shared(setting, { approval: true }),
    ];
    const during = hours(setting, 30, 31);
    const ids: string[] = [];
    for (const resourceId of rooms) {
      ids.push(await booked(setting, resourceId, { during }));
      await joined(setting, "c", { resourceId, during });
    }
    await decideAll(ids, { confirm: false, reason: "停用" });
    for (const resourceId of rooms)
      expect(await entries(setting, resourceId)).toMatchObject([{ state: "OFFERED" }]);
  });

  it("are denied together, with the reason; a change that is denied gives its time back", async () => {
    const { rooms, ids } = await requests();
    await decide(String(ids[0]));
    const during = hours(setting, 60, 61);
    const change = { id: ids[0], during };
    await setting.call(setting.people.b, CHANGE, { input: change });
    const { data } = await decideAll(ids, { confirm: false, reason: "停用" });
    expect(data.decideBookings.bookings).toMatchObject([
      { state: "CONFIRMED", reason: "停用", during: hours(setting, 30, 31) },
      { state: "DENIED", reason: "停用" },
      { state: "DENIED", reason: "停用" },
    ]);
    const types = (await told(ids)).map(({ type }) => type);
    expect(types.toSorted()).toEqual([
      "CHANGE_DENIED",
      "CHANGE_REQUESTED",
      "CONFIRMED",
      "DENIED",
      "DENIED",
    ]);
    expect(rooms).toHaveLength(2);
  });

  it("are decided all or none: all that is wrong is told with its place and its name", async () => {
    const { ids } = await requests();
    const [first, second, third] = ids;
    await setting.call(setting.people.b, CANCEL, { input: { id: third, reason: "改期" } });
    const answer = await decideAll([String(first), "x", String(third), String(second)]);
    expect(answer.code).toBe("BAD_USER_INPUT");
    const faults = answer.extensions?.["faults"] as {
      path: unknown[];
      code: string;
      chinese: string;
    }[]; // as errors give them
    expect(faults.map(({ path, code }) => [path.slice(1), code])).toEqual([
      [["bookings", 1], "NOT_FOUND"],
      [["bookings", 2], "ILLEGAL_TRANSITION"],
    ]);
    expect(faults[1]?.chinese).toMatch(/^大教室 .*：.*已取消/u);
    const both = await decideAll([String(third)], { reason: "字".repeat(300) });
    expect(both.extensions?.["faults"]).toHaveLength(2);
    expect(await statesOf(ids)).toEqual(["REQUESTED", "REQUESTED", "CANCELLED"]);
  });

  it("are decided as the provider has read them: not where one was changed since", async () => {
    const { ids } = await requests();
    const [first, second, third] = ids;
    const input = { id: second, during: hours(setting, 70, 80) };
    await setting.call(setting.people.b, CHANGE, { input });
    const bookings = [first, second, third].map((id) => ({ id, version: 1 }));
    const answer = await decideAll([], { bookings });
    expect([answer.code, answer.extensions?.["field"]]).toEqual(["CONFLICT", "bookings.1"]);
    expect(answer.extensions?.["chinese"]).toMatch(/^会议室 .*：别人已经更改过/u);
    expect(await statesOf(ids)).toEqual(Array(3).fill("REQUESTED"));
    const read = bookings.map(({ id }, at) => ({ id, version: at === 1 ? 2 : 1 }));
    expect((await decideAll([], { bookings: read })).code).toBeUndefined();
  });

  it("are for the provider alone: one of somebody else's among them, and none is decided", async () => {
    const { ids } = await requests();
    for (const [viewer, code] of [
      [ANONYMOUS, "UNAUTHENTICATED"],
      [setting.people.b, "FORBIDDEN"],
      [setting.people.c, "FORBIDDEN"],
      [setting.secretary, "FORBIDDEN"],
    ] as const)
      expect((await decideAll(ids, {}, viewer)).code).toBe(code);
    const input = { ...shareInput(setting), providerId: setting.units.c, approval: true };
    const answer = await setting.call(setting.people.c, SHARE, { input });
    const ofC = answer.data.shareResource.resource.id;
    const foreign = await booked(setting, ofC, { during: hours(setting, 30, 31) });
    expect((await decideAll([...ids, foreign])).code).toBe("FORBIDDEN");
    expect(await statesOf([...ids, foreign])).toEqual(Array(4).fill("REQUESTED"));
  });

  it("are 1 to 50, each once; a repeated call is answered alike", async () => {
    const { ids } = await requests();
    expect((await decideAll([])).code).toBe("BAD_USER_INPUT");
    expect((await decideAll([...ids, ...ids])).code).toBe("BAD_USER_INPUT");
    expect((await decideAll(Array.from({ length: 51 }, () => "x"))).code).toBe("BAD_USER_INPUT");
    const key = { idempotencyKey: `decide ${ids[0]}` };
    const first = await decideAll(ids, key);
    expect(first.code).toBeUndefined();
    expect((await decideAll(ids, key)).data).toEqual(first.data);
  });

  it("never wait for each other, whatever their order", async () => {
    const rooms = [
      await shared(setting, { approval: true, capacity: 50 }),
      await shared(setting, { approval: true, capacity: 50 }),
    ].toSorted();
    const pairs: string[][] = [];
    for (let turn = 0; turn < 12; turn += 1) {
      const pair: string[] = [];
      for (const room of turn % 2 ? rooms : rooms.toReversed())
        pair.push(await booked(setting, room, { during: hours(setting, 30, 31) }));
      pairs.push(pair);
    }
    const answers = await Promise.all(pairs.map((pair) => decideAll(pair)));
    expect(answers.map(({ code }) => code)).toEqual(pairs.map(() => undefined));
  });
});

describe("those who wait for a time", () => {
  const waiting = async () => {
    const room = await shared(setting, { approval: true });
    const ids: string[] = [];
    for (const at of [30, 40, 50])
      ids.push(await booked(setting, room, { during: hours(setting, at, at + 2) }));
    const lines = [
      await joined(setting, "c", { resourceId: room, during: hours(setting, 31, 32) }),
      await joined(setting, "c", { resourceId: room, during: hours(setting, 40, 41) }),
      await joined(setting, "stranger", { resourceId: room, during: hours(setting, 41, 42) }),
      await joined(setting, "stranger", { resourceId: room, during: hours(setting, 50, 51) }),
    ];
    setting.clock.now = new Date("2026-03-01T05:00:00Z");
    return { room, ids, lines };
  };

  it("are told that it is another's, each unit once", async () => {
    const { ids, lines } = await waiting();
    await decideAll(ids.slice(0, 2));
    expect(await told(lines)).toEqual(
      expect.arrayContaining([
        { type: "TAKEN", to: setting.units.c },
        { type: "TAKEN", to: setting.units.stranger },
      ]),
    );
    expect(await told(lines)).toHaveLength(2);
    expect(await told([String(lines[0]), String(lines[2])])).toHaveLength(2);
  });

  it("are told by a single answer, too; a denied change tells nobody", async () => {
    const { ids, lines } = await waiting();
    const { data } = await decide(String(ids[2]));
    expect(data.decideBooking.booking).toMatchObject({ state: "CONFIRMED", version: 2 });
    expect(await told(lines)).toEqual([{ type: "TAKEN", to: setting.units.stranger }]);
    const input = { id: ids[2], during: hours(setting, 70, 71) };
    await setting.call(setting.people.b, CHANGE, { input });
    await decide(String(ids[2]), { confirm: false });
    expect(await told(lines)).toHaveLength(1);
  });

  it("are not told of what they have got themselves, and wait for more of", async () => {
    const resourceId = await shared(setting, { approval: true, capacity: 3 });
    const during = hours(setting, 30, 32);
    const own = await booked(setting, resourceId, { during, quantity: 2 });
    await setting.call(setting.people.c, BOOK, {
      input: { resourceId, organizationId: setting.units.c, during },
    });
    const lines = [
      await joined(setting, "b", { resourceId, during }),
      await joined(setting, "stranger", { resourceId, during }),
    ];
    await decide(own);
    expect(await told(lines)).toEqual([{ type: "TAKEN", to: setting.units.stranger }]);
  });

  it("are offered at once what a denial leaves free", async () => {
    const { room, ids } = await waiting();
    await decideAll(ids.slice(0, 1), { confirm: false });
    const states = (await entries(setting, room)).map(({ state }) => state);
    expect(states).toEqual(["OFFERED", ...Array(3).fill("WAITING")]);
  });
});
