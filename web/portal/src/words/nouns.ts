/** Types of records, as people call them. */
const NOUNS: Readonly<Record<string, string>> = {
  Activity: "活动",
  AgendaItem: "议题",
  Agreement: "共建协议",
  Application: "入会申请",
  Booking: "预约",
  CalendarFeed: "日历订阅",
  Committee: "委员会",
  ContactCard: "连心卡",
  Handover: "代行",
  Issue: "问题",
  Liaison: "联络员",
  Membership: "成员资格",
  Need: "需求",
  Organization: "下属单位",
  Partner: "合作系统",
  Registration: "报到",
  Resource: "资源",
  Seat: "委员任职",
  ServiceArea: "服务范围",
  Task: "待办",
  Team: "队伍",
  Term: "任期",
  WaitingEntry: "候补",
  WebhookEndpoint: "推送地址",
};

export const nounName = (noun: string): string => NOUNS[noun] ?? "其他记录";
