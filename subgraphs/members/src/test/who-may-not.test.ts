import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { CALLERS, callers, makeAround } from "./callers.ts";
import { documentOf } from "./changes.ts";
import { COMMITTEE_CHANGES } from "./committee-changes.ts";
import { type MembersSetting, createMembersSetting } from "./members-setting.ts";
import { UNIT_CHANGES } from "./unit-changes.ts";

let setting: MembersSetting;
beforeAll(async () => {
  setting = await createMembersSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const CHANGES = { ...COMMITTEE_CHANGES, ...UNIT_CHANGES };

/** What a change may leave, counted: after those that were refused, all is as before. */
async function leftBehind(): Promise<unknown> {
  const { rows } = await setting.admin.query(
    `select (select count(*) from audit.entry) as entries, (select count(*) from members.idempotency) as keys,
            (select count(*) from activities.notice) as notices, (select count(*) from activities.task) as tasks`,
  );
  return rows[0];
}

describe("who may not", () => {
  it("is told here for every mutation", async () => {
    const names = '{ __type(name: "Mutation") { fields { name } } }';
    const { data } = await setting.call(ANONYMOUS, names);
    const all: { name: string }[] = data.__type.fields;
    expect(Object.keys(CHANGES).toSorted()).toEqual(all.map(({ name }) => name).toSorted());
  });

  it.each(Object.entries(CHANGES))("%s", async (name, { of, input: make, by, unseenBy = [] }) => {
    const around = await makeAround(setting);
    const input = await make(around);
    const viewers = await callers(around);
    const before = await leftBehind();
    for (const caller of CALLERS) {
      const { code } = await setting.call(viewers[caller], documentOf(name, of), { input });
      const refused = unseenBy.includes(caller) ? "NOT_FOUND" : "FORBIDDEN";
      expect([caller, code]).toEqual([
        caller,
        caller === "anonymous" ? "UNAUTHENTICATED" : refused,
      ]);
    }
    expect(await leftBehind()).toEqual(before);
    // The same input, for somebody who may.
    const { message } = await setting.call(await by(around), documentOf(name, of), { input });
    expect(message).toBeUndefined();
  });
});
