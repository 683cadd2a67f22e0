/** Does a piece of work for a key. Callers that ask for the same key in the meantime share one answer. */
export type SingleFlight<T> = (key: string, work: () => Promise<T>) => Promise<T>;

/**
 * Callers share the work in progress, even if it began before they asked. They share a failure, too; the next
 * caller tries again.
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
 * Callers that ask while work is in progress share the next piece of work, so that no answer is older than the
 * question. For each key, only one piece of work runs at a time, however many callers ask.
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
