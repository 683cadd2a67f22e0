import { copyOf } from "./copy.ts";

/** How long other subscriptions may still ask for results of an event after the last was found, in milliseconds. */
const KEPT_MS = 250;

/**
 * Finds what is asked of an event, once for all who ask the same.
 *
 * @param event names the event.
 * @param question best the same string each time: the hash of a long one is found once.
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
  /** How many are not found yet. */
  awaited: number;
}

/** What subscriptions ask for of one event is found once; each has a copy, which it may change. A failure is shared, and not kept. */
export function createEventResults<T>(): EventResults<T> {
  const events = new Map<string, Answers<T>>();
  const begin = (event: string): Answers<T> => {
    const forget = (): void => {
      if (answers.awaited > 0) answers.forgetting.refresh();
      else events.delete(event);
    };
    const forgetting = setTimeout(forget, KEPT_MS).unref();
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
