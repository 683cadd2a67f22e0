/**
 * Works on what comes before it is asked for, on several at once, and gives the results in order: where each
 * piece of work waits for something, they wait together.
 *
 * @param most pieces of work under way at once.
 * @throws whatever the source or a piece of work throws, in its turn.
 */
export async function* ahead<T, R>(
  source: AsyncIterable<T>,
  work: (item: T) => Promise<R>,
  most: number,
): AsyncGenerator<R> {
  const underWay: Promise<R>[] = [];
  let [wakeGiver, wakeTaker] = [noop, noop];
  let isOver = false;
  let fault: { readonly error: unknown } | undefined;
  const items = source[Symbol.asyncIterator]();
  const take = async (): Promise<void> => {
    try {
      for (let next = await items.next(); !next.done && !isOver; next = await items.next()) {
        const result = work(next.value);
        // It is thrown in its turn; until then it is nobody's concern.
        void result.catch(noop);
        underWay.push(result);
        wakeGiver();
        if (underWay.length >= most) await new Promise<void>((resolve) => (wakeTaker = resolve));
      }
    } catch (error) {
      fault = { error };
    }
    isOver = true;
    wakeGiver();
  };
  void take();
  try {
    for (;;) {
      const result = underWay[0];
      if (result) {
        const given = await result;
        void underWay.shift();
        wakeTaker();
        yield given;
      } else if (isOver) {
        if (fault) throw fault.error;
        return;
      } else {
        await new Promise<void>((resolve) => (wakeGiver = resolve));
      }
    }
  } finally {
    isOver = true;
    wakeTaker();
    // It may be waiting for something that never comes: whoever stops asking ends that by a signal.
    void Promise.resolve(items.return?.()).catch(noop);
  }
}

const noop = (): void => undefined;
