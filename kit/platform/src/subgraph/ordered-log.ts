/**
 * A log whose readers keep their positions outside, as a subgraph describes it to whoever makes a backup. All
 * are SQL, with names that have their schema.
 */
export interface OrderedLog {
  /** A number up to which nothing can appear any more, for whoever looks afterwards; column `settled`. */
  readonly settled: string;
  /** The number of the newest entry; column `newest`, null if there is none. */
  readonly newest: string;
  /** Makes all positions void that were given so far. */
  readonly forgetPositions: string;
}
