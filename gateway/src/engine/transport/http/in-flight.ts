import type { Viewer } from "@alliance-hub/kit/viewer/viewer";
import type { Flight } from "./flight.ts";

/** Longest body, in characters, that is compared with those in flight. */
const LONGEST_COMPARED = 16_384;

/** On whose behalf a request goes out. */
export interface Sender {
  readonly viewer: Viewer;
  /** Headers that the installation adds for this request. */
  readonly headers: Readonly<Record<string, string>> | undefined;
}

/** Queries under way, so that an equal one of the same viewer can share the answer. */
export interface InFlight {
  find(body: string, sender: Sender): Flight | undefined;
  /** Others may join it from now on. */
  add(body: string, sender: Sender, flight: Flight): void;
  /** Nobody joins it any more. */
  remove(body: string, flight: Flight): void;
  /** No flight of before is joined any more: what is asked from now on sees what has changed. */
  forget(): void;
}

/** An empty board. */
export function createInFlight(): InFlight {
  const known = new Map<string, { readonly sender: Sender; readonly flight: Flight }>();
  return {
    find: (body, sender) => {
      if (body.length > LONGEST_COMPARED) return undefined;
      const found = known.get(body);
      return found?.flight.isJoinable && isSame(found.sender, sender) ? found.flight : undefined;
    },
    add: (body, sender, flight) => {
      if (body.length <= LONGEST_COMPARED) known.set(body, { sender, flight });
    },
    remove: (body, flight) => {
      if (known.get(body)?.flight === flight) known.delete(body);
    },
    forget: () => known.clear(),
  };
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
