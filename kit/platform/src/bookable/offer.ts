import type { TimeRangeInput } from "../scalars/time-range.ts";
import { rangeWords } from "../words/times.ts";
import type { Words } from "../words/words.ts";

/** The sentence that offers times instead of one that cannot be had. */
export function offerOf(times: readonly TimeRangeInput[]): Words {
  if (times.length === 0)
    return {
      zh: "前后两周内没有这么长的空余。请缩短，或另选一项。",
      en: "Nothing of that length is free within two weeks. Ask for less, or choose another.",
    };
  const words = times.map((time) => rangeWords(time));
  return {
    zh: `最近可预约：${words.map(({ zh }) => zh).join("、")}。`,
    en: `Nearest free times: ${words.map(({ en }) => en).join("; ")}.`,
  };
}

/** A range as it stands beside an error: RFC 3339, in UTC. */
export const instantsOf = ({ start, end }: TimeRangeInput) => ({
  start: start.toISOString(),
  end: end.toISOString(),
});
