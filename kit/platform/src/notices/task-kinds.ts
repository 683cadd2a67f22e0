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
  KEEP_SERIES: {
    what: { zh: "答复是否保留系列预约", en: "Say whether you keep a series of bookings" },
    noun: "BookingSeries",
    to: { zh: "预约单位", en: "the unit that booked" },
    when: {
      zh: "提供单位记录连续两次无人使用后，应在下一次可以取消的最后时刻前答复，最后一次开始前仍可答复；保留或取消其余各次即完成，记录有误已更正的即不再需要",
      en: "once the provider has recorded that nobody came to two dates running, due at the last moment to cancel the next date, and still to be done until the last one begins; done when the rest is kept or cancelled, lapsed when the record was mended",
    },
    by: "keepSeries, cancelSeries",
    zh: "{resource}的系列预约连续无人使用：保留其余 {dates} 次，或予以取消",
    en: "Nobody came to your series of {resource}: keep the other {dates}, or cancel them",
  },
  ANSWER_OFFER: {
    what: { zh: "接受候补让出的时段", en: "Accept a time that you wait for" },
    noun: "WaitingEntry",
    to: { zh: "候补单位", en: "the unit that waits" },
    when: {
      zh: "空出的时段保留给候补单位期间，到期前应答复；接受或退出候补即完成，逾时即不再需要",
      en: "while a time that became free is held for the unit, due before the end of that; done when it is accepted or the unit withdraws, lapsed after it",
    },
    by: "acceptOffer, withdrawWaiting",
    zh: "接受候补的{resource}：{during}，或退出候补",
    en: "Accept {resource} for {during}, which you wait for, or withdraw",
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
      zh: "协议生效后，逐次办理：每次到期前 30 天起，最早自上一次到期日起（每年 N 次的，按期限长短四舍五入计次，在期限内等间隔到期，末次到期限止；未写次数的只一次，到期限止）；登记兑现即完成，协议终止或期满即不再需要",
      en: "while the agreement is in force, one time after another: from 30 days before each time that it is due, and not before the previous time was due (N times a year, rounded for the length of the term, at equal distances, the last time at its end; once at the end of the term where no number is given); done when fulfilment is recorded, lapsed when the agreement ends",
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
      zh: "征集首日至末日，期间加入的单位亦同；为此次征集发布一项需求即完成（草稿不算，其后撤回仍算），征集结束或退出委员会即不再需要",
      en: "from the first to the last day of the round, also for units that join in between; done by the first need that is published for it (a draft does not count, one that is withdrawn later does), lapsed when it is closed or the unit leaves",
    },
    by: "postNeed",
    zh: "填报{committee}的清单征集{round}，截至{closesOn}",
    en: "Answer the call for lists {round} of {committee}, by {closesOn}",
  },
  ACCEPT_REGISTRATION: {
    what: { zh: "接收或退回单位的报到", en: "Accept or return a registration" },
    noun: "Registration",
    to: {
      zh: "报到地的每个委员会；没有委员会的，当地的平台管理员",
      en: "each committee of the place, or the operators of the place where there is none",
    },
    when: {
      zh: "报到提出后；接收或退回即完成",
      en: "from the registration; done when it is accepted or returned",
    },
    by: "acceptRegistration, returnRegistration",
    zh: "接收或退回{organization}向{place}的报到（{headcount} 人）",
    en: "Accept or return the registration of {organization} with {place} ({headcount} members)",
  },
  DECIDE_APPLICATION: {
    what: { zh: "接受或退回入会申请", en: "Accept or return an application" },
    noun: "Application",
    to: { zh: "委员会", en: "the committee" },
    when: {
      zh: "申请提出后；接受或退回即完成，撤回即不再需要",
      en: "from the application; done when it is accepted or returned, lapsed when it is withdrawn",
    },
    by: "acceptApplication, returnApplication",
    zh: "接受或退回{organization}加入{committee}的申请",
    en: "Accept or return the application of {organization} to join {committee}",
  },
  NAME_LIAISON: {
    what: { zh: "为没有联络员的成员单位确定联络员", en: "Name a liaison where there is none" },
    noun: "Organization",
    to: { zh: "当地的平台管理员", en: "the operators of the place" },
    when: {
      zh: "成员单位没有联络员期间（委员会所依托的党组织由书记代表，除外）；确定联络员即完成，单位退出所有委员会、终止、被合并或有委员会依托于它即不再需要",
      en: "while a member unit has no liaison (except organisations that a committee stands on, for which its secretary acts); done when one is named, lapsed when the unit has left all committees, has ended or was merged, or a committee stands on it",
    },
    by: "nameLiaison",
    zh: "为{organization}确定联络员",
    en: "Name a liaison of {organization}",
  },
  NAME_SECRETARY: {
    what: { zh: "为没有书记的委员会任命书记", en: "Appoint a secretary where there is none" },
    noun: "Committee",
    to: { zh: "当地的平台管理员", en: "the operators of the place" },
    when: {
      zh: "任期内没有人任书记期间；任命书记即完成，任期届满即不再需要",
      en: "while a term of the committee runs and nobody is its secretary; done when one is appointed, lapsed when the term is over",
    },
    by: "appointSeat",
    zh: "为{committee}任命书记",
    en: "Appoint a secretary of {committee}",
  },
  PLAN_TERM: {
    what: { zh: "筹备换届", en: "Plan the next term" },
    noun: "Term",
    to: { zh: "委员会", en: "the committee" },
    when: {
      zh: "最近一届届满前 60 天起，没有下一届期间，届满之日到期，过期仍须办理；登记或筹备下一届即完成，取消筹备的重新待办",
      en: "from 60 days before the end of the latest term, while there is no next one; due at the end of its last day, and still to be done after it; done when a next term is entered or planned, and called for again when that is given up",
    },
    by: "planTerm, startTerm",
    zh: "筹备{committee}的下一届：本届任期至{endsOn}止",
    en: "Plan the next term of {committee}: the current one lasts to {endsOn}",
  },
  RESOLVE_ISSUE: {
    what: { zh: "解决问题", en: "Resolve an issue" },
    noun: "Issue",
    to: { zh: "责任单位", en: "its owner" },
    when: {
      zh: "提出后，期限当日为止；解决即完成",
      en: "from the day it is raised, due at the end of its last day; done when it is resolved",
    },
    by: "resolveIssue",
    zh: "解决问题{issue}[，期限{deadline}]",
    en: "Resolve the issue {issue}[, by {deadline}]",
  },
  FIND_VENUE: {
    what: {
      zh: "为失去场地的活动另作安排",
      en: "Find another venue for an activity that has lost its own",
    },
    noun: "Activity",
    to: { zh: "主办单位", en: "its host" },
    when: {
      zh: "场地的预约未获同意、被取消，或与活动时间不符期间，活动开始前应办理；另选场地、改期或不用场地即完成，活动取消、举办或开始即不再需要",
      en: "while the booking of its venue is denied, cancelled or at another time, due before the activity starts; done when it has a venue for its time or needs none, lapsed when it is cancelled, held or has started",
    },
    by: "updateActivity, rescheduleActivity",
    zh: "{activity}（{during}）未能订到{resource}，请另选场地或改期",
    en: "Find another venue or time for {activity} ({during}): {resource} cannot be had then",
  },
  ANSWER_INVITATION: {
    what: { zh: "答复活动邀请", en: "Answer an invitation to an activity" },
    noun: "Activity",
    to: { zh: "受邀的单位", en: "the unit that is invited" },
    when: {
      zh: "受邀参加或主办后，活动开始前应答复；参加或谢绝即完成，活动取消、举办或开始后即不再需要；改期的随之改期",
      en: "from the invitation to take part or to host, due when the activity starts; done by joining or declining, lapsed when it is cancelled, was held or has started; moved with the activity",
    },
    by: "joinActivity, declineInvitation",
    zh: "答复邀请：{activity}，{during}，由{host}主办",
    en: "Answer the invitation to {activity}, {during}, hosted by {host}",
  },
  CLOSE_ACTIVITY: {
    what: { zh: "登记活动是否举办", en: "Record whether an activity took place" },
    noun: "Activity",
    to: { zh: "主办单位", en: "its host" },
    when: {
      zh: "活动结束后 90 天内，应于 7 天内办理；标为已举办即完成，取消即不再需要",
      en: "from its end for 90 days, due within 7; done when it is marked as held, lapsed when it is cancelled",
    },
    by: "holdActivity, recordAttendance",
    zh: "登记{activity}（{during}）是否举办及到场人次",
    en: "Record whether {activity} ({during}) took place, and its attendance",
  },
} as const satisfies Readonly<Record<string, TaskKindWords>>;

/** A kind of tasks. */
export type TaskKind = keyof typeof TASK_KINDS;
