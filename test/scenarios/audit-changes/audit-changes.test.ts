import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { type TestHub, startHub } from "../../support/hub.ts";
import { committeeOf, inDays, unitOf } from "../../support/people.ts";

const [LIAISON, SECRETARY, AUDITOR] = ["445202-liaison-1", "445202-secretary", "445202-auditor"];
const PHONES = ["0663-8881234", "0663-8885678"];

let hub: TestHub;
let admin: pg.Client;
beforeAll(async () => {
  hub = await startHub();
  admin = new pg.Client({ connectionString: hub.databaseUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin?.end();
  await hub?.[Symbol.asyncDispose]();
});

/** Sends a mutation that answers with one record. @returns the record. */
async function send(as: string, name: string, record: string, input: object) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, codes } = await hub.ask(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${record} { id } } }`,
    { input },
    as,
  );
  expect(codes).toEqual([]);
  return String(data[name]?.[record]?.["id"]);
}

async function changesOf(recordId: string) {
  const { data, codes } = await hub.ask(
    "query ($recordId: String!) { auditEntries(filter: { recordId: $recordId }) { nodes { action changes { field label before after isWithheld } } } }",
    { recordId },
    AUDITOR,
  );
  expect(codes).toEqual([]);
  // The query names these fields.
  return data["auditEntries"]?.["nodes"] as unknown as {
    action: string;
    changes: { field: string; label: string; before: string | null; after: string | null }[];
  }[];
}

const kept = (field: string, label: string, before: string | null, after: string | null) => ({
  field,
  label,
  before,
  after,
  isWithheld: false,
});

describe("an auditor reads", () => {
  it("what a resource was and what it became, in words, and nothing for the making of it", async () => {
    const id = await send(LIAISON, "shareResource", "resource", {
      providerId: unitOf(LIAISON),
      title: "旧会议室",
      kind: "VENUE",
      audience: "PUBLIC",
      capacity: 2,
      publish: true,
    });
    await send(LIAISON, "updateResource", "resource", {
      id,
      title: "新会议室",
      capacity: 3,
      approval: true,
      functionAreas: ["DELIBERATION", "PARTY_ACTIVITIES"],
    });
    const [updated, made] = await changesOf(id);
    expect(made).toEqual({ action: "shareResource", changes: [] });
    expect(updated?.changes).toEqual([
      kept("title", "标题", "旧会议室", "新会议室"),
      kept("functionAreas", "功能区", null, "协商议事、党群活动"),
      kept("capacity", "同时可预约的数量", "2", "3"),
      kept("approval", "是否须经同意", "否", "是"),
    ]);
  });

  it("when an activity was moved, in local time, and who joined it, by name", async () => {
    const day = inDays(9);
    const id = await send(SECRETARY, "scheduleActivity", "activity", {
      committeeId: committeeOf(SECRETARY),
      hostId: unitOf(SECRETARY),
      title: "义诊",
      kind: "SERVICE",
      audience: "PUBLIC",
      during: { start: `${day}T09:00:00+08:00`, end: `${day}T11:00:00+08:00` },
    });
    await send(SECRETARY, "rescheduleActivity", "activity", {
      id,
      during: { start: `${day}T10:00:00+08:00`, end: `${day}T11:00:00+08:00` },
    });
    await send(LIAISON, "joinActivity", "activity", { id, organizationId: unitOf(LIAISON) });
    const { data } = await hub.ask(
      "query ($id: ID!) { organization(id: $id) { name } }",
      { id: unitOf(LIAISON) },
      LIAISON,
    );
    const [joined, moved] = await changesOf(id);
    expect(moved?.changes).toEqual([
      kept("state", "状态", "已排定", "已改期"),
      kept(
        "startsAt",
        "开始时间",
        // A matcher stands where a text is compared.
        expect.stringMatching(/日（周.）09:00$/) as unknown as string,
        // As above.
        expect.stringMatching(/日（周.）10:00$/) as unknown as string,
      ),
    ]);
    const name = String(data["organization"]?.["name"]);
    const [participants] = joined?.changes ?? [];
    expect(participants).toMatchObject({ field: "participantIds", label: "参加和受邀的单位" });
    expect(participants?.after).toContain(name);
    expect(participants?.before ?? "").not.toContain(name);
  });

  it("that a contact card was changed, and nothing that is on it", async () => {
    const id = await send(LIAISON, "makeContactCard", "contactCard", {
      organizationId: unitOf(LIAISON),
      post: "办公室主任",
      holderName: "委员 017",
      officePhone: PHONES[0],
    });
    await send(LIAISON, "updateContactCard", "contactCard", {
      id,
      holderName: "委员 018",
      officePhone: PHONES[1],
    });
    const [updated] = await changesOf(id);
    const withheld = { before: null, after: null, isWithheld: true };
    expect(updated?.changes).toEqual([
      { field: "holderName", label: "姓名", ...withheld },
      { field: "officePhone", label: "办公电话", ...withheld },
    ]);
    const { rows } = await admin.query<{ text: string }>(
      "select string_agg(entry::text, ' ') as text from audit.entry where record_id = $1",
      [id],
    );
    for (const secret of ["委员 017", "委员 018", ...PHONES])
      expect(rows[0]?.text).not.toContain(secret);
  });

  it("entries of versions that kept no changes", async () => {
    const recordId = randomUUID();
    await admin.query(
      `insert into audit.entry (id, at, subgraph, action, noun, record_id, subject, region_path, request_id, details)
       values (gen_random_uuid(), now(), 'resources', 'updateNeed', 'Need', $1, 'somebody', '{44,4452,445202,NULL,NULL,NULL}', '-', '{}')`,
      [recordId],
    );
    expect(await changesOf(recordId)).toEqual([{ action: "updateNeed", changes: [] }]);
  });

  it("and nobody else does", async () => {
    for (const as of [LIAISON, SECRETARY, undefined]) {
      const { codes } = await hub.ask(
        "{ auditEntries { nodes { changes { before after } } } }",
        {},
        as,
      );
      expect(codes).toEqual([as === undefined ? "UNAUTHENTICATED" : "FORBIDDEN"]);
    }
  });
});
