import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { openDemonstrationIssuer } from "@alliance-hub/gateway/identity/demonstration-issuer";
import { startReceiver } from "@alliance-hub/kit/testing/receiver";
import { createTestDatabase } from "@alliance-hub/kit/testing/test-database";
import { describe, expect, it } from "@jest/globals";
import { Webhook } from "standardwebhooks";
import { ask } from "../../support/ask.ts";
import { scheduleActivity } from "../../support/calendar.ts";
import { DEMONSTRATION } from "../../support/hub.ts";
import { person, unitOf } from "../../support/people.ts";
import { freePort, temporaryFolder, untilReady } from "../../support/process.ts";

const SPLIT = fileURLToPath(
  new URL("../../../../gateway/dist/commands/start-split.js", import.meta.url),
);
const LIAISON = "445202-liaison-1";
const CREATE =
  "mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { secret } }";

describe("five processes", () => {
  it("deliver webhooks from the subgraph that has the log", async () => {
    await using database = await createTestDatabase(DEMONSTRATION);
    await using folder = await temporaryFolder();
    await using receiver = await startReceiver();
    const [port, subgraphPort] = [await freePort(), 20_000 + Math.floor(Math.random() * 20_000)];
    const child = spawn(process.execPath, [SPLIT], {
      env: {
        ...process.env,
        PORT: String(port),
        SUBGRAPH_PORT: String(subgraphPort),
        DATABASE_URL: database.url,
        HUB_DATA_DIR: folder.path,
        HUB_WEBHOOKS_PRIVATE_ADDRESSES: "on",
        LOG_LEVEL: "silent",
      },
      stdio: ["ignore", "ignore", "inherit"],
    });
    const ended = once(child, "exit");
    try {
      const url = `http://127.0.0.1:${port}`;
      await untilReady(url);
      const issuer = await openDemonstrationIssuer(folder.path);
      const asked = async (query: string, variables?: object, as = LIAISON) =>
        await ask(url, {
          query,
          ...(variables ? { variables } : {}),
          token: await issuer.token(person(as).subject),
        });
      const input = { organizationId: unitOf(LIAISON), address: receiver.url };
      const { data } = await asked(CREATE, { input });
      const id = await scheduleActivity({ ask: asked }, "义诊");
      const [sent] = await receiver.count(1);
      if (!sent) throw new Error("nothing came");
      const webhook = new Webhook(String(data["createWebhookEndpoint"]?.["secret"]));
      const headers = sent.headers as Record<string, string>;
      expect(webhook.verify(sent.body, headers)).toMatchObject({ subject: id });
    } finally {
      child.kill("SIGTERM");
      await ended;
    }
    expect(child.exitCode).toBe(0);
  });
});
