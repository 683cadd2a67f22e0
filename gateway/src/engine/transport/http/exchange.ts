import type { Dispatcher, Pool } from "undici";
import { networkFault, type TransportFault } from "./transport-fault.ts";

/** A response as it came. */
export interface RawResponse {
  readonly status: number;
  readonly text: string;
}

/** One request and its response, read to the end. */
export class Exchange implements Dispatcher.DispatchHandler {
  /** @throws TransportFault */
  readonly response: Promise<RawResponse>;
  #resolve!: (response: RawResponse) => void;
  #reject!: (fault: TransportFault) => void;
  #controller: Dispatcher.DispatchController | undefined;
  #ended: TransportFault | undefined;
  #over: (() => void) | undefined;
  #hasBegun = false;
  #status = 0;
  #first: Buffer | undefined;
  #chunks: Buffer[] | undefined;

  constructor(pool: Pool, options: Dispatcher.DispatchOptions) {
    this.response = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    pool.dispatch(options, this);
  }

  /** Ends it now, also while it waits for a connection. */
  abort(fault: TransportFault): void {
    if (this.#ended) return;
    this.#ended = fault;
    this.#controller?.abort(fault);
    this.#reject(fault);
  }

  /**
   * Nobody waits for the answer any more. What was not sent yet never is. What was, is waited for to its end,
   * because the subgraph works on it until then.
   *
   * @param limit breaks it off when it fires.
   * @returns fulfilled at its end.
   */
  async leave(fault: TransportFault, limit: AbortSignal): Promise<void> {
    const controller = this.#controller;
    if (!controller || this.#ended) return this.abort(fault);
    this.#ended = fault;
    this.#reject(fault);
    const over = new Promise<void>((resolve) => (this.#over = resolve));
    const breakOff = (): void => controller.abort(fault);
    limit.addEventListener("abort", breakOff);
    if (limit.aborted) breakOff();
    await over;
    limit.removeEventListener("abort", breakOff);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#ended) controller.abort(this.#ended);
  }

  onResponseStarted(): void {
    this.#hasBegun = true;
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.#status = status;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#ended) return;
    if (!this.#first) this.#first = chunk;
    else if (this.#chunks) this.#chunks.push(chunk);
    else this.#chunks = [this.#first, chunk];
  }

  onResponseEnd(): void {
    this.#over?.();
    const bytes = this.#chunks ? Buffer.concat(this.#chunks) : this.#first;
    this.#resolve({ status: this.#status, text: bytes?.toString() ?? "" });
  }

  onResponseError(_controller: unknown, error: Error): void {
    this.#over?.();
    this.#reject(networkFault(error, this.#hasBegun));
  }
}
