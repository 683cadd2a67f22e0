/**
 * Takes together what comes one by one within a time.
 *
 * @param forMs how long is waited after the first, in milliseconds.
 * @param signal fires when nothing is to be taken any more.
 */
export function gather<Item>(
  forMs: number,
  take: (items: readonly Item[]) => void,
  signal: AbortSignal,
): (item: Item) => void {
  const items: Item[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener("abort", () => clearTimeout(timer));
  return (item) => {
    items.push(item);
    timer ??= setTimeout(() => {
      timer = undefined;
      take(items.splice(0));
    }, forMs);
  };
}
