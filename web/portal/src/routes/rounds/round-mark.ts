import type { Tone } from "../../components/state-mark.tsx";
import type { CollectionRoundState } from "../../graph/generated/graphql.ts";
import { ROUND_STATES } from "../../words/labels.ts";
import { type Day, dayOf, daysBetween, showDaysLeft } from "../../words/time.ts";

interface RoundTimes {
  readonly state: CollectionRoundState;
  readonly opensOn: Day;
  readonly closesOn: Day;
}

/** From how many days before its end a round presses. */
const SOON_DAYS = 7;

/** Whether a round can be answered today. */
export const isAnswerable = ({ state, opensOn }: RoundTimes): boolean =>
  state === "OPEN" && opensOn <= dayOf(new Date());

/** How a round stands, and how long there is. */
export function roundMark(round: RoundTimes): { readonly tone: Tone; readonly words: string } {
  if (round.state === "CLOSED") return { tone: "muted", words: ROUND_STATES.CLOSED };
  const today = dayOf(new Date());
  if (!isAnswerable(round))
    return { tone: "muted", words: `${daysBetween(today, round.opensOn)} 天后开始` };
  const left = daysBetween(today, round.closesOn);
  return {
    tone: left <= SOON_DAYS ? "wait" : "good",
    words: left === 0 ? "今天截止" : `${ROUND_STATES.OPEN}，${showDaysLeft(round.closesOn)}`,
  };
}
