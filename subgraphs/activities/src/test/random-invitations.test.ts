import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { on } from "./calendar-setting.ts";
import { type InvitationSetting, createInvitationSetting } from "./invitation-setting.ts";

let setting: InvitationSetting;
beforeAll(async () => {
  setting = await createInvitationSetting();
});
afterAll(async () => await setting[Symbol.asyncDispose]());

type Unit = "b" | "c" | "base" | "stranger";
type Step =
  | { readonly what: "invite" | "join" | "decline" | "leave"; readonly unit: Unit }
  | { readonly what: "record"; readonly unit: Unit; readonly count: number }
  | { readonly what: "cancel" | "hold" | "wait" }
  | { readonly what: "move"; readonly days: number };

/** An activity as the rules have it, told without SQL and without the service. */
interface Model {
  state: "SCHEDULED" | "RESCHEDULED" | "HELD" | "CANCELLED";
  day: number;
  now: number;
  readonly parts: Map<string, string>;
  readonly counts: Map<string, number>;
}

const unit = fc.constantFrom<Unit>("b", "c", "base", "stranger");
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ what: fc.constant("invite" as const), unit }) },
    { weight: 6, arbitrary: fc.record({ what: fc.constant("join" as const), unit }) },
    { weight: 6, arbitrary: fc.record({ what: fc.constant("decline" as const), unit }) },
    { weight: 4, arbitrary: fc.record({ what: fc.constant("leave" as const), unit }) },
    {
      weight: 4,
      arbitrary: fc.record({ what: fc.constant("record" as const), unit, count: fc.nat(1000) }),
    },
    { weight: 2, arbitrary: fc.record({ what: fc.constant("move" as const), days: fc.nat(5) }) },
    { weight: 2, arbitrary: fc.record({ what: fc.constant("wait" as const) }) },
    {
      weight: 1,
      arbitrary: fc.record({ what: fc.constantFrom("cancel" as const, "hold" as const) }),
    },
  ),
  { minLength: 3, maxLength: 14 },
);

/** What a step does to the model. @returns whether the hub is to accept it. */
function expected(model: Model, step: Step): boolean {
  const { parts, counts } = model;
  const isOpen = model.state === "SCHEDULED" || model.state === "RESCHEDULED";
  const hasBegun = model.now >= model.day;
  switch (step.what) {
    case "wait":
      model.now += 4;
      return true;
    case "move":
      if (!isOpen) return false;
      model.state = "RESCHEDULED";
      model.day = model.now + 1 + step.days;
      return true;
    case "cancel":
      if (!isOpen) return false;
      model.state = "CANCELLED";
      return true;
    case "hold":
      if (!isOpen || !hasBegun) return false;
      model.state = "HELD";
      return true;
    default:
  }
  const part = parts.get(step.unit);
  const named = part === "INVITED" || part === "JOINED";
  switch (step.what) {
    case "invite":
      if (!isOpen || hasBegun || named) return false;
      parts.set(step.unit, "INVITED");
      return true;
    case "join":
      // Once it was held, the host enters it: here all is done by the host.
      if (part === "JOINED") return true;
      if (model.state === "CANCELLED") return false;
      parts.set(step.unit, "JOINED");
      return true;
    case "decline":
      if (part === "DECLINED") return true;
      if (!isOpen || part !== "INVITED") return false;
      parts.set(step.unit, "DECLINED");
      return true;
    case "leave":
      if (!named) return true;
      if (model.state === "CANCELLED" || part === "INVITED") return false;
      parts.set(step.unit, "LEFT");
      counts.delete(step.unit);
      return true;
    case "record":
      if (model.state === "CANCELLED" || !named) return false;
      parts.set(step.unit, "JOINED");
      counts.set(step.unit, step.count);
      if (isOpen && hasBegun) model.state = "HELD";
      return true;
  }
}

const DAY_MS = 86_400_000;
const FIRST = new Date("2026-03-01T04:00:00Z").getTime();
const dayOf = (day: number): string => new Date(FIRST + day * DAY_MS).toISOString().slice(0, 10);

/** Takes the step in the hub, as the host. @returns whether it was accepted. */
async function taken(id: string, step: Step, model: Model): Promise<boolean> {
  const { units } = setting;
  const host = setting.liaison(units.a);
  const organizationId = "unit" in step ? units[step.unit] : "";
  const send = async (name: Parameters<InvitationSetting["step"]>[0], input: object) => {
    const { code, message } = await setting.step(name, host, { id, ...input });
    if (code === "INTERNAL") throw new Error(message);
    return code === undefined;
  };
  switch (step.what) {
    case "wait":
      setting.clock.now = new Date(setting.clock.now.getTime() + 4 * DAY_MS);
      return true;
    case "move":
      return await send("rescheduleActivity", {
        during: on(dayOf(model.now + 1 + step.days)),
      });
    case "cancel":
      return await send("cancelActivity", { reason: "大雨" });
    case "hold":
      return await send("holdActivity", {});
    case "invite":
      return await send("inviteUnits", { organizationIds: [organizationId] });
    case "join":
      return await send("joinActivity", { organizationId });
    case "decline":
      return await send("declineInvitation", { organizationId });
    case "leave":
      return await send("leaveActivity", { organizationId });
    case "record":
      return await send("recordAttendance", { organizationId, attendance: step.count });
  }
}

describe("any sequence of steps", () => {
  it("leaves parts, sums, who sees it and what awaits whom as the rules have it", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        setting.clock.now = new Date(FIRST);
        const id = await setting.hosted({ during: on(dayOf(3)), audience: "PARTIES" });
        const model: Model = {
          state: "SCHEDULED",
          day: 3,
          now: 0,
          parts: new Map([["a", "JOINED"]]),
          counts: new Map(),
        };
        for (const step of all) {
          const isTaken = await taken(id, step, model);
          expect([step, isTaken]).toEqual([step, expected(model, step)]);
        }
        await agree(id, model);
      }),
      { numRuns: 40 },
    );
  });
});

/** That what is stored and what is told is what the model has. */
async function agree(id: string, model: Model): Promise<void> {
  const { units, admin } = setting;
  const { rows } = await admin.query(
    `select state, attendance, participant_ids::text[] as ids,
       (select coalesce(sum(p.attendance), 0)::int from activities.participant p where p.activity_id = activity.id) as sum
     from activities.activity where id = $1`,
    [id],
  );
  const named = [...model.parts].filter(([, state]) => state === "INVITED" || state === "JOINED");
  const count = [...model.counts.values()].reduce((sum, one) => sum + one, 0);
  expect(rows.map((row) => ({ ...row, ids: row.ids.toSorted() }))).toEqual([
    {
      state: model.state,
      attendance: count,
      sum: count,
      ids: named.map(([name]) => units[name as Unit | "a"]).toSorted(),
    },
  ]);
  const parts = [...model.parts].map(([name, state]) => `${name} ${state}`);
  expect((await setting.partsSeenBy(setting.liaison(units.a), id))?.toSorted()).toEqual(
    parts.toSorted(),
  );
  for (const name of ["b", "c", "base", "stranger"] as const) {
    const part = model.parts.get(name);
    const sees = part === "INVITED" || part === "JOINED";
    expect((await setting.partsSeenBy(setting.liaison(units[name]), id)) !== null).toBe(sees);
    const isAhead = ["SCHEDULED", "RESCHEDULED"].includes(model.state) && model.now < model.day;
    const open = (await setting.invitationsOf(units[name], id)).filter((one) =>
      one.startsWith("OPEN"),
    );
    expect(open).toHaveLength(part === "INVITED" && isAhead ? 1 : 0);
  }
}
