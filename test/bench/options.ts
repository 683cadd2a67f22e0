/** How a benchmark runs. */
export interface BenchOptions {
  /** Interleaved rounds. Default 5. */
  readonly rounds: number;
  /** Length of each round of each server, in seconds. Default 8. */
  readonly seconds: number;
  /** 10,000 resources each; `hub` only. Default 10. */
  readonly scale: number;
  /** Names of the servers to measure; all of them where it is undefined. */
  readonly only: readonly string[] | undefined;
  /** Where the report goes, as JSON. */
  readonly json: string | undefined;
  /** Aborted when somebody interrupts: what runs is stopped and all that was started with it. */
  readonly signal: AbortSignal;
}
