import { type Receiver, startReceiver } from "@alliance-hub/testing/receiver";
import { ask } from "../ask.ts";
import { unitOf } from "../people.ts";
import type { Random } from "../random.ts";
import type { LogEntry } from "./log-entries.ts";

/** The owner of the endpoints; it may see everything public. */
const LIAISON = "445202-liaison-1";
const CREATE = `mutation ($input: CreateWebhookEndpointInput!) {
  createWebhookEndpoint(input: $input) { endpoint { id } } }`;
/** A failing receiver rejects the first attempt of one in this many updates. */
const FAILS_ONE_IN = 60;

/** What an endpoint received, in that order. */
export interface Arrival {
  readonly id: string;
  /** False if the receiver answered 500 or closed the connection. */
  readonly isTaken: boolean;
}

/** A webhook endpoint and the partner's system behind it. */
export interface Endpoint extends AsyncDisposable {
  readonly arrivals: readonly Arrival[];
  /** Ids that were accepted. */
  readonly taken: ReadonlySet<string>;
}

/** What an endpoint is registered with. */
export interface EndpointConfig {
  readonly url: string;
  readonly token: string;
  /** Position after which it begins. */
  readonly after: string;
  /** Makes it fail now and then; undefined for a receiver that never fails. */
  readonly failing?: Random;
}

/** Starts a receiver and registers it. */
export async function startEndpoint(config: EndpointConfig): Promise<Endpoint> {
  const { url, token, after, failing } = config;
  await using starting = new AsyncDisposableStack();
  const receiver: Receiver = starting.use(await startReceiver());
  const arrivals: Arrival[] = [];
  const taken = new Set<string>();
  const refused = new Set<string>();
  receiver.answer = ({ body }, response) => {
    const { id } = JSON.parse(body) as { id: string };
    // Not twice for one update, because the pause after a second failure lasts minutes.
    const isTaken = refused.has(id) || !failing?.oneIn(FAILS_ONE_IN);
    arrivals.push({ id, isTaken });
    if (isTaken) {
      taken.add(id);
      return 204;
    }
    refused.add(id);
    if (failing?.oneIn(2)) return 500;
    response.destroy();
    return undefined;
  };
  const input = { organizationId: unitOf(LIAISON), address: `${receiver.url}/hooks`, after };
  const { errors } = await ask(url, { query: CREATE, variables: { input }, token });
  if (errors.length > 0) throw new Error(errors[0]?.message);
  const running = starting.move();
  return { arrivals, taken, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

/**
 * Arrivals in the wrong order: an update came for the first time although the previous one of the same activity
 * had not been accepted.
 */
export function outOfOrder(arrivals: readonly Arrival[], log: readonly LogEntry[]): object[] {
  const before = new Map<string, string | undefined>();
  const last = new Map<string, string>();
  for (const { id, activityId } of log) {
    before.set(id, last.get(activityId));
    last.set(activityId, id);
  }
  const taken = new Set<string>();
  return arrivals.flatMap(({ id, isTaken }, at) => {
    const missing = before.get(id);
    const isWrong = !before.has(id) || (missing !== undefined && !taken.has(missing));
    if (isTaken) taken.add(id);
    return isWrong ? [{ at, id, missing }] : [];
  });
}
