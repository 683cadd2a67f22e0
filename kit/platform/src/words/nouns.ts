import type { Words } from "./words.ts";

/** What the records of the graph are called, by their type. */
export const NOUNS = {
  Activity: "活动",
  AgendaItem: "议题",
  Agreement: "共建协议",
  Application: "入会申请",
  Appointment: "任命",
  Blocking: "停用",
  Booking: "预约",
  BookingSeries: "系列预约",
  CalendarFeed: "日历订阅",
  CollectionRound: "清单征集",
  Commitment: "承诺事项",
  Committee: "委员会",
  ContactCard: "连心卡",
  Handover: "代行",
  Issue: "问题",
  Liaison: "联络员",
  MailSetting: "邮件设置",
  Membership: "成员资格",
  Need: "需求",
  Notice: "通知",
  Organization: "单位",
  Participant: "参加单位",
  Region: "行政区划",
  RegionChange: "区划调整",
  Registration: "报到",
  Resource: "资源",
  Seat: "委员任职",
  ServiceArea: "服务范围",
  Task: "待办",
  Team: "队伍",
  Term: "任期",
  UnitSeat: "交叉任职",
  WaitingEntry: "候补",
  WebhookDelivery: "推送",
  Partner: "合作系统",
  WebhookEndpoint: "推送地址",
} as const;

/** A type of records. */
export type Noun = keyof typeof NOUNS;

/** What a record of this type is called. */
export function nounWords(noun: Noun): Words {
  return { zh: NOUNS[noun], en: noun };
}
