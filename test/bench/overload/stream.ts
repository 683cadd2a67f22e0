/** Requests of one client, and how they are sent. */
export interface RequestStream {
  /** Under which it is reported. */
  readonly name: string;
  /** Bodies to send, each JSON, in turn. */
  readonly bodies: readonly string[];
  /** Connections, each with one request at a time. */
  readonly connections: number;
  /**
   * Requests a second over all connections that are free. Left out: each connection sends again as soon as
   * it has its answer, or after the time that the answer says (`Retry-After`).
   */
  readonly perSecond?: number;
  /** Default: nobody is signed in. */
  readonly token?: string;
}

/** What the load's process is asked for. */
export interface OverloadOrder {
  readonly port: number;
  readonly seconds: number;
  /** Time that the server has to answer, in milliseconds. */
  readonly deadlineMs: number;
  /** All at the same time. */
  readonly streams: readonly RequestStream[];
}

/** What came of one stream of requests. Latencies in milliseconds, of what was answered. */
export interface StreamResult {
  readonly name: string;
  readonly answeredPerSecond: number;
  /** Answered 503 with `OVERLOADED`. */
  readonly refusedPerSecond: number;
  /** Answered after the deadline, or not at all. */
  readonly late: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Latency of what was refused. */
  readonly refusedP99Ms: number;
  /** Anything else that was answered, and the first of it. */
  readonly wrong: number;
  readonly firstWrong?: string;
}
