import type { Answer } from "@alliance-hub/testing/answer";
import { type ReceivedRequest, type Receiver, startReceiver } from "@alliance-hub/testing/receiver";
import { until } from "@alliance-hub/testing/until";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import type { SubgraphConfig } from "@alliance-hub/platform/subgraph/subgraph";
import type { WebhookSettings } from "@alliance-hub/platform/webhooks/settings";
import { createActivitiesSubgraph } from "../subgraph.ts";
import { type CalendarSetting, createCalendarSetting } from "./calendar-setting.ts";

const ENDPOINT = `endpoint { id partner state reason address label version missedAt failingSince previousSecretUntil
  filter { committeeId kinds types } organization { id } }`;
const DELIVERY = `delivery { id state updateId updateType finishedAt nextAttemptAt
  attempts { number at status durationMs error } }`;
/** The mutations' documents. */
export const CREATE = `mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { ${ENDPOINT} secret } }`;
export const UPDATE = `mutation ($input: UpdateWebhookEndpointInput!) { updateWebhookEndpoint(input: $input) { ${ENDPOINT} } }`;
export const ROTATE = `mutation ($input: RotateWebhookSecretInput!) { rotateWebhookSecret(input: $input) { ${ENDPOINT} secret } }`;
export const END = `mutation ($input: EndWebhookEndpointInput!) { endWebhookEndpoint(input: $input) { ${ENDPOINT} } }`;
export const REPLAY = `mutation ($input: ReplayWebhookEndpointInput!) { replayWebhookEndpoint(input: $input) { ${ENDPOINT} } }`;
export const TEST = `mutation ($input: TestWebhookEndpointInput!) { testWebhookEndpoint(input: $input) { ${DELIVERY} } }`;
export const REDELIVER = `mutation ($input: RedeliverWebhookInput!) { redeliverWebhook(input: $input) { ${DELIVERY} } }`;
export const GIVE_UP = `mutation ($input: GiveUpWebhookDeliveryInput!) { giveUpWebhookDelivery(input: $input) { ${DELIVERY} } }`;
const READ = `query ($id: ID!) { webhookEndpoint(id: $id) { id state reason stateSince failingSince missedAt version
  deliveries { totalCount nodes { id state updateId updateType nextAttemptAt activity { id }
    attempts { number at status durationMs error } } } } }`;

/** An endpoint's delivery, as the tests read it. */
export interface Delivered {
  readonly id: string;
  readonly state: string;
  readonly updateId: string | null;
  readonly updateType: string | null;
  readonly nextAttemptAt: string | null;
  readonly activity: { readonly id: string } | null;
  readonly attempts: readonly {
    readonly number: number;
    readonly at: string;
    readonly status: number | null;
    readonly error: string | null;
  }[];
}

/** An endpoint with its deliveries, oldest first. */
export interface Told {
  readonly id: string;
  readonly state: string;
  readonly reason: string | null;
  readonly failingSince: string | null;
  readonly missedAt: string | null;
  readonly deliveries: readonly Delivered[];
}

/** A calendar whose updates are delivered to receivers on loopback. */
export interface WebhookSetting extends CalendarSetting {
  /** Sends a mutation as a unit's liaison, unit a's by default. @throws Error for any fault. */
  done(query: string, input: object, viewer?: Viewer): Promise<Answer["data"]>;
  /** Starts a receiver and registers it for a unit. */
  register(over?: object, viewer?: Viewer): Promise<Registered>;
  /** What the endpoint's unit reads of it. */
  told(id: string, viewer?: Viewer): Promise<Told>;
  /** Another process that works on the same database. */
  another(over?: WebhookSettings): Promise<AsyncDisposable>;
}

/** A registered endpoint and who listens there. */
export interface Registered extends AsyncDisposable {
  readonly id: string;
  readonly secret: string;
  readonly receiver: Receiver;
}

/** Settings of webhooks in tests: receivers on loopback, and no idle time. */
export const LOOPBACK: WebhookSettings = {
  secretsKey: Buffer.alloc(32, 7),
  privateAddresses: true,
  idleMs: 20,
  chance: () => 0.5,
};

/** Makes the setting; nothing is delivered before `subgraph.work()`. */
export async function createWebhookSetting(
  over: WebhookSettings = {},
  config: Partial<SubgraphConfig> = {},
): Promise<WebhookSetting> {
  const setting = await createCalendarSetting({ ...config, webhooks: { ...LOOPBACK, ...over } });
  // Signatures are checked against the time that it is.
  setting.clock.now = new Date();
  const owner = (): Viewer => setting.liaison(setting.units.a);
  const done: WebhookSetting["done"] = async (query, input, viewer = owner()) => {
    const { data, code, message } = await setting.call(viewer, query, { input });
    if (code !== undefined) throw new Error(`${code}: ${message}`);
    return Object.values(data)[0];
  };
  return {
    ...setting,
    done,
    register: async (input = {}, viewer = owner()) => {
      const receiver = await startReceiver();
      const { endpoint, secret } = await done(
        CREATE,
        { organizationId: setting.units.a, address: `${receiver.url}/hooks`, ...input },
        viewer,
      );
      const end = receiver[Symbol.asyncDispose].bind(receiver);
      return { id: endpoint.id, secret, receiver, [Symbol.asyncDispose]: end };
    },
    told: async (id, viewer = owner()) => {
      const { data, message } = await setting.call(viewer, READ, { id });
      if (message !== undefined) throw new Error(message);
      const { deliveries, ...endpoint } = data.webhookEndpoint;
      return { ...endpoint, deliveries: deliveries.nodes.toReversed() };
    },
    another: async (changed = {}) => {
      const webhooks = { ...LOOPBACK, ...over, ...changed };
      const subgraph = await createActivitiesSubgraph({ ...setting.config, webhooks });
      const work = subgraph.work?.();
      return {
        [Symbol.asyncDispose]: async () => {
          await work?.[Symbol.asyncDispose]();
          await subgraph.close();
        },
      };
    },
  };
}

/** Waits until what an endpoint's unit reads of it is so. */
export async function untilTold(
  setting: WebhookSetting,
  id: string,
  isSo: (told: Told) => boolean,
): Promise<Told> {
  await until(() => setting.told(id), isSo);
  // Deliveries are read before their attempts; what was written in between is whole by now.
  return await setting.told(id);
}

/** The event of a request. */
export const eventOf = ({ body }: ReceivedRequest) =>
  JSON.parse(body) as {
    id: string;
    type: string;
    subject: string;
    data: {
      updateId: string;
      position: string;
      type: string;
      occurredAt: string;
      activity: { id: string };
    };
  };
