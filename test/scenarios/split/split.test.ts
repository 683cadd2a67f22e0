import { createServer } from "node:net";
import { describe, expect, it } from "@jest/globals";
import { operation } from "../../support/contract.ts";
import { startHub } from "../../support/hub.ts";
import { unitOf } from "../../support/people.ts";
import { freePortsInARow } from "../../support/ports.ts";
import { beginSplit, startSplit } from "../../support/split-process.ts";

const LIAISON = "445202-liaison-1";

describe("five processes", () => {
  it("answer as one process does, and the subgraphs answer nobody but the gateway", async () => {
    await using whole = await startHub({ HUB_LANGUAGE: "zh-CN" });
    await using split = await startSplit({ HUB_LANGUAGE: "zh-CN" });
    const wrong = {
      organizationId: unitOf(LIAISON),
      kind: "SERVICE",
      audience: "PUBLIC",
      title: "",
    };
    for (const [name, variables] of [
      ["Me", {}],
      ["AllianceDirectory", { region: "530381", first: 20 }],
      ["OrganizationPage", { id: unitOf(LIAISON) }],
      ["SharedResources", { filter: { regionCode: "445202" }, first: 50 }],
      ["AllianceReport", { region: "445202", from: "2022-01-01", to: "2023-12-31" }],
      ["SharedResources", { first: 0 }],
      ["PostNeed", { input: { ...wrong, quantity: 0 } }],
    ] as const) {
      const apart = await split.ask(operation(name), variables, LIAISON);
      const together = await whole.ask(operation(name), variables, LIAISON);
      expect({ name, data: apart.data, errors: apart.errors }).toEqual({
        name,
        data: together.data,
        errors: together.errors,
      });
    }
    const direct = await fetch(`http://127.0.0.1:${split.subgraphPort}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ regions { totalCount } }" }),
    });
    expect(direct.status).toBe(401);
    expect(await split.process.stop()).toBe(0);
  });

  it("all end, and say why, where one of them cannot listen", async () => {
    const first = await freePortsInARow(4);
    await using taken = createServer((socket) => socket.resume()).listen(first + 1, "127.0.0.1");
    await using split = await beginSplit({ SUBGRAPH_PORT: String(first) });
    expect(await split.process.ended).toBe(1);
    expect(split.process.output()).toContain(
      `The subgraph members did not start on port ${first + 1}`,
    );
    expect(taken.listening).toBe(true);
  });

  it("all end, and say why, where one of them ends", async () => {
    await using split = await startSplit();
    const [, pid] = /Subgraph activities: .*, process (\d+)/.exec(split.process.output()) ?? [];
    process.kill(Number(pid), "SIGKILL");
    expect(await split.process.ended).toBe(1);
    expect(split.process.output()).toContain("The subgraph activities ended by itself (SIGKILL)");
  });
});
