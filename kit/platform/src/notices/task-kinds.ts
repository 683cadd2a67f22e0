import type { Noun } from "../words/nouns.ts";
import type { Words } from "../words/words.ts";

/** One kind of tasks: what is to be done, with places as in the words of notices. */
export interface TaskKindWords extends Words {
  /** What is to be done, for the graph's own description. */
  readonly what: Words;
  /** The type of the record that calls for it. */
  readonly noun: Noun;
  /** Whom it awaits, for docs/notices.md. */
  readonly to: Words;
  /** What calls for it, what settles it and when it lapses, for docs/notices.md. */
  readonly when: Words;
  /** The mutation that settles it. */
  readonly by: string;
}

/** What can await a unit or a committee. The SQL functions `*_task_calls` say which records call for which. */
export const TASK_KINDS = {
  DECIDE_BOOKING: {
    what: { zh: "批准或不批准预约", en: "Confirm or deny a booking" },
    noun: "Booking",
    to: { zh: "提供单位", en: "the unit that offers the resource" },
    when: {
      zh: "预约提出后；批准或不批准即完成，取消或时间已过即不再需要",
      en: "from the request; done when it is confirmed or denied, lapsed when it is cancelled or its time has come",
    },
    by: "decideBooking",
    zh: "批准或不批准{organization}预约{resource}：{during}[，用途：{purpose}]",
    en: "Confirm or deny the booking of {resource} by {organization}: {during}[, for {purpose}]",
  },
} as const satisfies Readonly<Record<string, TaskKindWords>>;

/** A kind of tasks. */
export type TaskKind = keyof typeof TASK_KINDS;
