import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { FairQueue } from "../http/admission/fair-queue.ts";

/** Starts the operations of one WebSocket. */
export interface OperationTurns {
  /**
   * Does the work of an operation when few enough others are in progress. An operation that ends leaves the
   * queue at once and makes room for the next one.
   *
   * @param ended fires when the client ends the operation.
   * @returns undefined if it ended before it could begin.
   * @throws HubError `RATE_LIMITED` if too many wait.
   */
  take<T>(ended: AbortSignal, work: () => Promise<T>): Promise<T | undefined>;
}

/** Maximum number of operations in progress, or whose answer waits for the client. Others wait. */
const BEGUN_AT_ONCE = 8;

/** All operations of a connection belong to one client. */
const CLIENT = "";

/** Nothing is in progress. @param most maximum number of operations of the connection. */
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

/** `RATE_LIMITED`: the connection has reached its limit of operations. */
export function tooManyOperations(most: number): HubError {
  return new HubError("RATE_LIMITED", {
    zh: `此连接有 ${most} 个操作正在进行，已达上限。请结束一个，或另开一个连接。`,
    en: `This connection has ${most} operations in progress, which is the limit. End one, or open another connection.`,
  });
}
