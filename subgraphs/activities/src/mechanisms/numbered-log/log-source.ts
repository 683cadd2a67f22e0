/** Where a log is stored. PostgreSQL numbers the entries of all logs from one sequence. */
export interface LogSource {
  /** The table of its entries, such as `activityUpdate`. */
  readonly entries: string;
  /** The table whose one row has the last cleared entry, and the key of its positions. */
  readonly state: string;
  /** The channel on which PostgreSQL notifies its readers. */
  readonly channel: string;
  /** What it is called in messages of the hub's own log. */
  readonly name: string;
}

/** The one row of a log. */
export interface LogState {
  clearedNumber: number;
  clearedId: string;
  sealKey: Uint8Array;
}
