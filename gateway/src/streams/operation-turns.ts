import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { FairQueue } from "../http/admission/fair-queue.ts";

/** Lets the operations of one WebSocket begin. */
export interface OperationTurns {
  /**
   * Does the work of an operation when few enough others are under way. One that ends leaves the queue at once
   * and makes room for the next.
   *
   * @param ended fires when the client wants no more of the operation.
   * @returns undefined if that was before it could begin.
   * @throws HubError `RATE_LIMITED` if too many wait.
   */
  take<T>(ended: AbortSignal, work: () => Promise<T>): Promise<T | undefined>;
}

/** Operations that are begun at once, or whose answer waits to be taken: others wait for that. */
const BEGUN_AT_ONCE = 8;

/** All operations of a connection are one client's. */
const CLIENT = "";

/** Nothing is under way. @param most operations of the connection at once. */
export function createOperationTurns(most: number): OperationTurns {
  const queue = new FairQueue({
    slots: BEGUN_AT_ONCE,
    slotsPerClient: BEGUN_AT_ONCE,
    slotsPerHeavyClient: BEGUN_AT_ONCE,
    queued: most,
    queuedPerClient: most,
    waitMs: undefined,
  });
  return {
    take: async (ended, work) => {
      using slot = await queue.enter(CLIENT, ended);
      if (slot) return await work();
      if (ended.aborted) return undefined;
      throw tooManyOperations(most);
    },
  };
}

/** `RATE_LIMITED`: the connection has as many operations as it may have. */
export function tooManyOperations(most: number): HubError {
  return new HubError(
    "RATE_LIMITED",
    `This connection has ${most} operations in progress, which is the limit. End one, or open another connection.`,
  );
}
