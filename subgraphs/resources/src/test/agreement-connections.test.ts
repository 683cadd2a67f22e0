import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type AgreementSetting,
  DRAFT,
  REVISE,
  createAgreementSetting,
  draftInput,
} from "./agreement-setting.ts";
import { shared } from "./resource-calls.ts";

let setting: AgreementSetting;
beforeAll(async () => {
  setting = await createAgreementSetting({ poolSize: 2 });
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const CALLS = 24;

describe("with few connections", () => {
  it("many who revise drafts at once, naming resources, are all answered", async () => {
    const { a } = setting.units;
    const commitments = [
      { organizationId: a, clause: "开放会议室", resourceId: await shared(setting) },
      { organizationId: a, clause: "开放操场", resourceId: await shared(setting) },
    ];
    const drafts: string[] = [];
    for (let at = 0; at < CALLS; at += 1) {
      const { data } = await setting.call(setting.secretary, DRAFT, { input: draftInput(setting) });
      drafts.push(data.draftAgreement.agreement.id);
    }
    const answers = await Promise.all(
      drafts.map((id) => setting.call(setting.secretary, REVISE, { input: { id, commitments } })),
    );
    expect(answers.map(({ code }) => code)).toEqual(drafts.map(() => undefined));
  });

  it("a revision names only resources that the viewer may see", async () => {
    const { a } = setting.units;
    const { data } = await setting.call(setting.secretary, DRAFT, { input: draftInput(setting) });
    const { id } = data.draftAgreement.agreement;
    const hidden = await shared(setting, { publish: false });
    const revise = async (viewer: typeof setting.secretary) => {
      const commitments = [{ organizationId: a, clause: "开放会议室", resourceId: hidden }];
      return (await setting.call(viewer, REVISE, { input: { id, commitments } })).code;
    };
    expect(await revise(setting.people.b)).toBe("NOT_FOUND");
    expect(await revise(setting.people.a)).toBeUndefined();
  });
});
