import type { Answer } from "@alliance-hub/testing/answer";
import { randomUUID } from "node:crypto";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  CANCEL,
  type CalendarSetting,
  HOLD,
  createCalendarSetting,
  on,
  scheduled,
} from "./calendar-setting.ts";

const PUT =
  "mutation ($input: PutAgendaItemInput!) { putAgendaItem(input: $input) { agendaItem { id title position proposedBy { id } activity { id } } } }";
const REMOVE =
  "mutation ($input: RemoveAgendaItemInput!) { removeAgendaItem(input: $input) { activity { id agendaItems { position } } } }";

let setting: CalendarSetting;
beforeAll(async () => {
  setting = await createCalendarSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const meetingOn = (day: string, over: object = {}) =>
  scheduled(setting, { kind: "MEETING", during: on(day), ...over });
const put = (
  viewer: CalendarSetting["seat"],
  activityId: string,
  over: object = {},
): Promise<Answer> =>
  setting.call(viewer, PUT, { input: { activityId, title: "停车难", ...over } });
const remove = (viewer: CalendarSetting["seat"], id: string, over: object = {}): Promise<Answer> =>
  setting.call(viewer, REMOVE, { input: { id, ...over } });

describe("an agenda", () => {
  it("gets items from seats and whoever runs the committee, in the order in which they were put", async () => {
    const { a, b } = setting.units;
    const activityId = await meetingOn("2026-03-20");
    const answers = [
      await put(setting.secretary, activityId, { organizationId: a }),
      await put(setting.seat, activityId, { organizationId: b, detail: "一\n二" }),
      await put(setting.seat, activityId),
    ];
    const items = answers.map(({ data }) => data.putAgendaItem.agendaItem);
    expect(items.map(({ position, proposedBy }) => [position, proposedBy?.id])).toEqual([
      [1, a],
      [2, b],
      [3, undefined],
    ]);
    expect(items[0].activity).toEqual({ id: activityId });
  });

  it("gives many at once different places", async () => {
    const activityId = await meetingOn("2026-03-20");
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => put(setting.seat, activityId)),
    );
    const positions = answers.map(({ data }): number => data.putAgendaItem.agendaItem.position);
    expect(positions.toSorted((x, y) => x - y)).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 1),
    );
  });

  it("gets none from liaisons, for other units, or from who sees no meeting", async () => {
    const { a, b, stranger } = setting.units;
    const activityId = await meetingOn("2026-03-20");
    expect((await put(setting.liaison(b), activityId)).code).toBe("FORBIDDEN");
    expect((await put(setting.seat, activityId, { organizationId: a })).code).toBe("FORBIDDEN");
    expect((await put(setting.liaison(stranger), activityId)).code).toBe("NOT_FOUND");
    expect((await put(ANONYMOUS, activityId)).code).toBe("UNAUTHENTICATED");
    expect((await put(ANONYMOUS, await meetingOn("2026-03-20", { audience: "PUBLIC" }))).code).toBe(
      "UNAUTHENTICATED",
    );
    expect((await put(setting.secretary, activityId, { organizationId: stranger })).code).toBe(
      "BAD_USER_INPUT",
    );
    for (const id of ["x", randomUUID()]) {
      expect((await put(setting.secretary, id)).code).toBe("NOT_FOUND");
      expect((await put(setting.secretary, activityId, { organizationId: id })).code).toBe(
        "NOT_FOUND",
      );
    }
  });

  it("belongs to a meeting that lies ahead", async () => {
    expect((await put(setting.secretary, await scheduled(setting))).code).toBe("BAD_USER_INPUT");
    const held = await meetingOn("2026-02-20");
    const { data } = await put(setting.seat, held, { organizationId: setting.units.b });
    await setting.call(setting.secretary, HOLD, { input: { id: held } });
    const cancelled = await meetingOn("2026-03-20");
    await setting.call(setting.secretary, CANCEL, { input: { id: cancelled, reason: "改期" } });
    expect((await put(setting.seat, held)).code).toBe("ILLEGAL_TRANSITION");
    expect((await put(setting.secretary, cancelled)).code).toBe("ILLEGAL_TRANSITION");
    expect((await remove(setting.seat, data.putAgendaItem.agendaItem.id)).code).toBe(
      "ILLEGAL_TRANSITION",
    );
  });

  it("refuses texts that are empty or too long, and a hundred and first item", async () => {
    const activityId = await meetingOn("2026-03-20");
    for (const over of [
      { title: "" },
      { title: "长".repeat(10_000) },
      { detail: "长".repeat(1001) },
    ]) {
      expect((await put(setting.secretary, activityId, over)).code).toBe("BAD_USER_INPUT");
    }
    await setting.admin.query(
      "insert into activities.agenda_item (id, created_at, updated_at, activity_id, title, position) select gen_random_uuid(), now(), now(), $1, '题', g from generate_series(1, 100) g",
      [activityId],
    );
    expect((await put(setting.secretary, activityId)).message).toContain("100 items");
  });

  it("loses an item to the unit that proposed it or whoever runs the committee, and not to others", async () => {
    const { a, b } = setting.units;
    const activityId = await meetingOn("2026-03-20");
    const [first, second] = [
      (await put(setting.secretary, activityId, { organizationId: a })).data.putAgendaItem
        .agendaItem.id,
      (await put(setting.seat, activityId, { organizationId: b })).data.putAgendaItem.agendaItem.id,
    ];
    expect((await remove(setting.seat, first)).code).toBe("FORBIDDEN");
    expect((await remove(setting.liaison(a), first)).code).toBe("FORBIDDEN");
    expect((await remove(setting.liaison(setting.units.stranger), first)).code).toBe("NOT_FOUND");
    expect((await remove(setting.seat, second, { version: 9 })).code).toBe("CONFLICT");
    const over = { reason: "已办", idempotencyKey: "off" };
    for (const answer of [
      await remove(setting.seat, second, over),
      await remove(setting.seat, second, over),
    ]) {
      expect(answer.data.removeAgendaItem.activity).toEqual({
        id: activityId,
        agendaItems: [{ position: 1 }],
      });
    }
    expect((await remove(setting.seat, second)).code).toBe("NOT_FOUND");
    expect((await remove(setting.secretary, first)).code).toBeUndefined();
    expect((await put(setting.secretary, activityId)).data.putAgendaItem.agendaItem.position).toBe(
      3,
    );
    const kept = await setting.admin.query(
      "select remove_reason from activities.agenda_item where id = $1",
      [second],
    );
    expect(kept.rows).toEqual([{ remove_reason: "已办" }]);
  });
});
