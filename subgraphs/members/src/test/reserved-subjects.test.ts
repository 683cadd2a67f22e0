import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { APPOINT_SEAT, type MembersSetting, createMembersSetting } from "./members-setting.ts";

let setting: MembersSetting;
beforeAll(async () => {
  setting = await createMembersSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const RESERVED = ["partner:portal", "Partner:portal", "feed:1", "calendar-feed:1", "anonymous"];

describe("a sign-in that looks like a partner's or a feed's", () => {
  it.each(RESERVED)("is named by nobody: %s", async (subject) => {
    const committee = await setting.committee();
    const sent = [
      await setting.call(setting.operator, APPOINT_SEAT, {
        input: {
          committeeId: committee.id,
          organizationId: committee.base,
          holderName: "委员 001",
          role: "MEMBER",
          subject,
        },
      }),
      await setting.call(
        setting.operator,
        "mutation ($input: NameLiaisonInput!) { nameLiaison(input: $input) { liaison { id } } }",
        { input: { organizationId: committee.base, subject, name: "联络员 001" } },
      ),
      await setting.call(
        setting.operator,
        "mutation ($input: AppointInput!) { appoint(input: $input) { appointment { id } } }",
        { input: { subject, role: "AUDITOR", regionCode: committee.communityCode } },
      ),
    ];
    for (const { code, message } of sent) {
      expect(code).toBe("BAD_USER_INPUT");
      expect(message).toContain(subject);
    }
  });

  it("is refused by the tables, too", async () => {
    const committee = await setting.committee();
    const place = [committee.communityCode, [null, null, null, null, null, null]];
    await expect(
      setting.admin.query(
        `insert into members.liaison (id, created_at, updated_at, organization_id, subject, name, region_code, region_path, alliance_code)
         values (gen_random_uuid(), now(), now(), $1, 'partner:x', '-', $2, $3, '-')`,
        [committee.base, ...place],
      ),
    ).rejects.toMatchObject({ constraint: "liaison_subject_of_a_person" });
    await expect(
      setting.admin.query(
        `insert into members.appointment (id, created_at, updated_at, subject, role, region_code, region_path)
         values (gen_random_uuid(), now(), now(), 'FEED:x', 'AUDITOR', $1, $2)`,
        place,
      ),
    ).rejects.toMatchObject({ constraint: "appointment_subject_of_a_person" });
  });
});
