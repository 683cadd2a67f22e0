import { SUBGRAPH_NAMES } from "@alliance-hub/sharing/subgraphs";
import { randomBytes } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { createTestDatabase } from "@alliance-hub/testing/test-database";
import pg from "pg";
import { ask } from "../../support/ask.ts";
import { DEMONSTRATION } from "../../support/hub.ts";
import { startHubProcess } from "../../support/hub-process.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const ROLES = [...SUBGRAPH_NAMES, "gateway"].map((schema) => `hub_${schema}`);

describe("a hub whose login may create nothing", () => {
  it("starts on a database that was migrated before", async () => {
    await using closing = new AsyncDisposableStack();
    const database = closing.use(await createTestDatabase(DEMONSTRATION));
    const folder = closing.use(await temporaryFolder());
    const login = `app_${randomBytes(4).toString("hex")}`;
    const admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
    closing.defer(async () => {
      await admin.query(`drop role ${login}`);
      await admin.end();
    });
    await admin.query(`create role ${login} login password 'hush' in role ${ROLES.join(", ")}`);
    const url = new URL(database.url);
    [url.username, url.password] = [login, "hush"];
    await using hub = await startHubProcess(folder.path, { DATABASE_URL: url.href });
    const { data } = await ask(hub.url, { query: "{ regions { totalCount } }" });
    expect(data["regions"]?.["totalCount"]).toBeGreaterThan(0);
    expect(await hub.stop()).toBe(0);
  });
});
