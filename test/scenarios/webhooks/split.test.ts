import { startReceiver } from "@alliance-hub/testing/receiver";
import { expect, it } from "@jest/globals";
import { Webhook } from "standardwebhooks";
import { scheduleActivity } from "../../support/calendar.ts";
import { unitOf } from "../../support/people.ts";
import { startSplit } from "../../support/split-process.ts";

const LIAISON = "445202-liaison-1";
const CREATE =
  "mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { secret } }";

it("five processes deliver webhooks from the subgraph that has the log", async () => {
  await using receiver = await startReceiver();
  await using hub = await startSplit({ HUB_WEBHOOKS_PRIVATE_ADDRESSES: "on" });
  const input = { organizationId: unitOf(LIAISON), address: receiver.url };
  const { data } = await hub.ask(CREATE, { input }, LIAISON);
  const id = await scheduleActivity(hub, "义诊");
  const [sent] = await receiver.count(1);
  if (!sent) throw new Error("nothing came");
  const webhook = new Webhook(String(data["createWebhookEndpoint"]?.["secret"]));
  const headers = sent.headers as Record<string, string>;
  expect(webhook.verify(sent.body, headers)).toMatchObject({ subject: id });
  expect(await hub.process.stop()).toBe(0);
});
