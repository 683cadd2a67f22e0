import "reflect-metadata";
import { Directive, Field, InputType, ObjectType } from "type-graphql";
import { badInput } from "../errors/hub-error.ts";
import { fieldInChinese } from "../words/fields.ts";
import { instantWords } from "../words/times.ts";
import { DateTimeScalar } from "./date-time.ts";

@InputType("TimeRangeInput", {
  description: "时段，含起不含止。A half-open range of time: the end is not included.",
})
export class TimeRangeInput {
  @Field(() => DateTimeScalar, { description: "起（含）。Start, included." })
  start: Date;

  @Field(() => DateTimeScalar, { description: "止（不含）。End, not included." })
  end: Date;
}

@ObjectType("TimeRange", {
  description: "时段，含起不含止。A half-open range of time: the end is not included.",
})
@Directive("@shareable")
export class TimeRangeType {
  @Field(() => DateTimeScalar, { description: "起（含）。Start, included." })
  start: Date;

  @Field(() => DateTimeScalar, { description: "止（不含）。End, not included." })
  end: Date;
}

/** Maximum range in the filter of a paged list, in days: more than a hub will ever keep. */
export const ANY_LENGTH_DAYS = 3_000_000;

/**
 * Rejects a range that is empty or reversed, or longer than a limit.
 *
 * @param maxDays longest range in days. Default 400.
 * @throws HubError `BAD_USER_INPUT`.
 */
export function requireRange(field: string, range: TimeRangeInput, maxDays = 400): void {
  const length = range.end.getTime() - range.start.getTime();
  if (length <= 0) {
    throw badInput(field, {
      zh: `${fieldInChinese(field)}于${instantWords(range.end).zh}结束，不晚于开始时间${instantWords(range.start).zh}。请把结束时间改到开始之后。`,
      en: `"${field}" ends at ${instantWords(range.end).en}, not after its start ${instantWords(range.start).en}. Give an end after the start.`,
    });
  }
  if (length > maxDays * 86_400_000) {
    throw badInput(field, {
      zh: `${fieldInChinese(field)}超过 ${maxDays} 天。请缩短。`,
      en: `"${field}" is longer than ${maxDays} days. Ask for a shorter range.`,
    });
  }
}
