import { until } from "@alliance-hub/testing/until";
import { describe, expect, it } from "@jest/globals";
import { openDemonstrationIssuer } from "@alliance-hub/gateway/identity/demonstration-issuer";
import { ask } from "../../support/ask.ts";
import { person, unitOf } from "../../support/people.ts";
import { startHubProcess } from "../../support/hub-process.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { operation } from "../../support/contract.ts";

const LIAISON = "445202-liaison-1";

describe("a hub on its own cluster that is killed in the middle of work", () => {
  it("comes back with everything it confirmed, and nothing by halves", async () => {
    await using folder = await temporaryFolder();
    const issuer = await openDemonstrationIssuer(folder.path);
    const token = await issuer.token(person(LIAISON).subject);
    const confirmed: string[] = [];
    let hub = await startHubProcess(folder.path);
    for (let round = 0; round < 3; round++) {
      const { url } = hub;
      const share = async (i: number): Promise<void> => {
        const input = {
          providerId: unitOf(LIAISON),
          title: `第 ${round} 轮第 ${i} 件`,
          kind: "EQUIPMENT",
          audience: "PUBLIC",
          publish: true,
        };
        const answer = await ask(url, {
          query: operation("ShareResource"),
          variables: { input },
          token,
        });
        confirmed.push(String(answer.data["shareResource"]?.["resource"]?.["id"]));
      };
      const before = confirmed.length;
      const writers = Array.from({ length: 8 }, async (_, writer) => {
        for (let i = 0; i < 200; i++) await share(writer * 1000 + i);
      });
      const stopped = Promise.allSettled(writers);
      await until(
        () => confirmed.length,
        (count) => count >= before + 20,
      );
      await hub.stop("SIGKILL");
      await stopped;
      hub = await startHubProcess(folder.path);
    }
    expect(confirmed.length).toBeGreaterThanOrEqual(60);
    const found = new Set<string>();
    for (const id of confirmed) {
      const answer = await ask(hub.url, {
        query: "query R($id: ID!) { resource(id: $id) { id } }",
        variables: { id },
      });
      if (answer.data["resource"]) found.add(id);
    }
    expect(confirmed.filter((id) => !found.has(id))).toEqual([]);
    // One audit entry for each record, no more and no fewer: both are one transaction.
    const auditor = await issuer.token(person("445202-auditor").subject);
    const audit = await ask(hub.url, {
      query: '{ auditEntries(filter: { action: "shareResource" }, first: 1) { totalCount } }',
      token: auditor,
    });
    const shared = await ask(hub.url, {
      query: `{ resources(filter: { providerId: "${unitOf(LIAISON)}", text: "轮第" }) { totalCount } }`,
    });
    expect(audit.data["auditEntries"]?.["totalCount"]).toBe(
      shared.data["resources"]?.["totalCount"],
    );
    await hub.stop();
  });
});
