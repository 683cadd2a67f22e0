/** How a benchmark runs. */
export interface BenchOptions {
  /** Interleaved rounds. Default 5, of `portal` 1. */
  readonly rounds: number;
  /** Length of each round of each server, in seconds. Default 8. */
  readonly seconds: number;
  /** 10,000 resources each. Default of `hub` and `overload` 10, of the larger size of `growth` 100. */
  readonly scale: number | undefined;
  /** Names of the servers to measure; all of them where it is undefined. */
  readonly only: readonly string[] | undefined;
  /** Where the report goes, as JSON. */
  readonly json: string | undefined;
  /** Aborted when somebody interrupts: what runs is stopped and all that was started with it. */
  readonly signal: AbortSignal;
}
