import type { Tracing } from "../trace/span.ts";
import type { Resolve } from "./address.ts";

/** What came of one attempt to deliver an update; tests of endpoints are not reported. */
export interface WebhookAttemptReport {
  readonly isDelivered: boolean;
  /** From its first byte to the answer, in milliseconds. */
  readonly durationMs: number;
  /** Whether it was the last one, so that the endpoint has been disabled. */
  readonly isDisabled: boolean;
}

/** How webhooks are sent; part of a subgraph's configuration. */
export interface WebhookSettings {
  /**
   * Key under which secrets of endpoints are stored, 32 bytes; the same for all processes that work on
   * one database. Left out: no endpoint can be registered and nothing is delivered.
   */
  readonly secretsKey?: Uint8Array;
  /** Whether endpoints may be at private addresses and without TLS. Default: no. */
  readonly privateAddresses?: boolean;
  /** Pauses before the second and each further attempt, in milliseconds. Default: `PAUSES_MS` of `retry.ts`. */
  readonly pausesMs?: readonly number[];
  /** Longest an attempt may take, in milliseconds. Default 10,000. */
  readonly timeoutMs?: number;
  /** Longest time without looking for what is due, in milliseconds. Default 3000. */
  readonly idleMs?: number;
  /** Finds the addresses of a name. Default: by DNS; with private addresses, as the machine does. */
  readonly resolve?: Resolve;
  /** Told of every attempt to deliver an update; metrics count them. */
  readonly onAttempt?: (attempt: WebhookAttemptReport) => void;
  /** Each attempt begins a trace, which the receiver is told of. Default: nothing is traced. */
  readonly tracing?: Pick<Tracing, "begin"> | undefined;
  /** A number from 0 to 1 that spreads the pauses. Default: chance. */
  readonly chance?: () => number;
}

/** An attempt's timeout where nothing else is said. */
export const TIMEOUT_MS = 10_000;
