/**
 * Works ahead on items before they are requested, on several at once, and returns the results in order. If each
 * piece of work waits for something, they wait at the same time.
 *
 * @param most maximum number of pieces of work in progress at once.
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
        // The error is thrown in its turn. Until then nobody handles it.
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
    // It may be waiting for something that never comes. A caller that stops reading ends this with a signal.
    void Promise.resolve(items.return?.()).catch(noop);
  }
}

const noop = (): void => undefined;
