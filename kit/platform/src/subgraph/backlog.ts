/** Work of one kind that waits. */
export interface Waiting {
  readonly count: number;
  /** Age of the oldest, in seconds; 0 if nothing waits. */
  readonly seconds: number;
}

/** Background work that waits to be done. */
export interface Backlog {
  /** Entries of the update log that this process has not yet sent to its subscribers. */
  readonly updates: Waiting;
  /** Entries of the log of notices, likewise. */
  readonly notices: Waiting;
  /** Deliveries of webhooks that wait for an attempt. */
  readonly webhooks: Waiting;
  /** Messages that should have been mailed. */
  readonly mail: Waiting;
}
