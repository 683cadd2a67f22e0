import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { openDemonstrationIssuer } from "@alliance-hub/gateway/identity/demonstration-issuer";
import { createTestDatabase } from "@alliance-hub/kit/testing/test-database";
import { ask } from "../../support/ask.ts";
import { operation } from "../../support/contract.ts";
import { DEMONSTRATION, startHub } from "../../support/hub.ts";
import { person, unitOf } from "../../support/people.ts";
import { freePort, freePortsInARow, temporaryFolder, untilReady } from "../../support/process.ts";

const SPLIT = fileURLToPath(
  new URL("../../../../gateway/dist/commands/start-split.js", import.meta.url),
);
const LIAISON = "445202-liaison-1";

describe("five processes", () => {
  it("answer as one process does, and the subgraphs answer nobody but the gateway", async () => {
    await using database = await createTestDatabase(DEMONSTRATION);
    await using folder = await temporaryFolder();
    await using whole = await startHub();
    const [port, subgraphPort] = [await freePort(), await freePortsInARow(4)];
    const child = spawn(process.execPath, [SPLIT], {
      env: {
        ...process.env,
        PORT: String(port),
        SUBGRAPH_PORT: String(subgraphPort),
        DATABASE_URL: database.url,
        HUB_DATA_DIR: folder.path,
        LOG_LEVEL: "silent",
      },
      stdio: ["ignore", "ignore", "inherit"],
    });
    const ended = new Promise<number | null>((resolve) =>
      child.once("exit", (code) => resolve(code)),
    );
    try {
      const url = `http://127.0.0.1:${port}`;
      await untilReady(url);
      const token = await (
        await openDemonstrationIssuer(folder.path)
      ).token(person(LIAISON).subject);
      for (const [name, variables] of [
        ["Me", {}],
        ["AllianceDirectory", { region: "530381", first: 20 }],
        ["OrganizationPage", { id: unitOf(LIAISON) }],
        ["SharedResources", { filter: { regionCode: "445202" }, first: 50 }],
        ["AllianceReport", { region: "445202", from: "2022-01-01", to: "2023-12-31" }],
        ["SharedResources", { first: 0 }],
      ] as const) {
        const split = await ask(url, { query: operation(name), variables, token });
        const together = await whole.ask(operation(name), variables, LIAISON);
        expect({ name, data: split.data, codes: split.codes }).toEqual({
          name,
          data: together.data,
          codes: together.codes,
        });
      }
      const direct = await fetch(`http://127.0.0.1:${subgraphPort}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: "{ regions { totalCount } }" }),
      });
      expect(direct.status).toBe(401);
    } finally {
      child.kill("SIGTERM");
      await ended;
    }
    expect(await ended).toBe(0);
  });

  it("all end, and say why, where one of them cannot listen", async () => {
    await using database = await createTestDatabase(DEMONSTRATION);
    await using folder = await temporaryFolder();
    const first = await freePortsInARow(4);
    await using taken = createServer((socket) => socket.resume()).listen(first + 1, "127.0.0.1");
    const child = spawn(process.execPath, [SPLIT], {
      env: {
        ...process.env,
        PORT: String(await freePort()),
        SUBGRAPH_PORT: String(first),
        DATABASE_URL: database.url,
        HUB_DATA_DIR: folder.path,
        LOG_LEVEL: "silent",
      },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
    // Every process has let go of the channel when it closes.
    const [code] = (await once(child, "close")) as [number | null];
    expect(code).toBe(1);
    expect(said).toContain(`The subgraph members did not come up on port ${first + 1}`);
    expect(taken.listening).toBe(true);
  });
});
