import { badInput } from "@alliance-hub/platform/errors/hub-error";
import { type Limit, described } from "@alliance-hub/platform/limits/limit";
import { fieldInChinese } from "@alliance-hub/platform/words/fields";

/** A time of the day, `HH:MM` (ISO 8601-1:2019, section 5.3.1.3, with 24:00); kept as minutes since midnight. */
export const TIME_OF_DAY: Limit<string, number> = upTo(1440);

/** When something begins in its day: 24:00 is the start of the next one. */
export const STARTING_TIME: Limit<string, number> = upTo(1439);

/** @param latest the last minute of the day that may be given. */
function upTo(latest: number): Limit<string, number> {
  const last = timeOfDay(latest);
  return {
    description: described(
      { zh: "时刻", en: "Time of the day" },
      { zh: `00:00 至 ${last}`, en: `00:00 to ${last}` },
    ),
    check: (field, value) => {
      const [, hours, minutes] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(value) ?? [];
      const at = Number(hours) * 60 + Number(minutes);
      if (at <= latest) return at;
      const given = JSON.stringify(value.slice(0, 20));
      throw badInput(field, {
        zh: `${fieldInChinese(field)}为 ${given}，不是时刻。请写成 08:30 的样子，至晚 ${last}。`,
        en: `"${field}" is ${given}, which is no time of the day. Write it like 08:30, up to ${last}.`,
      });
    },
  };
}

/** Minutes since midnight, as people write them: `08:30`. */
export function timeOfDay(minutes: number): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
