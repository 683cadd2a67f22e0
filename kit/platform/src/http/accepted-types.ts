import Negotiator from "negotiator";
import { LRUCache } from "lru-cache";

/** Which forms of an answer a client accepts. */
export interface AcceptedTypes {
  /** As one piece of JSON. */
  readonly json: boolean;
  /** As server-sent events. */
  readonly eventStream: boolean;
}

const PLAIN_JSON = "application/json";
const JSON_TYPES = [PLAIN_JSON, "application/graphql-response+json"];
const EVENT_STREAM = "text/event-stream";

// Ranges that name events. Clients that do not know about events accept anything (`*/*`) and read an answer to
// its end, which a stream may never have.
const NAMES_EVENTS = /text\/(?:event-stream|\*)(?![\w.+-])/i;

/** There are few kinds of clients, and each always sends the same header. */
const KEPT_HEADERS = 200;
const LONGEST_KEPT = 300;

/** A client without this header is from a time when there was only JSON (GraphQL over HTTP, section 6.1). */
const UNSAID: AcceptedTypes = { json: true, eventStream: false };

const known = new LRUCache<string, AcceptedTypes>({ max: KEPT_HEADERS });

/** Reads an `Accept` header: its ranges and their q-values (RFC 9110, section 12.5.1). */
export function acceptedTypes(accept: string | undefined): AcceptedTypes {
  if (accept === undefined || accept === "") return UNSAID;
  const found = known.get(accept);
  if (found) return found;
  const negotiator = new Negotiator({ headers: { accept } });
  const types: AcceptedTypes = {
    json: negotiator.mediaTypes(JSON_TYPES).length > 0,
    eventStream: NAMES_EVENTS.test(accept) && negotiator.mediaTypes([EVENT_STREAM]).length > 0,
  };
  if (accept.length <= LONGEST_KEPT) known.set(accept, types);
  return types;
}

/**
 * Whether an answer goes out as events. A subscription does if the client accepts events at all. Any other
 * operation does only if the client accepts nothing else.
 *
 * @param isSubscription called only if it matters.
 */
export function isStreamed(
  { json, eventStream }: AcceptedTypes,
  isSubscription: () => boolean,
): boolean {
  return eventStream && (!json || isSubscription());
}

/** The JSON media type that a client prefers; `application/json` if it prefers none. */
export function acceptedJson(accept: string | undefined): string {
  if (accept === undefined || accept === "") return PLAIN_JSON;
  return new Negotiator({ headers: { accept } }).mediaTypes(JSON_TYPES)[0] ?? PLAIN_JSON;
}
