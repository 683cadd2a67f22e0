/** Connections, as an operator counts them. */
export interface PoolFigures {
  readonly inUse: number;
  readonly total: number;
  /** Callers that wait for a connection, or for a transaction to end. */
  readonly waiting: number;
}

/** A pool, to be asked whenever somebody measures. */
export interface PoolUse {
  /** Whose connections they are, such as `resources`. */
  readonly name: string;
  /** Most connections there may be. */
  readonly size: number;
  figures(): PoolFigures;
}
