import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Ground, ground } from "./ground.ts";
import { type OrganizationsSetting, createOrganizationsSetting } from "./organizations-setting.ts";
import { type RecordsOfUnits, recordsOfUnits } from "./records-of-units.ts";

const END =
  "mutation ($input: EndOrganizationInput!) { endOrganization(input: $input) { organization { id } } }";

let setting: OrganizationsSetting;
let at: Ground;
let records: RecordsOfUnits;
let committeeId: string;
beforeAll(async () => {
  setting = await createOrganizationsSetting();
  at = await ground(setting);
  records = recordsOfUnits(setting, at);
  committeeId = await setting.committee("STREET", at.street);
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const end = (id: string) => setting.send(setting.operator, END, { id, reason: "单位撤销" });

describe("an organisation that has ended", () => {
  it("can be read, but is in no list that does not ask for it", async () => {
    const id = await setting.organization(at.street, { name: "已撤销的供销社" });
    await end(id);
    const read = await setting.call(
      ANONYMOUS,
      "query ($id: ID!) { organization(id: $id) { id state } }",
      { id },
    );
    expect(read.data.organization).toEqual({ id, state: "ENDED" });
    const listed = async (states: readonly string[] | null) => {
      const { data } = await setting.call(
        ANONYMOUS,
        'query ($states: [OrganizationState!]) { organizations(filter: { text: "供销社", states: $states }) { nodes { id } totalCount } }',
        { states },
      );
      return data.organizations;
    };
    expect(await listed(null)).toEqual({ nodes: [], totalCount: 0 });
    expect(await listed(["ENDED"])).toEqual({ nodes: [{ id }], totalCount: 1 });
  });

  it("lets nothing new be entered for it, by whichever way", async () => {
    const id = await setting.organization(at.street);
    const other = await setting.organization(at.street);
    await end(id);
    for (const enter of [
      () => records.membership(id, committeeId),
      () => records.liaison(id, "somebody"),
      () => records.registration(id),
      () => records.resource(id),
      () => records.need(id),
      () => records.agreement(committeeId, [other, id]),
      () => records.activity(committeeId, [id]),
      () => records.issue(id, committeeId),
      () => records.endpoint(id),
      () => records.served(id, at.community),
    ])
      await expect(enter()).rejects.toMatchObject({ constraint: "organization_active" });
  });

  it("waits for what is being entered for it, and ends that, too", async () => {
    const id = await setting.organization(at.street);
    await setting.admin.query("begin");
    await records.membership(id, committeeId);
    const ending = end(id);
    const { rows } = await setting.admin.query("select pg_backend_pid()");
    for (;;) {
      const waiting = await setting.admin.query(
        "select from pg_stat_activity where pg_blocking_pids(pid) @> array[$1::int]",
        [rows[0].pg_backend_pid],
      );
      if (waiting.rowCount) break;
    }
    await setting.admin.query("commit");
    expect((await ending).message).toBeUndefined();
    const left = await setting.admin.query(
      "select from members.membership where organization_id = $1 and left_on is null",
      [id],
    );
    expect(left.rowCount).toBe(0);
  });
});
