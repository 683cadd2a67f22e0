import { createLog } from "@alliance-hub/platform/log/log";
import { connectDatabase, type Database } from "@alliance-hub/platform/database/connect";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { createContext } from "../context.ts";
import { type MembersTables, SCHEMA, entities } from "../database.ts";
import { tellTakeovers } from "../mechanisms/change-of-term/takeover-worker.ts";
import {
  APPOINT_SEAT,
  type CommitteeSetting,
  DISCARD_PLANNED_TERM,
  END_SEAT,
  type MembersSetting,
  PLAN_TERM,
  START_TERM,
  TODAY,
  UPDATE_PLANNED_TERM,
  createMembersSetting,
  memberUnit,
} from "./members-setting.ts";

const log = createLog({ level: "fatal", name: "test" });
const STARTS = "2026-09-01";

let setting: MembersSetting;
let database: Database<MembersTables>;
beforeAll(async () => {
  setting = await createMembersSetting();
  database = await connectDatabase<MembersTables>({ url: setting.url, schema: SCHEMA }, entities);
});
beforeEach(async () => {
  setting.setDay(TODAY);
  await setting.admin.query("update members.term set takeover_untold = false");
});
afterAll(async () => {
  await database.close();
  await setting[Symbol.asyncDispose]();
});

/** Tells of takeovers as the worker does at an instant. @returns how many there were. */
const tellAt = async (instant: string): Promise<number> => {
  const clock = () => new Date(instant);
  const signal = new AbortController().signal;
  const request = { viewer: ANONYMOUS, requestId: "midnight", signal };
  const config = { databaseUrl: setting.url, log, clock };
  return await tellTakeovers({ context: createContext({ config, database, request }), clock });
};

interface Seated {
  readonly committee: CommitteeSetting;
  readonly unit: string;
  /** What somebody of this committee signs in as. */
  readonly named: (name: string) => string;
  readonly seats: Readonly<Record<string, string>>;
}

/** A committee with a secretary, somebody with two seats of a unit, and one without a sign-in. */
async function seated(): Promise<Seated> {
  const committee = await setting.committee();
  const { id: unit } = await memberUnit(setting, committee);
  const named = (name: string): string => `${name} of ${committee.id}`;
  const seats: Record<string, string> = {};
  for (const [name, role, organizationId, subject] of [
    ["secretary", "SECRETARY", committee.base, named("secretary")],
    ["deputy", "DEPUTY_SECRETARY", committee.base, named("deputy")],
    ["member", "MEMBER", unit, named("member")],
    ["member again", "PART_TIME", unit, named("member")],
    ["nobody", "MEMBER", unit, null],
  ] as const) {
    const { data } = await setting.call(setting.operator, APPOINT_SEAT, {
      input: {
        committeeId: committee.id,
        organizationId,
        role,
        holderName: "委员 001",
        subject,
        since: "2022-05-01",
      },
    });
    seats[name] = data.appointSeat.seat.id;
  }
  return { committee, unit, named, seats };
}

const done = async (document: string, input: object, viewer = setting.operator) => {
  const { data, message } = await setting.call(viewer, document, { input });
  if (message !== undefined) throw new Error(message);
  return data;
};
const planned = async ({ committee }: Seated, over: object = {}): Promise<string> => {
  const input = { committeeId: committee.id, number: 2, startsOn: STARTS, endsOn: "2031-08-31" };
  return (await done(PLAN_TERM, { ...input, ...over })).planTerm.term.id;
};
/** Who was told of the terms of a committee, since the last look. */
const looked = new Map<string, number>();
async function told({ committee, unit, named }: Seated): Promise<string[]> {
  const { rows } = await setting.admin.query<{ type: string; to: string; number: string }>(
    `select type, addressee as to, number from activities.notice
     where noun = 'Term' and facts -> 'committee' ->> 'committee' = $1 and number > $2 order by number`,
    [committee.id, looked.get(committee.id) ?? 0],
  );
  looked.set(committee.id, Number(rows.at(-1)?.number ?? looked.get(committee.id) ?? 0));
  const names = new Map([
    [`committee:${committee.id}`, "committee"],
    [`unit:${unit}`, "unit"],
    [`unit:${committee.base}`, "base"],
    ...["secretary", "deputy", "member", "new"].map((name): [string, string] => [
      `person:${named(name)}`,
      name,
    ]),
  ]);
  return rows.map(({ type, to }) => `${type} ${names.get(to) ?? to}`).toSorted();
}

describe("a planned term", () => {
  it("is told to the committee and to each person with a seat of it, once, and so are its changes", async () => {
    const one = await seated();
    const id = await planned(one);
    const all = (type: string) => [`${type} committee`, `${type} deputy`, `${type} member`];
    expect(await told(one)).toEqual(all("PLANNED"));
    await done(UPDATE_PLANNED_TERM, { id, startsOn: "2026-10-01" });
    expect(await told(one)).toEqual(all("CHANGED"));
    await done(DISCARD_PLANNED_TERM, { id });
    expect(await told(one)).toEqual(all("DISCARDED"));
  });

  it("is not told to whoever runs the committee and does it themselves", async () => {
    const one = await seated();
    const { committee } = one;
    const role = { role: "SECRETARY", committeeId: committee.id } as const;
    const secretary = {
      ...committee.secretary,
      roles: [{ ...role, regionCode: null, organizationId: null }],
    };
    const input = { committeeId: committee.id, number: 2, startsOn: STARTS, endsOn: "2031-08-31" };
    await done(PLAN_TERM, input, secretary);
    expect(await told(one)).toEqual(["PLANNED deputy", "PLANNED member"]);
  });

  it("that is refused is told to nobody", async () => {
    const one = await seated();
    const id = await planned(one);
    await told(one);
    const { code } = await setting.call(setting.stranger, DISCARD_PLANNED_TERM, { input: { id } });
    expect(code).toBe("NOT_FOUND");
    expect(await told(one)).toEqual([]);
  });
});

describe("a term that takes over", () => {
  const TAKEN_OVER = [
    "SEAT_ENDED deputy",
    "TOOK_OVER base",
    "TOOK_OVER committee",
    "TOOK_OVER member",
    "TOOK_OVER new",
    "TOOK_OVER unit",
  ];
  /** Plans a term in which the deputy does not go on, and somebody new has two seats. */
  async function changing(): Promise<Seated> {
    const one = await seated();
    const termId = await planned(one);
    const { rows } = await setting.admin.query(
      "select id from members.seat where term_id = $1 and carried_from_id = $2",
      [termId, one.seats["deputy"]],
    );
    await done(END_SEAT, { id: rows[0].id, reason: "不再留任" });
    for (const role of ["MEMBER", "PART_TIME"])
      await done(APPOINT_SEAT, {
        committeeId: one.committee.id,
        organizationId: one.unit,
        termId,
        role,
        holderName: "委员 002",
        subject: one.named("new"),
      });
    await told(one);
    return one;
  }

  it("is told at midnight: to all with a seat and their units, and to those whose seats end", async () => {
    const one = await changing();
    expect(await tellAt("2026-08-31T23:59:59+08:00")).toBe(0);
    expect(await told(one)).toEqual([]);
    expect(await tellAt("2026-09-01T00:00:00+08:00")).toBe(1);
    expect(await told(one)).toEqual(TAKEN_OVER);
    expect(await tellAt("2026-09-01T00:01:00+08:00")).toBe(0);
    expect(await told(one)).toEqual([]);
  });

  it("is told once, though somebody changes a seat first and two processes look at once", async () => {
    const one = await changing();
    setting.setDay(STARTS);
    const input = { committeeId: one.committee.id, organizationId: one.unit, role: "MEMBER" };
    await done(APPOINT_SEAT, { ...input, holderName: "委员 003" });
    const at = "2026-09-01T12:00:00+08:00";
    const both = await Promise.all([tellAt(at), tellAt(at)]);
    expect(both.toSorted()).toEqual([0, 1]);
    expect(await told(one)).toEqual(TAKEN_OVER);
  });

  it("is told at once where it is entered on its day or later, and never again", async () => {
    const one = await seated();
    const input = { committeeId: one.committee.id, number: 2, startsOn: TODAY };
    await done(START_TERM, { ...input, endsOn: "2031-02-28", carrySeats: false });
    const all = ["SEAT_ENDED deputy", "SEAT_ENDED member", "TOOK_OVER base", "TOOK_OVER committee"];
    expect(await told(one)).toEqual(all);
    expect(await tellAt("2026-03-02T00:00:00+08:00")).toBe(0);
    expect(await told(one)).toEqual([]);
  });
});
