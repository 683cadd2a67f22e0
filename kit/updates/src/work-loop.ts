/** Work that is checked for repeatedly. */
export interface WorkLoopConfig {
  /** Does the work that can be done now without waiting. */
  readonly work: () => Promise<void>;
  /** Longest pause before it is called again, in milliseconds. */
  readonly idleMs: number;
  /** Called for a failed call; the next one comes all the same. */
  readonly onFault: (error: unknown) => void;
}

/** A loop that is running. Disposing of it waits for the call under way. */
export interface WorkLoop extends AsyncDisposable {
  /** Calls for work at once, or after the call under way. */
  wake(): void;
}

/** Starts a loop: it calls for work one call at a time, the first at once. */
export function startWorkLoop({ work, idleMs, onFault }: WorkLoopConfig): WorkLoop {
  let isWoken = false;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    while (isWoken && !isClosed) {
      isWoken = false;
      try {
        await work();
      } catch (error) {
        onFault(error);
        break;
      }
    }
    running = undefined;
    if (!isClosed) timer = setTimeout(wake, idleMs).unref();
  };
  const wake = (): void => {
    isWoken = true;
    if (running || isClosed) return;
    clearTimeout(timer);
    running = run();
  };

  wake();
  return {
    wake,
    [Symbol.asyncDispose]: async () => {
      isClosed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
