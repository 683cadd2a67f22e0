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
   * Key that encrypts the stored secrets of endpoints, 32 bytes; the same for all processes on one database. If
   * left out, no endpoint can be registered and nothing is delivered.
   */
  readonly secretsKey?: Uint8Array;
  /** Whether endpoints may be at private addresses and without TLS. Default: no. */
  readonly privateAddresses?: boolean;
  /** Pauses before the second and each further attempt, in milliseconds. Default: `PAUSES_MS` of `retry.ts`. */
  readonly pausesMs?: readonly number[];
  /** Maximum time of an attempt, in milliseconds. Default 10,000. */
  readonly timeoutMs?: number;
  /** Maximum time between two looks for due deliveries, in milliseconds. Default 3000. */
  readonly idleMs?: number;
  /** Resolves the addresses of a name. Default: by DNS; with private addresses, like the machine. */
  readonly resolve?: Resolve;
  /** Address of the hub as people open it, for links, without a slash at the end. Default: no links. */
  readonly hubAddress?: string;
  /** Called for every attempt to deliver an update; metrics count them. */
  readonly onAttempt?: (attempt: WebhookAttemptReport) => void;
  /** Each attempt begins a trace, which is passed on to the receiver. Default: nothing is traced. */
  readonly tracing?: Pick<Tracing, "begin"> | undefined;
  /** Returns a number from 0 to 1 that spreads the pauses. Default: a random number. */
  readonly chance?: () => number;
}

/** Default timeout of an attempt. */
export const TIMEOUT_MS = 10_000;
