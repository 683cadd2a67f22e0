/** Does a piece of work for a key, sharing it with others who ask for the same. */
export type Turns<T> = (key: string, work: () => Promise<T>) => Promise<T>;

interface Turn<T> {
  readonly running: Promise<T>;
  next?: Promise<T>;
}

/**
 * Work that is done once at a time for each key: whoever asks while it is under way shares the next one
 * with all others who wait. So nobody is given what was read before they asked, and however many ask,
 * no more is done than one after another.
 */
export function createTurns<T>(): Turns<T> {
  const turns = new Map<string, Turn<T>>();
  const begin = (key: string, work: () => Promise<T>): Promise<T> => {
    const turn: Turn<T> = { running: work() };
    turns.set(key, turn);
    const done = (): void => {
      if (turn.next === undefined) turns.delete(key);
    };
    turn.running.then(done, done);
    return turn.running;
  };
  return (key, work) => {
    const turn = turns.get(key);
    if (!turn) return begin(key, work);
    turn.next ??= turn.running.then(ignore, ignore).then(() => begin(key, work));
    return turn.next;
  };
}

function ignore(): void {}
