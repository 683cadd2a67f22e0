import { createLog } from "@alliance-hub/platform/log/log";
import { createSubgraphExecutor } from "@alliance-hub/platform/subgraph/execute";
import { until } from "@alliance-hub/testing/until";
import { describe, expect, it } from "@jest/globals";
import { createActivitiesSubgraph } from "../subgraph.ts";
import { scheduled } from "./calendar-setting.ts";
import { CREATE, createWebhookSetting } from "./webhook-setting.ts";

/** A log that keeps its lines. */
function keptLog() {
  const lines: string[] = [];
  const keep = (about: object, message: string): void =>
    void lines.push(`${JSON.stringify(about)} ${message}`);
  return {
    lines,
    log: Object.assign(createLog({ level: "silent", name: "test" }), { info: keep, warn: keep }),
  };
}

describe("the log", () => {
  it("tells of failed attempts, and nothing of what an address or a receiver holds", async () => {
    const { lines, log } = keptLog();
    await using setting = await createWebhookSetting({}, { log });
    await using _work = setting.subgraph.work?.();
    await using endpoint = await setting.register();
    const secretive = { address: `${endpoint.receiver.url}/path-secret?token=query-secret` };
    endpoint.receiver.answer = (_one, response) => void response.writeHead(410).end("body-secret");
    const second = await setting.done(CREATE, { organizationId: setting.units.a, ...secretive });
    await scheduled(setting);
    await until(
      () => lines,
      (found) => found.filter((line) => line.includes("disabled")).length === 2,
    );
    const about = lines.filter((line) => line.includes(second.endpoint.id));
    expect(about[0]).toMatch(/"host":"127.0.0.1:\d+","status":410.* a webhook failed/);
    expect(lines.join()).not.toMatch(/-secret|whsec_/);
  });

  it("says where secrets are stored under another key, whose endpoints are left to who has it", async () => {
    const { lines, log } = keptLog();
    await using setting = await createWebhookSetting({}, { log });
    await using endpoint = await setting.register();
    await using _foreign = await setting.another({ secretsKey: Buffer.alloc(32, 8) });
    await until(
      () => lines,
      (found) => found.length > 0,
    );
    expect(lines[0]).toContain("HUB_SECRETS_KEY");
    await scheduled(setting);
    await until(
      () => setting.told(endpoint.id),
      ({ deliveries }) => deliveries.length === 1,
    );
    expect(endpoint.receiver.received).toHaveLength(0);
    await using _work = setting.subgraph.work?.();
    await endpoint.receiver.count(1);
  });

  it("says where there is no key; nothing can be registered then", async () => {
    const { lines, log } = keptLog();
    await using setting = await createWebhookSetting({}, { log });
    await using subgraph = await createActivitiesSubgraph({
      ...setting.config,
      webhooks: { privateAddresses: true },
    });
    await using _work = subgraph.work?.();
    expect(lines[0]).toContain("HUB_SECRETS_KEY is not set");
    const viewer = setting.liaison(setting.units.a);
    const input = { organizationId: setting.units.a, address: "http://127.0.0.1:9/" };
    const { errors } = await createSubgraphExecutor(subgraph, log)(
      { query: CREATE, variables: { input } },
      { viewer, requestId: "test", signal: new AbortController().signal },
    );
    expect(errors?.[0]?.extensions?.["code"]).toBe("SUBGRAPH_UNAVAILABLE");
    expect(errors?.[0]?.message).toContain("HUB_SECRETS_KEY");
  });
});
