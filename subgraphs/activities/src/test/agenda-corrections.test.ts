import { randomUUID } from "node:crypto";
import type { Answer } from "@alliance-hub/testing/answer";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  CANCEL,
  type CalendarSetting,
  HOLD,
  createCalendarSetting,
  on,
  scheduled,
} from "./calendar-setting.ts";

const ITEM = "{ agendaItem { id title detail position version proposedBy { id } } }";
const PUT = `mutation ($input: PutAgendaItemInput!) { putAgendaItem(input: $input) ${ITEM} }`;
const UPDATE = `mutation ($input: UpdateAgendaItemInput!) { updateAgendaItem(input: $input) ${ITEM} }`;
const REMOVE =
  "mutation ($input: RemoveAgendaItemInput!) { removeAgendaItem(input: $input) { activity { id } } }";
const NOTICES = "query { notices(first: 50) { nodes { type recordId } } }";

const NOW = new Date("2026-03-01T04:00:00Z");
const LAST_DAY = new Date("2027-01-31T04:00:00Z");
const TOO_LATE = new Date("2027-01-31T16:00:00Z");

let setting: CalendarSetting;
beforeAll(async () => {
  setting = await createCalendarSetting();
});
beforeEach(() => {
  setting.clock.now = NOW;
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const meeting = (over: object = {}): Promise<string> =>
  scheduled(setting, { kind: "MEETING", ...over });
const put = async (activityId: string, over: object = {}, viewer = setting.secretary) =>
  await setting.call(viewer, PUT, { input: { activityId, title: "分工", ...over } });
const item = async (activityId: string, over: object = {}): Promise<string> =>
  (await put(activityId, over)).data.putAgendaItem.agendaItem.id;
const update = (id: string, over: object, viewer: Viewer = setting.secretary): Promise<Answer> =>
  setting.call(viewer, UPDATE, { input: { id, ...over } });
const remove = (id: string, viewer: Viewer = setting.secretary) =>
  setting.call(viewer, REMOVE, { input: { id } });
const changesOf = async (activityId: string): Promise<number> => {
  const { data } = await setting.call(setting.liaison(setting.units.a), NOTICES);
  return data.notices.nodes.filter(
    ({ type, recordId }: { type: string; recordId: string }) =>
      type === "AGENDA_CHANGED" && recordId === activityId,
  ).length;
};

describe("an item on an agenda", () => {
  it("changes in what is given, loses what is null and keeps its place; the audit log keeps the old values", async () => {
    const { b } = setting.units;
    const activityId = await meeting();
    const id = await item(activityId, { detail: "每户一人" });
    await item(activityId, { title: "其他" });
    const before = await changesOf(activityId);
    // What one moment tells twice is read once.
    setting.clock.now = new Date("2026-03-01T05:00:00Z");
    const { data, code } = await update(id, { title: "植树分工", detail: null, organizationId: b });
    expect(code).toBeUndefined();
    expect(data.updateAgendaItem.agendaItem).toMatchObject({
      title: "植树分工",
      detail: null,
      position: 1,
      proposedBy: { id: b },
    });
    const audit = await setting.admin.query(
      "select details from audit.entry where record_id = $1 and action = 'updateAgendaItem'",
      [id],
    );
    expect(audit.rows[0].details.changes).toEqual(
      expect.arrayContaining([
        { field: "title", before: "分工", after: "植树分工" },
        { field: "detail", before: "每户一人", after: null },
      ]),
    );
    await update(id, { title: "植树分工" });
    expect(await changesOf(activityId)).toBe(before + 1);
  });

  it("is changed by its unit and by whoever runs the committee, in no other unit's name", async () => {
    const { a, b, stranger } = setting.units;
    const activityId = await meeting();
    const own = await item(activityId, { organizationId: b });
    const of = await item(activityId, { organizationId: a });
    const over = { title: "植树分工" };
    expect((await update(own, over, setting.seat)).code).toBeUndefined();
    expect((await update(own, { organizationId: a }, setting.seat)).code).toBe("FORBIDDEN");
    expect((await update(of, over, setting.seat)).code).toBe("FORBIDDEN");
    expect((await update(own, over, setting.liaison(a))).code).toBe("FORBIDDEN");
    expect((await update(own, over, setting.liaison(stranger))).code).toBe("NOT_FOUND");
    expect((await update(own, over, ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    expect((await update(randomUUID(), over)).code).toBe("NOT_FOUND");
    expect((await update(own, { organizationId: stranger })).code).toBe("BAD_USER_INPUT");
    expect((await update(own, { title: " " })).code).toBe("BAD_USER_INPUT");
    expect((await update(own, { ...over, version: 1 })).code).toBe("CONFLICT");
    await remove(own);
    expect((await update(own, over)).code).toBe("NOT_FOUND");
  });

  it("of a meeting that was held is corrected by whoever runs the committee, up to the end of January", async () => {
    const { b } = setting.units;
    const activityId = await meeting({ during: on("2026-02-20") });
    const id = await item(activityId, { organizationId: b });
    await setting.call(setting.secretary, HOLD, { input: { id: activityId } });
    expect((await update(id, { title: "植树" }, setting.seat)).code).toBe("ILLEGAL_TRANSITION");
    expect((await put(activityId, { organizationId: b }, setting.seat)).code).toBe(
      "ILLEGAL_TRANSITION",
    );
    expect((await remove(id, setting.seat)).code).toBe("ILLEGAL_TRANSITION");
    setting.clock.now = LAST_DAY;
    expect((await update(id, { detail: "已商定" })).code).toBeUndefined();
    const discussed = await item(activityId, { title: "会上另议" });
    expect((await remove(discussed)).code).toBeUndefined();
    setting.clock.now = TOO_LATE;
    expect((await update(id, { detail: "未商定" })).code).toBe("ILLEGAL_TRANSITION");
    expect((await put(activityId)).code).toBe("ILLEGAL_TRANSITION");
    expect((await remove(id)).code).toBe("ILLEGAL_TRANSITION");
  });

  it("of a meeting that was cancelled stays as it is", async () => {
    const activityId = await meeting();
    const id = await item(activityId);
    await setting.call(setting.secretary, CANCEL, { input: { id: activityId, reason: "大雨" } });
    expect((await update(id, { title: "植树" })).code).toBe("ILLEGAL_TRANSITION");
  });
});
