import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { readStanding } from "@alliance-hub/platform/directory/standing";
import { type Database, connectDatabase } from "@alliance-hub/platform/database/connect";
import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import { demonstrationPartners, demonstrationPeople } from "@alliance-hub/demonstration/people";
import { operation } from "../../support/contract.ts";
import { type TestHub, startHub } from "../../support/hub.ts";

let hub: TestHub;
let database: Database<DirectoryTables>;
beforeAll(async () => {
  hub = await startHub();
  database = await connectDatabase<DirectoryTables>(
    { url: hub.databaseUrl, schema: "gateway" },
    [],
  );
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await hub[Symbol.asyncDispose]();
});

describe("the demonstration people", () => {
  it("are in the records what their list says", async () => {
    const people = demonstrationPeople();
    const standings = await Promise.all(
      people.map(({ subject }) => readStanding(database.rows, { subject })),
    );
    const found = people.map(({ name }, at) => ({
      name,
      organizationId: standings[at]?.organizationId,
      roles: standings[at]?.roles,
    }));
    expect(found).toEqual(
      people.map(({ name, organizationId, roles }) => ({ name, organizationId, roles })),
    );
  });

  it("are told so by the hub", async () => {
    for (const name of [
      "445202-operator",
      "X41-auditor",
      "530381-secretary",
      "610327-member",
      "360502-liaison-1",
    ]) {
      const person = demonstrationPeople().find((candidate) => candidate.name === name);
      const answer = await hub.ask(operation("Me"), {}, name);
      expect(answer.codes).toEqual([]);
      const { viewer } = answer.data;
      expect(viewer).toMatchObject({
        subject: person?.subject,
        kind: "PERSON",
        roles: [{ role: person?.roles[0]?.role }],
      });
      expect(viewer?.["organization"]?.["id"] ?? null).toBe(person?.organizationId);
      expect(viewer?.["roles"]?.[0]?.["committee"]?.["id"] ?? null).toBe(
        person?.roles[0]?.committeeId,
      );
    }
  });
});

describe("the demonstration partners", () => {
  it("belong to organisations that are registered", async () => {
    for (const { organizationId } of demonstrationPartners()) {
      const answer = await hub.ask("query($id: ID!) { organization(id: $id) { kind } }", {
        id: organizationId,
      });
      expect(answer.data["organization"]).toEqual({ kind: "PARTY_ORGANIZATION" });
    }
  });
});
