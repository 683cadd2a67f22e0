import { type Receiver, startReceiver } from "@alliance-hub/testing/receiver";
import { until } from "@alliance-hub/testing/until";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Webhook } from "standardwebhooks";
import { type Asked, ask } from "../../support/ask.ts";
import { scheduleActivity } from "../../support/calendar.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { figures } from "../../support/figures.ts";
import { createPartner } from "../../support/partner.ts";
import { unitOf } from "../../support/people.ts";

const LIAISON = "445202-liaison-1";
const CREATE = `mutation ($input: CreateWebhookEndpointInput!) {
  createWebhookEndpoint(input: $input) { secret endpoint { id state organization { id name } } } }`;
const READ = `query ($id: ID!) { webhookEndpoint(id: $id) { state
  deliveries { nodes { state activity { title host { name } } attempts { status error } } } } }`;

let hub: TestHub;
let receiver: Receiver;
beforeAll(async () => {
  hub = await startHub({ HUB_WEBHOOKS_PRIVATE_ADDRESSES: "on" });
  receiver = await startReceiver();
});
afterAll(async () => {
  await receiver?.[Symbol.asyncDispose]();
  await hub?.[Symbol.asyncDispose]();
});

/** Asks as a partner system of the liaison's unit, with the scopes given. */
async function asPartner(...scopes: string[]) {
  const { key } = await createPartner(hub, unitOf(LIAISON), scopes);
  return (query: string, variables: object): Promise<Asked> =>
    ask(hub.url, { query, variables, token: key });
}

describe("webhooks of a partner system", () => {
  it("are registered through the gateway, delivered, verified and looked into", async () => {
    const input = { organizationId: unitOf(LIAISON), address: `${receiver.url}/hooks` };
    const reading = await asPartner("organizations:read", "activities:read");
    expect((await reading(CREATE, { input })).codes).toEqual(["FORBIDDEN"]);
    const partner = await asPartner("organizations:read", "activities:read", "activities:write");
    const made = (await partner(CREATE, { input })).data["createWebhookEndpoint"];
    expect(made?.["endpoint"]).toMatchObject({
      state: "ENABLED",
      organization: { id: unitOf(LIAISON), name: expect.any(String) },
    });
    const id = String(made?.["endpoint"]?.["id"]);
    const activityId = await scheduleActivity(hub, "义诊");
    const [sent] = await receiver.count(1);
    if (!sent) throw new Error("nothing came");
    const headers = sent.headers as Record<string, string>;
    expect(new Webhook(String(made?.["secret"])).verify(sent.body, headers)).toMatchObject({
      type: "alliance.activity.scheduled",
      subject: activityId,
      data: { activity: { title: "义诊" } },
    });
    const { data } = await until(
      () => partner(READ, { id }),
      (answer) =>
        (answer.data["webhookEndpoint"]?.["deliveries"]?.["nodes"]?.[0]?.["state"] as unknown) ===
        "DELIVERED",
    );
    expect(data["webhookEndpoint"]).toEqual({
      state: "ENABLED",
      deliveries: {
        nodes: [
          {
            state: "DELIVERED",
            activity: { title: "义诊", host: { name: expect.any(String) } },
            attempts: [{ status: 204, error: null }],
          },
        ],
      },
    });
    // The unit's liaison sees it as well, and others do not.
    expect((await hub.ask(READ, { id }, LIAISON)).data["webhookEndpoint"]).not.toBeNull();
    for (const other of ["445202-liaison-2", "445202-secretary", undefined])
      expect((await hub.ask(READ, { id }, other)).data["webhookEndpoint"]).toBeNull();
  });

  it("end with its key", async () => {
    await using gone = await startReceiver();
    const scopes = ["activities:read", "activities:write"];
    const partner = await createPartner(hub, unitOf(LIAISON), scopes);
    const input = { organizationId: unitOf(LIAISON), address: `${gone.url}/hooks` };
    const asked = { query: CREATE, variables: { input }, token: partner.key };
    const id = (await ask(hub.url, asked)).data["createWebhookEndpoint"]?.["endpoint"]?.["id"];
    await partner.revoke();
    await scheduleActivity(hub, "义诊");
    const { data } = await until(
      () => hub.ask(READ, { id }, LIAISON),
      (answer) => (answer.data["webhookEndpoint"]?.["state"] as unknown) === "DISABLED",
    );
    expect(data["webhookEndpoint"]?.["deliveries"]?.["nodes"]).toMatchObject([
      { state: "PENDING", attempts: [] },
    ]);
    expect(gone.received).toEqual([]);
  });

  it("are counted, with how they went", async () => {
    const names = [
      'hub_webhook_attempt_seconds_count{outcome="delivered"}',
      'hub_webhook_attempt_seconds_count{outcome="failed"}',
      "hub_webhook_endpoints_disabled_total",
    ];
    await using leaving = await startReceiver();
    leaving.answer = () => 410;
    const input = { organizationId: unitOf(LIAISON), address: `${leaving.url}/hooks` };
    expect((await hub.ask(CREATE, { input }, LIAISON)).codes).toEqual([]);
    const before = await figures(hub.url, names);
    const sent = receiver.received.length;
    await scheduleActivity(hub, "义诊");
    await receiver.count(sent + 1);
    await leaving.count(1);
    await until(
      () => figures(hub.url, names),
      (now) => now.every((value, at) => value === (before[at] ?? 0) + 1),
    );
  });

  it("go to public hosts alone, unless the hub's settings say otherwise", async () => {
    await using strict = await startHub();
    for (const address of ["https://127.0.0.1/", "https://localhost/", "http://a.example/"]) {
      const input = { organizationId: unitOf(LIAISON), address };
      expect((await strict.ask(CREATE, { input }, LIAISON)).codes).toEqual(["BAD_USER_INPUT"]);
    }
  });
});
