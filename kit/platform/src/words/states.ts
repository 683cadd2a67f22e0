import type { Noun } from "./nouns.ts";
import type { Words } from "./words.ts";

/** What ends some day, and has no other states. */
const LASTING = { LASTING: "有效", ENDED: "已结束" };
const LISTED = { DRAFT: "草稿", PUBLISHED: "已发布", WITHDRAWN: "已撤回" };

/** What the states of records are called, by the type of the record. */
export const STATES: Readonly<Partial<Record<Noun, Readonly<Record<string, string>>>>> = {
  Activity: {
    SCHEDULED: "已排定",
    RESCHEDULED: "已改期",
    CANCELLED: "已取消",
    HELD: "已举办",
  },
  Agreement: {
    DRAFT: "草稿",
    PROPOSED: "待签署",
    ACTIVE: "生效",
    EXPIRED: "到期",
    TERMINATED: "终止",
  },
  Application: {
    SUBMITTED: "待答复",
    ACCEPTED: "已同意",
    RETURNED: "已退回",
    WITHDRAWN: "已撤回",
  },
  Appointment: LASTING,
  Blocking: { ACTIVE: "有效", LIFTED: "已取消" },
  Booking: {
    REQUESTED: "待答复",
    CONFIRMED: "已确认",
    DENIED: "未同意",
    CANCELLED: "已取消",
    DONE: "已完成",
  },
  CalendarFeed: { LIVING: "有效", REVOKED: "已撤销" },
  CollectionRound: { OPEN: "进行中", CLOSED: "已结束" },
  ContactCard: { SHOWN: "展示中", WITHDRAWN: "已撤下" },
  Task: { OPEN: "待办", DONE: "已办", LAPSED: "不再需要" },
  Handover: { PLANNED: "未开始", CURRENT: "代行中", ENDED: "已结束" },
  Issue: { RAISED: "办理中", RESOLVED: "已解决" },
  Liaison: LASTING,
  Membership: LASTING,
  Need: LISTED,
  Organization: { ACTIVE: "在册", ENDED: "已终止", MERGED: "已并入其他单位" },
  Participant: { INVITED: "已受邀", JOINED: "参加", DECLINED: "已谢绝", LEFT: "已退出" },
  RegionChange: {
    PLANNED: "待生效",
    DONE: "已生效",
    CALLED_OFF: "已取消",
    FAILED: "未能生效",
  },
  Registration: { SUBMITTED: "待答复", ACCEPTED: "已接收", RETURNED: "已退回", ENDED: "已终止" },
  Resource: LISTED,
  Seat: LASTING,
  ServiceArea: LASTING,
  Term: { PLANNED: "待开始", CURRENT: "本届", PAST: "往届" },
  UnitSeat: LASTING,
  WaitingEntry: {
    WAITING: "等候中",
    OFFERED: "待接受",
    BOOKED: "已预约",
    LAPSED: "已失效",
    WITHDRAWN: "已退出",
  },
  WebhookDelivery: {
    PENDING: "待推送",
    DELIVERED: "已送达",
    WITHHELD: "未推送",
    GIVEN_UP: "已放弃",
  },
  WebhookEndpoint: { ENABLED: "启用", DISABLED: "停用", ENDED: "已终止" },
};

/** What a state of a record of this type is called in Chinese, in quotation marks. */
export function stateInChinese(noun: Noun, state: string): string {
  return `“${STATES[noun]?.[state] ?? state}”`;
}

/** A state of a record, as people and as programmers call it. */
export function stateWords(noun: Noun, state: string): Words {
  return { zh: STATES[noun]?.[state] ?? state, en: state };
}
