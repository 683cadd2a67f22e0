import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from "cockatiel";
import { TransportFault } from "./transport-fault.ts";

/** When a subgraph that keeps failing is left alone, and for how long. */
export interface BreakerConfig {
  /** Failures in a row. Default 5. */
  readonly failures?: number;
  /** Time until it is tried again with one request, in milliseconds. Default 2000. */
  readonly retryAfterMs?: number;
}

/** A circuit breaker. */
export interface Breaker {
  /**
   * Runs the work unless the circuit is open. While one request probes whether the subgraph is back,
   * others wait for that a moment.
   *
   * @param work told whether it is that probe; rejects with a `TransportFault`, which may count.
   * @throws TransportFault, the work's or its own.
   */
  run<T>(work: (isProbe: boolean) => Promise<T>): Promise<T>;
}

/** How long a request waits for the probe of another, in milliseconds. */
const PATIENCE_MS = 500;

/** The breaker of one subgraph. */
export function createBreaker(config: BreakerConfig = {}): Breaker {
  const { failures = 5, retryAfterMs = 2000 } = config;
  const policy = circuitBreaker(
    handleWhen((error) => error instanceof TransportFault && error.isCounted),
    { breaker: new ConsecutiveBreaker(failures), halfOpenAfter: retryAfterMs },
  );
  let retryAt = 0;
  policy.onBreak(() => {
    retryAt = Date.now() + retryAfterMs;
  });
  const notTried = (): TransportFault => {
    const leftMs = Math.max(0, retryAt - Date.now());
    const when = leftMs > 0 ? `in ${(leftMs / 1000).toFixed(1)} s` : "just now";
    return new TransportFault(`has failed several times in a row and is tried again ${when}`, {
      isCounted: false,
      wasSent: false,
    });
  };

  const afterProbe = <T>(work: (isProbe: boolean) => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      let isRefused = false;
      const timer = setTimeout(() => {
        isRefused = true;
        reject(notTried());
      }, PATIENCE_MS);
      const run = async (): Promise<T> => {
        if (isRefused) throw notTried();
        clearTimeout(timer);
        return await work(policy.state === CircuitState.HalfOpen);
      };
      policy.execute(run).then(resolve, (error: unknown) => {
        clearTimeout(timer);
        reject(error instanceof TransportFault ? error : notTried());
      });
    });

  return {
    run: (work) => {
      switch (policy.state) {
        case CircuitState.Closed:
          return policy.execute(() => work(false));
        case CircuitState.Open:
          return Date.now() < retryAt
            ? Promise.reject(notTried())
            : policy
                .execute(() => work(true))
                .catch((error: unknown) => {
                  throw error instanceof TransportFault ? error : notTried();
                });
        default:
          return afterProbe(work);
      }
    },
  };
}
