import type { Viewer } from "@alliance-hub/sharing/viewer";
import type { Language } from "@alliance-hub/platform/words/language";
import type { SharedRequest } from "./shared-request.ts";

/** Longest body, in characters, that is compared with those in flight. */
const LONGEST_COMPARED = 16_384;

/**
 * Slots of the table, a power of two. A `Map` from bodies, as the kit's single flight has one, would hold every
 * request, but it is rebuilt every few requests, and its former tables keep what passed through them alive for
 * the collector.
 */
const SLOTS = 1024;

/** Characters of a body that its slot depends on. */
const SAMPLES = 64;

/** On whose behalf a request goes out. */
export interface Sender {
  readonly viewer: Viewer;
  /** In which the answer is written. */
  readonly language: Language | undefined;
  /** Headers that the installation adds for this request. */
  readonly headers: Readonly<Record<string, string>> | undefined;
}

/** A query that is under way. */
export interface InFlightRequest {
  readonly body: string;
  readonly sender: Sender;
  readonly request: SharedRequest;
}

/**
 * Queries under way, so that an equal query of the same viewer can share the answer (single flight). Of two
 * queries whose bodies have the same slot, only the later one can be found.
 */
export interface InFlightRequests {
  find(body: string, sender: Sender): SharedRequest | undefined;
  /** Others may join it from now on. */
  add(inFlight: InFlightRequest): void;
  /** Nobody joins it any more. */
  remove(inFlight: InFlightRequest): void;
  /** No earlier request is joined any more: later queries see what has changed. */
  forget(): void;
}

/** Nothing is under way. */
export function createInFlightRequests(): InFlightRequests {
  const slots = Array.from<InFlightRequest | undefined>({ length: SLOTS });
  return {
    find: (body, sender) => {
      const found = slots[slotOf(body)];
      return found &&
        found.body === body &&
        found.request.isJoinable &&
        isSame(found.sender, sender)
        ? found.request
        : undefined;
    },
    add: (inFlight) => {
      if (inFlight.body.length <= LONGEST_COMPARED) slots[slotOf(inFlight.body)] = inFlight;
    },
    remove: (inFlight) => {
      const slot = slotOf(inFlight.body);
      if (slots[slot] === inFlight) slots[slot] = undefined;
    },
    forget: () => slots.fill(undefined),
  };
}

/** By some of the characters, evenly spread: what tells bodies of one operation apart stands anywhere. */
function slotOf(body: string): number {
  const step = Math.max(1, Math.floor(body.length / SAMPLES));
  let hash = body.length;
  for (let at = body.length - 1; at >= 0; at -= step) hash = (hash * 31 + body.charCodeAt(at)) | 0;
  return (hash ^ (hash >>> 16)) & (SLOTS - 1);
}

/** Compared only once two bodies are equal, so that all others pay nothing for it. */
function isSame(one: Sender, other: Sender): boolean {
  return (
    one.language === other.language &&
    (one.viewer === other.viewer || isEqual(one.viewer, other.viewer)) &&
    isEqual(one.headers, other.headers)
  );
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
