/**
 * A log whose readers keep their positions outside the hub, as a subgraph describes it for backups. All members
 * are SQL, with names that include their schema.
 */
export interface OrderedLog {
  /** A number up to which no new entry can appear any more, for later readers; column `settled`. */
  readonly settled: string;
  /** The number of the newest entry; column `newest`, null if there is none. */
  readonly newest: string;
  /** Makes all positions invalid that were given so far. */
  readonly forgetPositions: string;
}
