import { randomUUID } from "node:crypto";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { DISTRICT, type MembersSetting, STREET, createMembersSetting } from "./members-setting.ts";

let setting: MembersSetting;
beforeAll(async () => {
  setting = await createMembersSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const APPOINT =
  "mutation ($input: AppointInput!) { appoint(input: $input) { appointment { id subject role region { code } } } }";
const END =
  "mutation ($input: EndAppointmentInput!) { endAppointment(input: $input) { appointment { id endedAt } } }";

describe("appoint", () => {
  it("is for operators of the place or above, nobody else", async () => {
    const appoint = (viewer: Viewer, regionCode: string) =>
      setting.call(viewer, APPOINT, {
        input: { subject: randomUUID(), role: "AUDITOR", regionCode },
      });
    const below: Viewer = { ...setting.operator, operatorRegionCodes: [STREET] };
    const auditor: Viewer = {
      ...setting.operator,
      operatorRegionCodes: [],
      auditorRegionCodes: [DISTRICT],
    };
    const { secretary } = await setting.committee();
    expect((await appoint(setting.operator, STREET)).data.appoint.appointment).toMatchObject({
      role: "AUDITOR",
      region: { code: STREET },
    });
    expect((await appoint(below, STREET)).code).toBeUndefined();
    expect((await appoint(below, DISTRICT)).code).toBe("FORBIDDEN");
    for (const viewer of [setting.stranger, auditor, secretary])
      expect((await appoint(viewer, STREET)).code).toBe("FORBIDDEN");
    expect((await appoint(ANONYMOUS, STREET)).code).toBe("UNAUTHENTICATED");
  });

  it("refuses a second time, unknown places and an empty sign-in", async () => {
    const input = { subject: randomUUID(), role: "OPERATOR", regionCode: STREET };
    const appoint = async (over: object = {}) =>
      (await setting.call(setting.operator, APPOINT, { input: { ...input, ...over } })).code;
    expect(await appoint()).toBeUndefined();
    expect(await appoint()).toBe("CONFLICT");
    expect(await appoint({ role: "AUDITOR" })).toBeUndefined();
    expect(await appoint({ regionCode: "999999" })).toBe("NOT_FOUND");
    expect(await appoint({ subject: "" })).toBe("BAD_USER_INPUT");
  });
});

describe("endAppointment", () => {
  it("is for operators of the place; the person appointed may read it and not end it", async () => {
    const subject = randomUUID();
    const { data } = await setting.call(setting.operator, APPOINT, {
      input: { subject, role: "AUDITOR", regionCode: STREET },
    });
    const end = async (viewer: Viewer, id: string = data.appoint.appointment.id) =>
      (await setting.call(viewer, END, { input: { id } })).code;
    expect(await end(ANONYMOUS)).toBe("UNAUTHENTICATED");
    expect(await end(setting.stranger)).toBe("NOT_FOUND");
    expect(await end({ ...ANONYMOUS, kind: "PERSON", subject })).toBe("FORBIDDEN");
    expect(await end(setting.operator, "x")).toBe("NOT_FOUND");
    expect(await end(setting.operator)).toBeUndefined();
    expect(await end(setting.operator)).toBe("ILLEGAL_TRANSITION");
  });
});

describe("appointments", () => {
  it("are not public", async () => {
    expect((await setting.call(ANONYMOUS, "{ appointments { totalCount } }")).code).toBe(
      "UNAUTHENTICATED",
    );
  });
});
