import { randomUUID } from "node:crypto";
import { until } from "@alliance-hub/testing/until";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  CALL_OFF,
  END_REGION,
  MERGE_REGIONS,
  MOVE_REGION,
  type OrganizationsSetting,
  PROVINCE,
  RENAME_REGION,
  createOrganizationsSetting,
} from "./organizations-setting.ts";

let setting: OrganizationsSetting;
let district: string;
let [street, other, community]: string[] = [];
let committees: Record<"district" | "street" | "community" | "other", string>;
beforeAll(async () => {
  setting = await createOrganizationsSetting();
});
beforeEach(async () => {
  setting.setClock("2026-03-01T04:00:00Z");
  district = await setting.place("DISTRICT");
  street = await setting.place("STREET", district);
  other = await setting.place("STREET", district);
  community = await setting.place("COMMUNITY", street);
  committees = {
    district: await setting.committee("DISTRICT", district),
    street: await setting.committee("STREET", street),
    community: await setting.committee("COMMUNITY", community),
    other: await setting.committee("STREET", other),
  };
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

/** Sends a change of a region. @returns the id of the change. */
const enter = async (document: string, input: object): Promise<string> => {
  const { data, message } = await setting.send(setting.operator, document, input);
  if (message !== undefined) throw new Error(message);
  return Object.values<{ regionChange: { id: string } }>(data)[0]?.regionChange.id ?? "";
};
/** Who was told of a change: committees by name, operators by the codes of whose appointments reach them. */
async function told(recordId: string): Promise<string[]> {
  const { rows } = await setting.admin.query<{
    type: string;
    committee: string | null;
    path: (string | null)[] | null;
  }>(
    "select type, committee_id as committee, region_path as path from activities.notice where record_id = $1 order by number",
    [recordId],
  );
  const names = new Map(Object.entries(committees).map(([name, id]) => [id, name]));
  const places = new Map([
    [PROVINCE, "province"],
    [district, "district"],
    [street, "street"],
    [other, "other"],
    [community, "community"],
  ]);
  return rows
    .map(({ type, committee, path }) => {
      const reached = (path ?? []).flatMap((code) =>
        code === null ? [] : (places.get(code) ?? "new"),
      );
      return `${type} ${committee === null ? `operators: ${reached.join()}` : names.get(committee)}`;
    })
    .toSorted();
}

describe("a change of a region", () => {
  it("tells the committees in the place and below it, and its operators and those above", async () => {
    const id = await enter(RENAME_REGION, { code: street, name: "新名街道" });
    expect(await told(id)).toEqual([
      "RENAMED community",
      "RENAMED operators: province,district,street",
      "RENAMED street",
    ]);
  });

  it("tells, where another place gets it, the operators of that one, too; each once", async () => {
    const moved = await enter(MOVE_REGION, { code: community, parentCode: other });
    expect(await told(moved)).toEqual([
      "MOVED community",
      "MOVED operators: other",
      "MOVED operators: province,district,street,community",
    ]);
    const merged = await enter(MERGE_REGIONS, { code: street, intoCode: other });
    expect(await told(merged)).toEqual([
      "MERGED operators: other",
      "MERGED operators: province,district,street",
      "MERGED street",
    ]);
    const empty = await setting.place("COMMUNITY", other);
    const ended = await enter(END_REGION, { code: empty });
    expect(await told(ended)).toEqual(["ENDED operators: province,district,other,new"]);
  });

  it("that is planned is told when it is entered, when it is called off, and on its day", async () => {
    const planned = { code: community, parentCode: other, from: "2026-05-01" };
    const off = await enter(MOVE_REGION, planned);
    await enter(CALL_OFF, { id: off, reason: "另行安排" });
    const all = (type: string) => [
      `${type} community`,
      `${type} operators: other`,
      `${type} operators: province,district,street,community`,
    ];
    expect(await told(off)).toEqual([...all("CALLED_OFF"), ...all("PLANNED")]);
    const id = await enter(MOVE_REGION, planned);
    setting.setClock("2026-04-30T16:00:00Z");
    await using _work = setting.work();
    const now = await until(
      () => told(id),
      (types) => types.length > 3,
    );
    expect(now).toEqual([...all("MOVED"), ...all("PLANNED")]);
  });

  it("that is not possible any more on its day is told, with the reason", async () => {
    const empty = await setting.place("COMMUNITY", street);
    const id = await enter(END_REGION, { code: empty, from: "2026-05-01" });
    await setting.organization(empty);
    setting.setClock("2026-04-30T16:00:00Z");
    await using _work = setting.work();
    const now = await until(
      () => told(id),
      (types) => types.length > 1,
    );
    expect(now).toEqual(
      ["FAILED", "PLANNED"].map((type) => `${type} operators: province,district,street,new`),
    );
    const { rows } = await setting.admin.query(
      "select facts -> 'reason' ->> 'text' as reason, facts -> 'reason' ->> 'english' as english from activities.notice where record_id = $1 and type = 'FAILED'",
      [id],
    );
    expect(rows[0].reason).toContain("单位 1 个");
    expect(rows[0].english).toContain("1 organisations");
  });

  it("that is refused is told to nobody", async () => {
    const count = async () =>
      (await setting.admin.query("select count(*)::int as n from activities.notice")).rows[0].n;
    const before = await count();
    const { code } = await setting.send(setting.operator, MERGE_REGIONS, {
      code: street,
      intoCode: randomUUID(),
    });
    expect(code).toBe("NOT_FOUND");
    expect(await count()).toBe(before);
  });

  it("that an operator enters is read by them already, and not by the others", async () => {
    const id = await enter(RENAME_REGION, { code: street, name: "又一街道" });
    const { rows } = await setting.admin.query(
      `select mark.subject from activities.notice join activities.notice_mark as mark on mark.notice_id = notice.id
       where record_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ subject: setting.operator.subject }]);
  });
});
