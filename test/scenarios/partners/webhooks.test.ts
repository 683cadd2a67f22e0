import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { startReceiver } from "@alliance-hub/testing/receiver";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { Webhook } from "standardwebhooks";
import type { Answer } from "../../support/ask.ts";
import { scheduleActivity } from "../../support/calendar.ts";
import { type ExampleProcess, runExample, startExample } from "../../support/example-process.ts";
import { writeGuide } from "../../support/guide.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { patiently } from "../../support/patience.ts";
import { createPartner } from "../../support/partner.ts";
import { inHours, unitOf } from "../../support/people.ts";
import { freePort } from "../../support/ports.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ HUB_WEBHOOKS_PRIVATE_ADDRESSES: "on" });
});
afterAll(async () => {
  await hub?.[Symbol.asyncDispose]();
});

/** A partner's system that has registered an endpoint and receives, all by the guide's examples. */
interface Receiving extends AsyncDisposable {
  readonly folder: string;
  readonly address: string;
  readonly receiver: ExampleProcess;
  /** What the receiver has taken. */
  taken(): Answer[];
  untilTaken(count: number): Promise<void>;
  /** Runs an operation of the guide about the endpoint, or another record. */
  run(file: string, id?: string): Promise<Answer>;
}

async function receiving(): Promise<Receiving> {
  await using starting = new AsyncDisposableStack();
  const { path: folder } = starting.use(await writeGuide());
  const organizationId = unitOf("445202-liaison-1");
  const { key } = await createPartner(hub, organizationId, ["activities:read", "activities:write"]);
  const port = String(await freePort());
  const address = `http://127.0.0.1:${port}/hooks`;
  const environment = {
    HUB_URL: hub.url,
    HUB_KEY: key,
    ORGANIZATION: organizationId,
    WEBHOOK_ADDRESS: address,
  };
  const registered = await runExample("register-webhook.sh", { folder, environment });
  const made = (JSON.parse(registered) as Answer)["createWebhookEndpoint"];
  const endpointId = String(made?.["endpoint"]?.["id"]);
  const receiver = starting.use(
    startExample("receive-webhooks.mjs", {
      folder,
      environment: { WEBHOOK_SECRET: String(made?.["secret"]), PORT: port },
    }),
  );
  await receiver.untilPrinted(([first]) => first === "listening");
  const all = starting.move();
  return {
    folder,
    address,
    receiver,
    taken: () => receiver.lines.slice(1).map((line) => JSON.parse(line) as Answer),
    untilTaken: (count) => receiver.untilPrinted((lines) => lines.length > count),
    run: async (file, id = endpointId) =>
      JSON.parse(await runExample("ask.mjs", { folder, environment }, file, `id=${id}`)) as Answer,
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}

const RESCHEDULE =
  "mutation ($input: RescheduleActivityInput!) { rescheduleActivity(input: $input) { activity { id } } }";

async function publicVenue(): Promise<string> {
  const { data } = await hub.ask(
    "{ resources(filter: { kinds: [VENUE] }, first: 1) { nodes { id } } }",
  );
  return String(data["resources"]?.["nodes"]?.[0]?.["id"]);
}

/** The names of what is in it, level by level. */
function shapeOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return "a value";
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOf(inner)]));
}

it("a receiver takes what the hub sends, in the form that the guide shows", async () => {
  await using partner = await receiving();
  const venueId = await publicVenue();
  const id = await scheduleActivity(hub, "义诊", { venueId });
  await partner.untilTaken(1);
  const input = {
    id,
    during: { start: inHours(264), end: inHours(266) },
    reason: "下雨",
  };
  await hub.ask(RESCHEDULE, { input }, "445202-secretary");
  await partner.untilTaken(2);
  const [first, event] = partner.taken();
  expect(first).toMatchObject({ type: "alliance.activity.scheduled", subject: id });
  expect(event).toMatchObject({ type: "alliance.activity.rescheduled", subject: id });
  const shown = await readFile(join(partner.folder, "delivery.json"), "utf8");
  expect(shapeOf(event)).toEqual(shapeOf(JSON.parse(shown)));
});

it("a group's robot is registered as the guide says, and gets a signed message", async () => {
  await using starting = new AsyncDisposableStack();
  const { path: folder } = starting.use(await writeGuide());
  const robot = starting.use(await startReceiver());
  robot.answer = (_request, response) => void response.writeHead(200).end('{"errcode":0}');
  const organizationId = unitOf("445202-liaison-1");
  const { key } = await createPartner(hub, organizationId, ["activities:read", "activities:write"]);
  const environment = { HUB_URL: hub.url, HUB_KEY: key };
  const values = [`address=${robot.url}/robot/send?access_token=k`, "robotSecret=SECabc"];
  const file = "register-robot.graphql";
  const organization = `organizationId=${organizationId}`;
  await runExample("ask.mjs", { folder, environment }, file, organization, ...values);
  await scheduleActivity(hub, "义诊");
  const [sent] = await robot.count(1);
  expect(sent?.path).toMatch(/access_token=k&timestamp=\d{13}&sign=/);
  expect(JSON.parse(sent?.body ?? "{}")).toMatchObject({
    msgtype: "markdown",
    markdown: { title: "活动排定：义诊" },
  });
});

it("a receiver takes once what comes twice, and a secret is rotated without a gap", async () => {
  await using partner = await receiving();
  await scheduleActivity(hub, "义诊");
  await partner.untilTaken(1);
  const deliveries = async (): Promise<readonly Answer[]> => {
    const { webhookEndpoint } = (await partner.run("webhook-deliveries.graphql")) as never as {
      readonly webhookEndpoint: { readonly deliveries: { readonly nodes: readonly Answer[] } };
    };
    return webhookEndpoint.deliveries.nodes;
  };
  const attempted = (count: number) =>
    patiently(deliveries, ([delivery]) => delivery?.["attempts"]?.length === count);
  const [delivery] = await attempted(1);
  await partner.run("redeliver-webhook.graphql", String(delivery?.["id"]));
  const [again] = await attempted(2);
  expect(again?.["attempts"]?.map((attempt) => attempt["status"])).toEqual([204, 204]);
  expect(partner.taken()).toHaveLength(1);

  const rotated = await partner.run("rotate-webhook-secret.graphql");
  expect(rotated["rotateWebhookSecret"]?.["secret"]).toMatch(/^whsec_/);
  const enabled = await partner.run("enable-webhook.graphql");
  expect(enabled["updateWebhookEndpoint"]?.["endpoint"]).toEqual({
    state: "ENABLED",
    missedAt: null,
  });
  const id = await scheduleActivity(hub, "换密钥之后");
  await partner.untilTaken(2);
  expect(partner.taken().at(-1)).toMatchObject({ subject: id });
});

it("a receiver refuses what is not signed with its secret, is altered, or is old", async () => {
  await using partner = await receiving();
  await scheduleActivity(hub, "义诊");
  await partner.untilTaken(1);
  const body = JSON.stringify(partner.taken()[0]);
  const wrong = new Webhook(`whsec_${Buffer.alloc(32, 1).toString("base64")}`);
  const now = new Date();
  const headers = (signature: string): Record<string, string> => ({
    "webhook-id": "msg_1",
    "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
    "webhook-signature": signature,
  });
  const refused = [headers(wrong.sign("msg_1", now, body)), headers("v1,"), headers("nothing"), {}];
  for (const given of refused) {
    const answer = await fetch(partner.address, { method: "POST", body, headers: given });
    expect(answer.status).toBe(401);
  }
  expect(partner.taken()).toHaveLength(1);
});
