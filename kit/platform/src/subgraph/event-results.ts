import { copyOf } from "./copy.ts";

/** How long results of an event are kept after the last one was found, in milliseconds. */
const KEPT_MS = 250;

/**
 * Answers questions about an event, once for all who ask the same.
 *
 * @param event names the event.
 * @param question preferably the same string object each time, so that the hash of a long one is computed once.
 */
export type EventResults<T> = (
  event: string,
  question: string,
  work: () => Promise<T>,
) => Promise<T>;

interface Answers<T> {
  readonly byQuestion: Map<string, Promise<T>>;
  /** Forgets the event. */
  readonly forgetting: NodeJS.Timeout;
  /** How many answers are not found yet. */
  awaited: number;
}

/**
 * What subscriptions request of one event is computed once. Each gets a copy, which it may change. A failure is
 * shared, but not kept.
 */
export function createEventResults<T>(keptMs = KEPT_MS): EventResults<T> {
  const events = new Map<string, Answers<T>>();
  const begin = (event: string): Answers<T> => {
    const forget = (): void => {
      if (answers.awaited > 0) answers.forgetting.refresh();
      else events.delete(event);
    };
    const forgetting = setTimeout(forget, keptMs).unref();
    const answers: Answers<T> = { byQuestion: new Map(), forgetting, awaited: 0 };
    events.set(event, answers);
    return answers;
  };
  return (event, question, work) => {
    const answers = events.get(event) ?? begin(event);
    const { byQuestion, forgetting } = answers;
    let answer = byQuestion.get(question);
    if (!answer) {
      byQuestion.set(question, (answer = work()));
      answers.awaited += 1;
      const found = (): void => {
        answers.awaited -= 1;
        forgetting.refresh();
      };
      answer.then(found, () => {
        byQuestion.delete(question);
        found();
      });
    }
    return answer.then(copyOf);
  };
}
