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
  SIGN_AGREEMENT: {
    what: { zh: "签署共建协议", en: "Sign an agreement" },
    noun: "Agreement",
    to: { zh: "尚未签署的一方", en: "each party that has not signed" },
    when: {
      zh: "提议后；签署即完成，撤回、终止或期限已过即不再需要；期限开始前应签署",
      en: "from the proposal; done by signing, lapsed when it is withdrawn, terminated or its term is over; due when the term begins",
    },
    by: "signAgreement",
    zh: "签署共建协议{agreement}",
    en: "Sign the agreement {agreement}",
  },
  FULFIL_COMMITMENT: {
    what: { zh: "兑现承诺事项", en: "Fulfil a commitment" },
    noun: "Commitment",
    to: { zh: "承诺的一方", en: "the party that made the commitment" },
    when: {
      zh: "协议生效后，每次到期前 30 天起（每年 N 次的按等间隔到期，未写次数的到期限止）；登记兑现即完成，协议终止或期满即不再需要",
      en: "while the agreement is in force, from 30 days before each time that it is due (N times a year at equal distances, once at the end of the term where no number is given); done when fulfilment is recorded, lapsed when the agreement ends",
    },
    by: "recordFulfilment",
    zh: "兑现共建协议{agreement}的承诺“{clause}”（第 {times} 次），并登记",
    en: "Fulfil the commitment “{clause}” of {agreement} (time {times}), and record it",
  },
  ANSWER_ROUND: {
    what: { zh: "填报清单", en: "Answer a call for lists" },
    noun: "CollectionRound",
    to: { zh: "委员会的成员单位", en: "each unit of the committee" },
    when: {
      zh: "征集开始至截止；列入一项需求即完成，征集结束或退出委员会即不再需要",
      en: "from the first to the last day of the round; done by the first need that is posted for it, lapsed when it is closed or the unit leaves",
    },
    by: "postNeed",
    zh: "填报{committee}的清单征集{round}，截至{closesOn}",
    en: "Answer the call for lists {round} of {committee}, by {closesOn}",
  },
} as const satisfies Readonly<Record<string, TaskKindWords>>;

/** A kind of tasks. */
export type TaskKind = keyof typeof TASK_KINDS;
