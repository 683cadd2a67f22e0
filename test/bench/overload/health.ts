/** Asks a server on and on whether it is ready. */
export interface HealthWatch extends AsyncDisposable {
  /** Longest that an answer took so far, or has taken if it is not there yet, in milliseconds. */
  maxMs(): number;
}

const EVERY_MS = 200;

/** Begins at once. */
export function watchHealth(port: number): HealthWatch {
  let [max, askedAt, isOver] = [0, performance.now(), false];
  const ask = async (): Promise<void> => {
    while (!isOver) {
      askedAt = performance.now();
      await fetch(`http://127.0.0.1:${port}/health/ready`).then((answer) => answer.text());
      max = Math.max(max, performance.now() - askedAt);
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
      askedAt = performance.now();
    }
  };
  const asking = ask();
  return {
    maxMs: () => Math.round(Math.max(max, performance.now() - askedAt)),
    [Symbol.asyncDispose]: async () => {
      isOver = true;
      await asking;
    },
  };
}
