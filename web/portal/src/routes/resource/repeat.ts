import type { OnConflict, RepeatInput } from "../../graph/generated/graphql.ts";
import { type Day, addDays, dayOf } from "../../words/time.ts";
import { MOST_DAYS_AHEAD } from "../resources/search.ts";

/** How often, as people say it; the hub takes the unit and how many of it. */
export const REPEATS = {
  WEEK1: "每周",
  WEEK2: "每两周",
  WEEK4: "每四周",
  MONTH1: "每月",
} as const;
export type Repeat = keyof typeof REPEATS;

const RULES: Readonly<Record<Repeat, Pick<RepeatInput, "every" | "interval">>> = {
  WEEK1: { every: "WEEK", interval: 1 },
  WEEK2: { every: "WEEK", interval: 2 },
  WEEK4: { every: "WEEK", interval: 4 },
  MONTH1: { every: "MONTH", interval: 1 },
};

export const ON_CONFLICT: Readonly<Record<OnConflict, string>> = {
  SKIP: "跳过那一次，其余照订",
  FAIL: "一次也不订",
};

/** The rule for the hub; undefined while its last day is missing. */
export const repeatOf = (repeat: Repeat, until: Day | undefined): RepeatInput | undefined =>
  until === undefined ? undefined : { ...RULES[repeat], until };

/** What is wrong with the last day of a series that begins on a day. */
export function faultOfUntil(until: Day | undefined, first: Day | undefined): string | undefined {
  if (until === undefined) return "请选择到哪一天为止。";
  if (first !== undefined && until < first) return "要晚于第一次的日期。";
  return until > addDays(dayOf(new Date()), MOST_DAYS_AHEAD)
    ? `最多提前 ${MOST_DAYS_AHEAD} 天预约，请选早一些的日子。`
    : undefined;
}

/** How a series that there is repeats: 每周, 每 3 周, 每两个月. */
export function showRepeat(every: RepeatInput["every"], interval: number): string {
  const known = (Object.keys(RULES) as Repeat[]).find(
    (one) => RULES[one].every === every && RULES[one].interval === interval,
  );
  if (known) return REPEATS[known];
  return every === "WEEK" ? `每 ${interval} 周` : `每 ${interval} 个月`;
}
