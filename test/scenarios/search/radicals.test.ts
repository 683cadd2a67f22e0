import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { operation } from "../../support/contract.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { unitOf } from "../../support/people.ts";

const LIAISON = "445202-liaison-1";

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
});

async function share(title: string): Promise<string> {
  const input = {
    providerId: unitOf(LIAISON),
    title,
    kind: "EQUIPMENT",
    audience: "PUBLIC",
    publish: true,
  };
  const { data } = await hub.ask(operation("ShareResource"), { input }, LIAISON);
  return String(data["shareResource"]?.["resource"]?.["id"]);
}

async function found(text: string, at: TestHub = hub): Promise<string[]> {
  const { data } = await at.ask(
    "query ($text: String!) { resources(filter: { text: $text }, first: 100) { nodes { id } } }",
    { text },
  );
  const nodes = (data["resources"]?.["nodes"] ?? []) as unknown as { id: string }[]; // what the document asks for
  return nodes.map(({ id }) => id);
}

describe("radicals, as they are copied from a PDF,", () => {
  it("are found by the ideographs that they stand for, and the other way round", async () => {
    const copied = await share("⺠政局⻋⼤棚");
    const typed = await share("民政局车大棚");
    for (const text of ["民政局车大棚", "⺠政局⻋⼤棚", "⺠政局", "車大"])
      expect(await found(text)).toEqual(expect.arrayContaining([copied, typed]));
  });

  it("are found in records that were entered before, once the hub has started again", async () => {
    const id = await share("⺠宗局茶水间");
    const client = new pg.Client({ connectionString: hub.databaseUrl });
    await client.connect();
    // As an earlier version left it.
    await client.query(
      `update resources.resource set search_key = '宗局茶水间', search_grams = '{宗,局,宗局}' where id = $1`,
      [id],
    );
    const updated = "select version, updated_at from resources.resource where id = $1";
    const before = (await client.query(updated, [id])).rows;
    expect(await found("民宗局")).toEqual([]);
    await client.query("comment on column resources.resource.search_key is null");
    await using again = await startHub({ DATABASE_URL: hub.databaseUrl });
    expect(await found("民宗局", again)).toEqual([id]);
    expect((await client.query(updated, [id])).rows).toEqual(before);
    await client.end();
  });
});
