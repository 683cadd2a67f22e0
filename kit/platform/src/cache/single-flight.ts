/** Does a piece of work for a key. Callers that ask for the same key meanwhile share one answer. */
export type SingleFlight<T> = (key: string, work: () => Promise<T>) => Promise<T>;

/**
 * Callers share the work that is under way, though it may have begun before they asked. A failure is shared
 * too; the next caller tries again.
 */
export function joinRunning<T>(): SingleFlight<T> {
  const answers = new Map<string, Promise<T>>();
  return (key, work) => {
    let answer = answers.get(key);
    if (!answer) {
      answers.set(key, (answer = work()));
      const forget = (): void => void answers.delete(key);
      answer.then(forget, forget);
    }
    return answer;
  };
}

interface Flight<T> {
  readonly running: Promise<T>;
  next?: Promise<T>;
}

/**
 * Callers that ask while work is under way share the piece that follows it, so that no answer is older than the
 * question. For each key one piece of work is done at a time, however many ask.
 */
export function joinNext<T>(): SingleFlight<T> {
  const flights = new Map<string, Flight<T>>();
  const begin = (key: string, work: () => Promise<T>): Promise<T> => {
    const flight: Flight<T> = { running: work() };
    flights.set(key, flight);
    const done = (): void => {
      if (flight.next === undefined) flights.delete(key);
    };
    flight.running.then(done, done);
    return flight.running;
  };
  return (key, work) => {
    const flight = flights.get(key);
    if (!flight) return begin(key, work);
    const again = (): Promise<T> => begin(key, work);
    flight.next ??= flight.running.then(again, again);
    return flight.next;
  };
}
