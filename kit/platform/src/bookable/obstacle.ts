import { HubError } from "../errors/hub-error.ts";
import type { TimeRangeInput } from "../scalars/time-range.ts";
import { instantsOf, offerOf } from "./offer.ts";
import { durationWords } from "./duration-words.ts";
import { dayWords, whenWords } from "../words/times.ts";
import type { Words } from "../words/words.ts";

/** The first rule of a resource that forbids a booking, as the function `rule_obstacle` of the database gives it. */
export type Obstacle =
  | { readonly rule: "NOTICE" | "LENGTH" | "SLOT"; readonly minutes: number }
  | { readonly rule: "AHEAD"; readonly days: number }
  | {
      readonly rule: "BLOCKED";
      readonly reason: string;
      readonly start: string;
      readonly end: string;
    }
  | { readonly rule: "HOLIDAY"; readonly name: string; readonly day: string }
  | { readonly rule: "CLOSED" };

/**
 * What a caller is told whose booking a rule forbids: `BOOKING_CONFLICT` if it cannot be used at that time,
 * `BAD_USER_INPUT` if the booking itself does not keep a rule. `extensions.rule` names the rule.
 *
 * @param nearest the times that can be had instead; undefined if no other time would do, or only another part of one.
 */
export function forbiddenByRule(
  title: string,
  during: TimeRangeInput,
  {
    obstacle,
    nearest,
  }: { readonly obstacle: Obstacle; readonly nearest?: readonly TimeRangeInput[] },
): HubError {
  const { zh, en } = wordsOf(title, during, obstacle);
  const otherwise = nearest ? offerOf(nearest) : otherTime(obstacle);
  const words = { zh: `${zh}${otherwise.zh}`, en: `${en} ${otherwise.en}` };
  const { rule } = obstacle;
  const offered = { rule, ...(nearest ? { nearest: nearest.map(instantsOf) } : {}) };
  return rule === "BLOCKED" || rule === "HOLIDAY" || rule === "CLOSED"
    ? new HubError("BOOKING_CONFLICT", words, offered)
    : new HubError("BAD_USER_INPUT", words, { field: "during", ...offered });
}

/**
 * What a provider is told that confirms a request for a time at which its own resource is blocked: the blocking, and its
 * two ways out.
 */
export function requestWhileBlocked(
  title: string,
  during: TimeRangeInput,
  obstacle: Obstacle & { readonly rule: "BLOCKED" },
): HubError {
  const { zh, en } = wordsOf(title, during, obstacle);
  return new HubError(
    "BOOKING_CONFLICT",
    {
      zh: `${zh}请先取消停用，或不同意此申请。`,
      en: `${en} Lift the blocking first, or deny the request.`,
    },
    { rule: obstacle.rule },
  );
}

/** What to ask for where no other time is offered. */
function otherTime({ rule }: Obstacle): Words {
  return rule === "SLOT"
    ? { zh: "请从整段开始、到整段结束。", en: "Begin and end on a slot." }
    : { zh: "请缩短。", en: "Ask for a shorter time." };
}

function wordsOf(title: string, during: TimeRangeInput, obstacle: Obstacle): Words {
  const time = whenWords(during);
  switch (obstacle.rule) {
    case "NOTICE": {
      const least = durationWords(obstacle.minutes);
      return {
        zh: `${title}须至少提前${least.zh}预约。`,
        en: `${title} must be booked at least ${least.en} ahead.`,
      };
    }
    case "AHEAD":
      return {
        zh: `${title}最多提前 ${obstacle.days} 天预约。`,
        en: `${title} can be booked at most ${obstacle.days} days ahead.`,
      };
    case "LENGTH": {
      const most = durationWords(obstacle.minutes);
      return {
        zh: `${title}每次最长预约${most.zh}。`,
        en: `${title} can be booked for at most ${most.en} at a time.`,
      };
    }
    case "SLOT": {
      const slot = durationWords(obstacle.minutes);
      return {
        zh: `${title}按每${slot.zh}一格预约，起止须在整格上，而您选的是 ${time.zh}。`,
        en: `${title} is booked in slots of ${slot.en}. A booking ${time.en} does not begin and end on a slot.`,
      };
    }
    case "BLOCKED": {
      const blocked = whenWords({
        start: new Date(obstacle.start),
        end: new Date(obstacle.end),
      });
      return {
        zh: `${title} ${blocked.zh} 停用（${obstacle.reason}）。`,
        en: `${title} cannot be used ${blocked.en} (${obstacle.reason}).`,
      };
    }
    case "HOLIDAY":
      return {
        zh: `${title}在法定节假日不开放，${dayWords(obstacle.day).zh}是${obstacle.name}假期。`,
        en: `${title} is closed on public holidays, and ${dayWords(obstacle.day).en} is one (${obstacle.name}).`,
      };
    case "CLOSED":
      return {
        zh: `${title} ${time.zh} 不全在开放时间内。`,
        en: `${title} is not open all the time ${time.en}.`,
      };
  }
}
