import type { Words } from "../words/words.ts";
import { HubError } from "./hub-error.ts";

/** When clients that were turned away may come back, in seconds: soon, but not all at once. */
const RETRY_AFTER_SECONDS = [1, 3] as const;

/**
 * `OVERLOADED`: nothing of the work was begun. Says when to come back, in words and as `retryAfterSeconds`.
 *
 * @param why what is full, a sentence.
 */
export function overloaded(why: Words): HubError {
  const [soonest, latest] = RETRY_AFTER_SECONDS;
  const retryAfterSeconds = soonest + Math.floor(Math.random() * (latest - soonest + 1));
  return new HubError(
    "OVERLOADED",
    {
      zh: `${why.zh}请在 ${retryAfterSeconds} 秒后重试。`,
      en: `${why.en} Try again in ${retryAfterSeconds} s.`,
    },
    { retryAfterSeconds },
  );
}
