import type {
  ActivityUpdateType,
  WebhookDeliveryState,
  WebhookEndpointState,
  AppointedRole,
  ActivityKind,
  ActivityState,
  AgreementState,
  Audience,
  BookingState,
  IssueState,
  CollectionRoundState,
  CommitteeLevel,
  NeedKind,
  NeedState,
  OrganizationKind,
  OrganizationState,
  ParticipantState,
  RegionChangeKind,
  RegionChangeState,
  RegionLevel,
  RegistrationState,
  ResourceKind,
  SeatRole,
  TeamKind,
  TermState,
  WaitingState,
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

export const NEED_STATES: Readonly<Record<NeedState, string>> = {
  DRAFT: "草稿",
  PUBLISHED: "已发布",
  WITHDRAWN: "已撤回",
};

export const ROUND_STATES: Readonly<Record<CollectionRoundState, string>> = {
  OPEN: "进行中",
  CLOSED: "已结束",
};

export const BOOKING_STATES: Readonly<Record<BookingState, string>> = {
  REQUESTED: "待答复",
  CONFIRMED: "已确认",
  DENIED: "未同意",
  CANCELLED: "已取消",
  DONE: "已完成",
};

export const WAITING_STATES: Readonly<Record<WaitingState, string>> = {
  WAITING: "等候中",
  OFFERED: "待接受",
  BOOKED: "已接受",
  LAPSED: "已失效",
  WITHDRAWN: "已退出",
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

export const ORGANIZATION_KINDS: Readonly<Record<OrganizationKind, string>> = {
  PARTY_ORGANIZATION: "党组织",
  GOVERNMENT: "党政机关",
  PUBLIC_INSTITUTION: "事业单位",
  STATE_OWNED_COMPANY: "国有企业",
  PRIVATE_COMPANY: "民营企业",
  SOCIAL_ORGANIZATION: "社会组织",
  SCHOOL: "学校",
  HOSPITAL: "医院",
  PROPERTY_COMPANY: "物业公司",
  OWNERS_COMMITTEE: "业主委员会",
  RESIDENTS_COMMITTEE: "居民委员会",
  OTHER: "其他",
};

export const ORGANIZATION_STATES: Readonly<Record<OrganizationState, string>> = {
  ACTIVE: "在册",
  ENDED: "已终止",
  MERGED: "已并入其他单位",
};

/** Kinds of units that can serve an estate. */
export const SERVING_KINDS: readonly OrganizationKind[] = ["PROPERTY_COMPANY", "OWNERS_COMMITTEE"];

export const REGION_CHANGE_KINDS: Readonly<Record<RegionChangeKind, string>> = {
  RENAME: "更名",
  END: "撤销",
  MERGE: "并入",
  MOVE: "改属",
};

export const REGION_CHANGE_STATES: Readonly<Record<RegionChangeState, string>> = {
  PLANNED: "待生效",
  DONE: "已生效",
  CALLED_OFF: "已取消",
  FAILED: "未能生效",
};

export const REGION_LEVELS: Readonly<Record<RegionLevel, string>> = {
  PROVINCE: "省",
  CITY: "市",
  DISTRICT: "区、县",
  STREET: "街道、镇",
  COMMUNITY: "社区、村",
  GRID: "网格",
  ESTATE: "小区",
};

export const COMMITTEE_LEVELS: Readonly<Record<CommitteeLevel, string>> = {
  DISTRICT: "区级联席会议、领导小组",
  STREET: "街道大工委",
  COMMUNITY: "社区大党委",
};

export const SEAT_ROLES: Readonly<Record<SeatRole, string>> = {
  SECRETARY: "书记",
  DEPUTY_SECRETARY: "副书记",
  MEMBER: "委员",
  PART_TIME: "兼职委员",
};

export const TERM_STATES: Readonly<Record<TermState, string>> = {
  PLANNED: "待开始",
  CURRENT: "本届",
  PAST: "往届",
};

export const TEAM_KINDS: Readonly<Record<TeamKind, string>> = {
  VOLUNTEER: "志愿服务队",
  UNIT_SQUAD: "单位服务队",
  PROFESSIONAL: "专业队",
  WORKING_GROUP: "工作组",
  DISTRICT_SQUAD: "区级突击队",
};

export const REGISTRATION_STATES: Readonly<Record<RegistrationState, string>> = {
  SUBMITTED: "待答复",
  ACCEPTED: "已接收",
  RETURNED: "已退回",
  ENDED: "已终止",
};

export const APPOINTED_ROLES: Readonly<Record<AppointedRole, string>> = {
  AUDITOR: "审计员",
  OPERATOR: "平台管理员",
};

/** A unit's part in an activity. */
export const PARTICIPANT_STATES: Readonly<Record<ParticipantState, string>> = {
  INVITED: "待答复",
  JOINED: "参加",
  DECLINED: "谢绝",
  LEFT: "退出",
};

/** What the update log tells of an activity. */
export const UPDATE_TYPES: Readonly<Record<ActivityUpdateType, string>> = {
  SCHEDULED: "活动排定",
  RESCHEDULED: "活动改期",
  CANCELLED: "活动取消",
  HELD: "活动已举办",
  CORRECTED: "活动更正",
  REOPENED: "活动恢复",
  PARTICIPANT_INVITED: "邀请单位",
  PARTICIPANT_JOINED: "单位报名",
  PARTICIPANT_DECLINED: "单位谢绝",
  PARTICIPANT_LEFT: "单位退出",
  ATTENDANCE_RECORDED: "登记人次",
};

export const ENDPOINT_STATES: Readonly<Record<WebhookEndpointState, string>> = {
  ENABLED: "启用",
  DISABLED: "停用",
  ENDED: "已终止",
};

export const DELIVERY_STATES: Readonly<Record<WebhookDeliveryState, string>> = {
  PENDING: "待推送",
  DELIVERED: "已送达",
  WITHHELD: "无权查看，未推送",
  GIVEN_UP: "已放弃",
};

export const ISSUE_STATES: Readonly<Record<IssueState, string>> = {
  RAISED: "办理中",
  RESOLVED: "已解决",
};
