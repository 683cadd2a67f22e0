import type { FormattedExecutionResult } from "graphql";
import type { Dispatcher, Pool } from "undici";
import { LATE, unlessAborted } from "../deadline.ts";
import { LONGEST_UNFINISHED_MS, noteUnfinished } from "../unfinished.ts";
import { readAnswer } from "./answer.ts";
import type { Breaker } from "./breaker.ts";
import { Exchange, type RawResponse } from "./exchange.ts";
import { TransportFault, abandoned } from "./transport-fault.ts";

/** Longest that a probe of a failing subgraph may take, in milliseconds. */
const PROBE_MS = 5000;

/** What came back, and as which text. */
export interface Reply {
  readonly answer: FormattedExecutionResult;
  readonly text: string;
}

/** What a shared request needs. */
export interface SharedRequestConfig {
  readonly pool: Pool;
  readonly breaker: Breaker;
  readonly options: Dispatcher.DispatchOptions;
  /** Whether it may be sent again if the connection breaks before a byte has come back. */
  readonly mayRetry: boolean;
  /** Whether the subgraph is known to finish what it has begun, also for a caller that has gone. */
  readonly isFinishedAnyway: boolean;
  /** Fires when the transport is closed: nothing is waited for any more. */
  readonly closing: AbortSignal;
}

/**
 * A request to a subgraph, which one caller or several wait for (single flight). It is given up when nobody
 * waits any more, unless it probes a failing subgraph: later callers depend on what the probe finds. What goes
 * on then is still work of the request that was the last to wait.
 */
export class SharedRequest {
  readonly #config: SharedRequestConfig;
  readonly #startedAt = performance.now();
  readonly #reply: Promise<Reply>;
  #waiting = 0;
  #isGivenUp = false;
  #isProbe = false;
  #exchange: Exchange | undefined;

  constructor(config: SharedRequestConfig) {
    this.#config = config;
    this.#reply = config.breaker.run((isProbe) => this.#sendAndRead(isProbe));
  }

  /** Whether it will bring an answer to those who join it. */
  get isJoinable(): boolean {
    return !this.#isGivenUp;
  }

  /** @throws TransportFault also when this waiter's deadline passes or its client goes away. */
  wait(signal: AbortSignal): Promise<Reply> {
    this.#waiting += 1;
    return unlessAborted(this.#reply, signal, () => {
      const fault = abandoned(signal, performance.now() - this.#startedAt);
      this.#waiting -= 1;
      if (this.#waiting === 0 && !this.#isProbe) noteUnfinished(signal, this.#giveUp(fault));
      return fault;
    });
  }

  /** @returns settled when nothing is done for it any more. */
  async #giveUp(fault: TransportFault): Promise<void> {
    this.#isGivenUp = true;
    const { isFinishedAnyway, closing } = this.#config;
    // A subgraph that is late may be dead: nothing is left open to it.
    if (!isFinishedAnyway || fault.isLate) return this.#exchange?.abort(fault);
    const limit = AbortSignal.any([closing, AbortSignal.timeout(LONGEST_UNFINISHED_MS)]);
    await this.#exchange?.leave(fault, limit);
  }

  async #sendAndRead(isProbe: boolean): Promise<Reply> {
    // It may have waited for the probe of another, and longer than anyone waits for it.
    if (this.#isGivenUp) throw new TransportFault("was no longer waited for", { isCounted: false });
    this.#isProbe = isProbe;
    let response;
    try {
      response = await this.#send();
    } catch (error) {
      if (!this.#mayRetry(error)) throw error;
      response = await this.#send();
    }
    return { answer: readAnswer(response), text: response.text };
  }

  #send(): Promise<RawResponse> {
    const { pool, options } = this.#config;
    const exchange = new Exchange(pool, options);
    this.#exchange = exchange;
    if (!this.#isProbe) return exchange.response;
    const timer = setTimeout(() => exchange.abort(new TransportFault(LATE)), PROBE_MS);
    return exchange.response.finally(() => clearTimeout(timer));
  }

  #mayRetry(error: unknown): boolean {
    return (
      this.#config.mayRetry && !this.#isGivenUp && error instanceof TransportFault && error.mayRetry
    );
  }
}
