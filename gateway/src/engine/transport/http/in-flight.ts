import type { Viewer } from "@alliance-hub/sharing/viewer";
import type { Flight } from "./flight.ts";

/** Longest body, in characters, that is compared with those in flight. */
const LONGEST_COMPARED = 16_384;

/**
 * Places on the board, a power of two. A `Map` from bodies would hold them all, but it is rebuilt
 * every few requests, and its former tables keep what passed through them alive for the collector.
 */
const PLACES = 1024;

/** Characters of a body that its place depends on. */
const SAMPLES = 64;

/** On whose behalf a request goes out. */
export interface Sender {
  readonly viewer: Viewer;
  /** Headers that the installation adds for this request. */
  readonly headers: Readonly<Record<string, string>> | undefined;
}

/** A query under way. */
export interface Departure {
  readonly body: string;
  readonly sender: Sender;
  readonly flight: Flight;
}

/**
 * Queries under way, so that an equal one of the same viewer can share the answer. Of two whose
 * bodies have one place, the later one is known.
 */
export interface InFlight {
  find(body: string, sender: Sender): Flight | undefined;
  /** Others may join it from now on. */
  add(departure: Departure): void;
  /** Nobody joins it any more. */
  remove(departure: Departure): void;
  /** No earlier flight is joined any more: what is asked from now on sees what has changed. */
  forget(): void;
}

/** An empty board. */
export function createInFlight(): InFlight {
  const places = Array.from<Departure | undefined>({ length: PLACES });
  return {
    find: (body, sender) => {
      const found = places[placeOf(body)];
      return found && found.body === body && found.flight.isJoinable && isSame(found.sender, sender)
        ? found.flight
        : undefined;
    },
    add: (departure) => {
      if (departure.body.length <= LONGEST_COMPARED) places[placeOf(departure.body)] = departure;
    },
    remove: (departure) => {
      const place = placeOf(departure.body);
      if (places[place] === departure) places[place] = undefined;
    },
    forget: () => places.fill(undefined),
  };
}

/** By some of the characters, evenly spread: what tells bodies of one operation apart stands anywhere. */
function placeOf(body: string): number {
  const step = Math.max(1, Math.floor(body.length / SAMPLES));
  let hash = body.length;
  for (let at = body.length - 1; at >= 0; at -= step) hash = (hash * 31 + body.charCodeAt(at)) | 0;
  return (hash ^ (hash >>> 16)) & (PLACES - 1);
}

/** Compared only once two bodies are equal, so that all others pay nothing for it. */
function isSame(one: Sender, other: Sender): boolean {
  return (
    (one.viewer === other.viewer || isEqual(one.viewer, other.viewer)) &&
    isEqual(one.headers, other.headers)
  );
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
