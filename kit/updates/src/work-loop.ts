/** Work that is looked for again and again. */
export interface RoundsConfig {
  /** Does what there is to do now, as far as it need not be waited for. */
  readonly round: () => Promise<void>;
  /** Longest pause between two rounds, in milliseconds. */
  readonly idleMs: number;
  /** Told of a round that failed; the next one comes all the same. */
  readonly onFault: (error: unknown) => void;
}

/** Rounds that are going. Disposing of them waits for the one under way. */
export interface Rounds extends AsyncDisposable {
  /** Another round at once, or after the one under way. */
  wake(): void;
}

/** Begins with rounds: one at a time, the first at once. */
export function startRounds({ round, idleMs, onFault }: RoundsConfig): Rounds {
  let isAsked = false;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  let going: Promise<void> | undefined;

  const go = async (): Promise<void> => {
    while (isAsked && !isClosed) {
      isAsked = false;
      try {
        await round();
      } catch (error) {
        onFault(error);
        break;
      }
    }
    going = undefined;
    if (!isClosed) timer = setTimeout(wake, idleMs).unref();
  };
  const wake = (): void => {
    isAsked = true;
    if (going || isClosed) return;
    clearTimeout(timer);
    going = go();
  };

  wake();
  return {
    wake,
    [Symbol.asyncDispose]: async () => {
      isClosed = true;
      clearTimeout(timer);
      await going;
    },
  };
}
