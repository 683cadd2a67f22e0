import type { SubgraphTable } from "../../support/federation/subgraph.ts";
import type { ClientOperation } from "../../support/federation/ask-engine.ts";

/** Subgraphs as tables, and what is asked of them together. */
export interface ConformanceCase {
  readonly subgraphs: readonly SubgraphTable[];
  /**
   * File below this folder with the supergraph as @apollo/composition writes it, where
   * @theguild/federation-composition leaves something out. Default: composed by the latter. That the file is
   * right is a test of `npm run test:peers`.
   */
  readonly supergraph?: string;
  /** By what is shown, which is the name of the test. */
  readonly asks: Readonly<Record<string, Ask>>;
}

/** One operation and everything that is expected of its answer. */
export interface Ask extends ClientOperation {
  /** Exactly this, in this order of keys. Left out: the operation is rejected before it runs. */
  readonly data?: unknown;
  /** Exactly these errors, in any order. Default: none. */
  readonly errors?: readonly ExpectedError[];
  /** Side effects, in order. */
  readonly journal?: readonly string[];
  /** The subgraphs called, as often as they were called, in alphabetical order. */
  readonly calls?: readonly string[];
  /** In what and why the peer answers otherwise; a test holds this true. */
  readonly peerDiffers?: string;
}

/** One error, by what of it a client relies on. */
export interface ExpectedError {
  /** Where in the answer; left out for an operation that is rejected. */
  readonly path?: readonly (string | number)[];
  /** `extensions.code`. */
  readonly code?: string;
  /** `extensions.service`. */
  readonly service?: string;
  /** Some of the message. */
  readonly says?: string;
}
