import type {
  ActivityKind,
  ActivityState,
  AgreementState,
  Audience,
  BookingState,
  NeedKind,
  ResourceKind,
} from "../graph/generated/graphql.ts";

export const RESOURCE_KINDS: Readonly<Record<ResourceKind, string>> = {
  VENUE: "场地",
  EQUIPMENT: "设备",
  EXPERTISE: "人才",
  SERVICE: "服务",
  FUNDS: "资金",
  INFORMATION: "信息",
  POST: "岗位",
};

export const NEED_KINDS: Readonly<Record<NeedKind, string>> = { ...RESOURCE_KINDS, WISH: "微心愿" };

export const BOOKING_STATES: Readonly<Record<BookingState, string>> = {
  REQUESTED: "待答复",
  CONFIRMED: "已确认",
  DENIED: "未同意",
  CANCELLED: "已取消",
  DONE: "已完成",
};

export const ACTIVITY_KINDS: Readonly<Record<ActivityKind, string>> = {
  SERVICE: "便民服务",
  MEETING: "会议",
  THEMED_DAY: "主题党日",
  TRAINING: "培训",
  CULTURE: "文体活动",
  CONTEST: "竞赛",
  OTHER: "其他",
};

export const ACTIVITY_STATES: Readonly<Record<ActivityState, string>> = {
  SCHEDULED: "已排定",
  RESCHEDULED: "已改期",
  CANCELLED: "已取消",
  HELD: "已举办",
};

export const AGREEMENT_STATES: Readonly<Record<AgreementState, string>> = {
  DRAFT: "草稿",
  PROPOSED: "待签署",
  ACTIVE: "生效",
  EXPIRED: "到期",
  TERMINATED: "终止",
};

export const AUDIENCES: Readonly<Record<Audience, string>> = {
  PUBLIC: "公开，人人可见",
  ALLIANCE: "联盟内的单位可见",
  COMMITTEE: "委员会内的单位可见",
  PARTIES: "仅相关各方可见",
};
