import type { Answer } from "../ask.ts";
import { operation } from "../contract.ts";
import type { Random } from "../random.ts";
import type { RestartedHub } from "../restarted-hub.ts";

/** What readers request: the operation of the client contract, or only what distinguishes updates. */
export const SUBSCRIPTIONS = {
  whole: operation("ActivityUpdates"),
  short: "subscription ($after: String) { activityUpdates(after: $after) { id position } }",
};

/** What a reader of the update log needs. */
export interface ReaderConfig {
  readonly hub: RestartedHub;
  /** Position after which it begins. */
  readonly after: string;
  /** What a subscription asks for. */
  readonly asks: keyof typeof SUBSCRIPTIONS;
  /** Undefined for an anonymous reader. */
  readonly token: string | undefined;
  readonly random: Random;
  /** Whether it now and then cuts itself off. */
  readonly cutsItselfOff: boolean;
  /** Fires when it is no longer needed. */
  readonly over: AbortSignal;
}

/** A reader that reconnects whenever its connection ends. */
export interface Reader {
  readonly name: string;
  /** Ids of the updates that it received, in that order. */
  readonly ids: readonly string[];
  /** What must not happen to a reader: an error, or an end although the hub did not stop. */
  readonly faults: readonly unknown[];
  /** How often it disconnected itself, and how often a stopping hub told it to reconnect. */
  readonly cuts: number;
  readonly goodbyes: number;
  readonly ended: Promise<void>;
}

/** One connection of a reader, until it breaks. */
export interface Connection {
  readonly url: string;
  /** The last update that it received before; the reader continues after it. */
  readonly position: string | undefined;
  readonly signal: AbortSignal;
  /** Called for each update. @returns whether the reader disconnects itself now. */
  readonly told: (update: Answer, position: string) => boolean;
  /** Called when the hub has said that it stops. */
  readonly goodbye: () => void;
}

/** Maximum number of updates before a reader disconnects itself. */
const MOST_BEFORE_CUT = 200;

/**
 * Begins to read.
 *
 * @param connect reads by one connection; returns when the reader has cut itself off or the hub ended it,
 *   and throws when it breaks.
 */
export function startReader(
  name: string,
  { hub, random, cutsItselfOff, over }: ReaderConfig,
  connect: (connection: Connection) => Promise<void>,
): Reader {
  const told = { cuts: 0, goodbyes: 0 };
  const ids: string[] = [];
  const faults: unknown[] = [];
  let position: string | undefined;

  const readOnce = async (url: string): Promise<void> => {
    let left = cutsItselfOff ? random.between(1, MOST_BEFORE_CUT) : Infinity;
    let hasCut = false;
    const isExcused = (): boolean => hasCut || over.aborted || !hub.isUp(url);
    try {
      await connect({
        url,
        position,
        signal: over,
        told: (update, at) => {
          ids.push(String(update["id"]));
          position = at;
          left -= 1;
          hasCut = left === 0;
          if (hasCut) told.cuts += 1;
          return hasCut;
        },
        goodbye: () => (told.goodbyes += 1),
      });
      if (!isExcused()) faults.push(new Error(`${name} was ended by a hub that goes on`));
    } catch (error) {
      if (!isExcused()) faults.push(error);
    }
  };
  const read = async (): Promise<void> => {
    while (!over.aborted && faults.length === 0) await readOnce(await hub.url());
  };
  return {
    name,
    ids,
    faults,
    get cuts() {
      return told.cuts;
    },
    get goodbyes() {
      return told.goodbyes;
    },
    ended: read(),
  };
}
