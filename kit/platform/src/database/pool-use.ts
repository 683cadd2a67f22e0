/** Numbers of connections, for metrics. */
export interface PoolFigures {
  readonly inUse: number;
  readonly total: number;
  /** Callers that wait for a connection, or for a transaction to end. */
  readonly waiting: number;
}

/** A pool, as metrics see it. */
export interface PoolUse {
  /** The owner of the connections, such as `resources`. */
  readonly name: string;
  /** Maximum number of connections. */
  readonly size: number;
  figures(): PoolFigures;
}
