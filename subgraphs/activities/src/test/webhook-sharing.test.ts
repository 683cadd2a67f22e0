import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { CANCEL, JOIN, on, scheduled } from "./calendar-setting.ts";
import { STEPS } from "./invitation-setting.ts";
import {
  UPDATE,
  type WebhookSetting,
  createWebhookSetting,
  eventOf,
  untilTold,
} from "./webhook-setting.ts";

let setting: WebhookSetting;
let work: AsyncDisposable | undefined;
beforeAll(async () => {
  setting = await createWebhookSetting();
  work = setting.subgraph.work?.();
});
afterAll(async () => {
  await work?.[Symbol.asyncDispose]();
  await setting?.[Symbol.asyncDispose]();
});

const leave = (organizationId: string): Promise<unknown> =>
  setting.admin.query("delete from members.membership where organization_id = $1", [
    organizationId,
  ]);

const DAY_MS = 86_400_000;

describe("an organisation is told", () => {
  it("of what it may see, by its own standing and not that of who registered", async () => {
    const { b, stranger } = setting.units;
    // Who registers may see more than the organisation does.
    const wide = { ...setting.secretary, organizationIds: [stranger] };
    await using outside = await setting.register({ organizationId: stranger }, wide);
    await using inside = await setting.register({ organizationId: b }, setting.liaison(b));
    await scheduled(setting, { audience: "PARTIES" });
    const committee = await scheduled(setting, { audience: "COMMITTEE" });
    const open = await scheduled(setting, { audience: "PUBLIC" });
    await inside.receiver.count(2);
    await outside.receiver.count(1);
    const told = ({ receiver }: typeof inside) =>
      new Set(receiver.received.map((one) => eventOf(one).subject));
    expect(told(inside)).toEqual(new Set([committee, open]));
    expect(told(outside)).toEqual(new Set([open]));
    // What it may not see leaves no trace among its deliveries.
    const seen = await setting.told(outside.id, setting.liaison(stranger));
    expect(seen.deliveries.map(({ activity }) => activity?.id)).toEqual([open]);
  });

  it("of nothing that it may no longer see once it has left the committee, queued before or not", async () => {
    const { a, c } = setting.units;
    const left = setting.liaison(c);
    await using endpoint = await setting.register({ organizationId: c }, left);
    await using staying = await setting.register({ organizationId: a });
    endpoint.receiver.answer = () => 500;
    const id = await scheduled(setting);
    await endpoint.receiver.count(1);
    const told = (isSo: (states: string[]) => boolean) =>
      untilTold(
        { ...setting, told: (of) => setting.told(of, { ...left, committeeIds: [] }) },
        endpoint.id,
        ({ deliveries }) => isSo(deliveries.map(({ state }) => state)),
      );
    await setting.done(CANCEL, { id, reason: "下雨" }, setting.secretary);
    await told((states) => states.length === 2);
    await leave(c);
    endpoint.receiver.answer = () => 200;
    setting.clock.now = new Date(setting.clock.now.getTime() + 5000);
    const { deliveries } = await told((states) => states.every((state) => state === "WITHHELD"));
    expect(deliveries.map(({ activity }) => activity)).toEqual([null, null]);
    await scheduled(setting);
    await staying.receiver.count(3);
    const open = await scheduled(setting, { audience: "PUBLIC" });
    const [, again] = await endpoint.receiver.count(2);
    expect(again && eventOf(again).subject).toBe(open);
    expect(endpoint.receiver.received).toHaveLength(2);
  });

  it("of no invitation but its own and those of activities that it hosts", async () => {
    const { a, b, c } = setting.units;
    await using invited = await setting.register({ organizationId: b }, setting.liaison(b));
    await using other = await setting.register({ organizationId: c }, setting.liaison(c));
    const about = { organizationId: c, filter: { organizationId: b } };
    await using curious = await setting.register(about, setting.liaison(c));
    const day = new Date(setting.clock.now.getTime() + DAY_MS).toISOString().slice(0, 10);
    const id = await scheduled(setting, { audience: "PUBLIC", during: on(day) });
    await setting.done(STEPS.inviteUnits, { id, organizationIds: [b] }, setting.liaison(a));
    await setting.done(JOIN, { id, organizationId: b }, setting.liaison(b));
    await invited.receiver.count(3);
    await other.receiver.count(2);
    await curious.receiver.count(1);
    const told = ({ receiver }: typeof invited) =>
      receiver.received.map((one) => eventOf(one).data.type).toSorted();
    const joined = "PARTICIPANT_JOINED";
    expect(told(invited)).toEqual(["PARTICIPANT_INVITED", joined, "SCHEDULED"]);
    expect(told(other)).toEqual([joined, "SCHEDULED"]);
    expect(told(curious)).toEqual([joined]);
  });

  it("of nothing that the log no longer has when its turn comes, but that it is missing", async () => {
    await using endpoint = await setting.register();
    endpoint.receiver.answer = () => 500;
    const id = await scheduled(setting);
    await untilTold(setting, endpoint.id, (told) => told.deliveries[0]?.attempts.length === 1);
    await setting.admin.query("delete from activities.activity_update where activity_id = $1", [
      id,
    ]);
    setting.clock.now = new Date(setting.clock.now.getTime() + 5000);
    const told = await untilTold(setting, endpoint.id, ({ missedAt }) => missedAt !== null);
    expect(told.deliveries[0]).toMatchObject({ state: "GIVEN_UP", nextAttemptAt: null });
    expect(endpoint.receiver.received).toHaveLength(1);
  });

  it("that something is missing where the log was cleared while nothing was delivered", async () => {
    const { b } = setting.units;
    const owner = setting.liaison(b);
    await using endpoint = await setting.register({ organizationId: b }, owner);
    await setting.done(UPDATE, { id: endpoint.id, enabled: false }, owner);
    await scheduled(setting);
    await setting.admin.query(
      "with gone as (delete from activities.activity_update returning number) update activities.update_log set cleared_number = (select max(number) from gone)",
    );
    await setting.done(UPDATE, { id: endpoint.id, enabled: true }, owner);
    const id = await scheduled(setting);
    const [first] = await endpoint.receiver.count(1);
    expect(first && eventOf(first).subject).toBe(id);
    expect((await setting.told(endpoint.id, owner)).missedAt).not.toBeNull();
  });
});
