import { badInput } from "../errors/hub-error.ts";
import { fieldInChinese } from "../words/fields.ts";
import type { Noun } from "../words/nouns.ts";
import { dayWords } from "../words/times.ts";
import { shanghaiDay } from "../scalars/shanghai-day.ts";

/** Alliances of this form are younger; an earlier day is a typing error. */
const EARLIEST = "1990-01-01";

/** The days a field takes, both included. */
export interface DayLimits {
  /** Default 1990-01-01. */
  readonly earliest?: string;
  readonly latest: string;
  /** The type of the record, if the field has a word of its own there. Default: none. */
  readonly of?: Noun;
}

/**
 * A day (`YYYY-MM-DD`) within its limits.
 *
 * @throws HubError `BAD_USER_INPUT`, naming the field, the rule and the way out.
 */
export function requireDay(field: string, day: string, limits: DayLimits): string {
  const earliest = limits.earliest ?? EARLIEST;
  if (day < earliest)
    throw badInput(field, {
      zh: `${fieldInChinese(field, limits.of)}为${dayWords(day).zh}，早于${dayWords(earliest).zh}。请填这一天或以后。`,
      en: `"${field}" is ${day}, before ${earliest}. Give that day or a later one.`,
    });
  if (day > limits.latest)
    throw badInput(field, {
      zh: `${fieldInChinese(field, limits.of)}为${dayWords(day).zh}，晚于${dayWords(limits.latest).zh}。请填这一天或以前。`,
      en: `"${field}" is ${day}, after ${limits.latest}. Give that day or an earlier one.`,
    });
  return day;
}

/** The latest day on which something may begin that is entered today: tomorrow in Asia/Shanghai. */
export function tomorrow(now: Date): string {
  return shanghaiDay(new Date(now.getTime() + 86_400_000));
}

/**
 * The last day of something that has begun. It is not before its first day and not in the future. Default:
 * today, or tomorrow if it begins tomorrow.
 *
 * @throws HubError `BAD_USER_INPUT`, naming the field, the rule and the way out.
 */
export function requireLastDay(
  field: string,
  day: string | null | undefined,
  of: { readonly first: string; readonly now: Date } & Pick<DayLimits, "of">,
): string {
  const today = shanghaiDay(of.now);
  const latest = today < of.first ? of.first : today;
  return requireDay(field, day ?? latest, { ...of, earliest: of.first, latest });
}
