import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { nodesOf } from "../../support/ask.ts";
import { operation } from "../../support/contract.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { inDays, unitOf } from "../../support/people.ts";

const [FIRST, SECOND, OUTSIDER] = [
  "445202-liaison-1",
  "445202-liaison-2",
  "610327-liaison-1",
] as const;

let hub: TestHub;
let committeeId: string;
beforeAll(async () => {
  hub = await startHub();
  const page = await hub.ask(operation("OrganizationPage"), { id: unitOf(FIRST) });
  committeeId = String(
    page.data["organization"]?.["memberships"]?.["nodes"]?.[0]?.["committee"]?.["id"],
  );
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
});

async function draft(as: string = FIRST) {
  const input = {
    committeeId,
    title: "共建协议：资源联享",
    partyIds: [unitOf(FIRST), unitOf(SECOND)],
    termFrom: inDays(8),
    termTo: inDays(738),
    commitments: [
      { organizationId: unitOf(FIRST), clause: "每季度开放报告厅一次", timesPerYear: 4 },
    ],
  };
  return await hub.ask(operation("DraftAgreement"), { input }, as);
}
const idOf = (answer: Awaited<ReturnType<typeof draft>>): string =>
  String(answer.data["draftAgreement"]?.["agreement"]?.["id"]);
const propose = (id: string, as: string) => hub.ask(operation("ProposeAgreement"), { id }, as);
const sign = (id: string, as: string) =>
  hub.ask(operation("SignAgreement"), { id, organizationId: unitOf(as) }, as);

describe("an agreement's life", () => {
  it("goes from draft over proposal and signatures to active and terminated", async () => {
    const drafted = await draft();
    expect(drafted.codes).toEqual([]);
    expect(drafted.data["draftAgreement"]?.["agreement"]).toMatchObject({
      state: "DRAFT",
      parties: [{ signedAt: null }, { signedAt: null }],
    });
    const id = idOf(drafted);
    expect((await sign(id, FIRST)).codes).toEqual(["ILLEGAL_TRANSITION"]);
    expect((await propose(id, FIRST)).data["proposeAgreement"]?.["agreement"]).toMatchObject({
      state: "PROPOSED",
    });
    expect((await sign(id, FIRST)).data["signAgreement"]?.["agreement"]).toMatchObject({
      state: "PROPOSED",
    });
    expect((await sign(id, FIRST)).codes).toEqual(["CONFLICT"]);
    expect((await sign(id, SECOND)).data["signAgreement"]?.["agreement"]).toMatchObject({
      state: "ACTIVE",
    });
    const listed = await hub.ask(
      operation("Agreements"),
      { filter: { organizationId: unitOf(FIRST), states: ["ACTIVE"] } },
      SECOND,
    );
    expect(listed.codes).toEqual([]);
    expect(nodesOf(listed.data, "agreements").map((node) => node.id)).toContain(id);
    const ended = await hub.ask(
      operation("TerminateAgreement"),
      { id, reason: "双方商定" },
      SECOND,
    );
    expect(ended.data["terminateAgreement"]?.["agreement"]).toEqual({ id, state: "TERMINATED" });
    expect(
      (await hub.ask(operation("TerminateAgreement"), { id, reason: "再次" }, SECOND)).codes,
    ).toEqual(["ILLEGAL_TRANSITION"]);
  });

  it("is not there for those it does not concern", async () => {
    const id = idOf(await draft());
    const seen = await hub.ask(operation("Agreements"), { filter: { committeeId } }, OUTSIDER);
    expect(nodesOf(seen.data, "agreements").map((node) => node.id)).not.toContain(id);
    expect((await propose(id, OUTSIDER)).codes).toEqual(["NOT_FOUND"]);
    expect((await sign(id, OUTSIDER)).codes).toEqual(["NOT_FOUND"]);
    expect((await draft(OUTSIDER)).codes).toEqual(["FORBIDDEN"]);
  });

  it("cannot be signed once its text is no longer what was proposed, even if somebody got at the tables", async () => {
    const id = idOf(await draft());
    await propose(id, FIRST);
    const client = new pg.Client({ connectionString: hub.databaseUrl });
    await client.connect();
    await expect(
      client.query("update resources.commitment set clause = '改过' where agreement_id = $1", [id]),
    ).rejects.toThrow();
    await client.query("set session_replication_role = replica");
    await client.query("update resources.commitment set clause = '改过' where agreement_id = $1", [
      id,
    ]);
    expect((await sign(id, SECOND)).codes).toEqual(["CONFLICT"]);
    const parties = await client.query(
      "select signed_at from resources.agreement_party where agreement_id = $1",
      [id],
    );
    expect(parties.rows).toEqual([{ signed_at: null }, { signed_at: null }]);
    await client.end();
  });
});
