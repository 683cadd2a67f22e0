import type { Words } from "./words.ts";

const OFFERED = {
  VENUE: "场地",
  EQUIPMENT: "设备",
  EXPERTISE: "人才",
  SERVICE: "服务",
  FUNDS: "资金",
  INFORMATION: "信息",
  POST: "岗位",
};

/** What the values of the graph's enumerations are called, where messages name them. */
export const ENUMERATIONS = {
  ActivityKind: {
    SERVICE: "便民服务",
    MEETING: "会议",
    THEMED_DAY: "主题党日",
    TRAINING: "培训",
    CULTURE: "文体活动",
    CONTEST: "竞赛",
    OTHER: "其他",
  },
  ActivityUpdateType: {
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
  },
  Amenity: {
    CHARGING: "充电",
    DRINKING_WATER: "饮水",
    MICROWAVE: "微波炉",
    REST: "休息",
    NURSING_ROOM: "母婴室",
    AED: "AED",
    FIRST_AID: "急救药箱",
    TOILET: "卫生间",
    WIFI: "无线网络",
    PROJECTOR: "投影",
    SOUND: "音响",
    PARKING: "停车",
    READING: "图书阅览",
    UMBRELLA: "雨具",
    PRINTING: "打印",
  },
  AppointedRole: { AUDITOR: "审计员", OPERATOR: "平台管理员" },
  Audience: {
    PUBLIC: "公开，人人可见",
    ALLIANCE: "联盟内的单位可见",
    COMMITTEE: "委员会内的单位可见",
    PARTIES: "仅相关各方可见",
  },
  CommitteeKind: {
    JOINT_COMMITTEE: "大工委、大党委",
    JOINT_MEETING: "联席会议",
    LEADING_GROUP: "领导小组",
    WORKING_GROUP: "专班",
  },
  CommitteeLevel: { DISTRICT: "区级联席会议", STREET: "大工委", COMMUNITY: "大党委" },
  FunctionArea: {
    GOVERNMENT_SERVICES: "政务服务",
    PARTY_ACTIVITIES: "党群活动",
    GENERAL_GOVERNANCE: "综合治理",
    DELIBERATION: "协商议事",
    CULTURE_AND_CARE: "文体康养",
  },
  WebhookKind: {
    WEBHOOK: "单位自己的系统",
    ROBOT_WECOM: "企业微信群机器人",
    ROBOT_DINGTALK: "钉钉群机器人",
    ROBOT_FEISHU: "飞书群机器人",
  },
  OnHolidays: { OPEN: "照常开放", CLOSED: "按国家放假安排" },
  MailLanguage: { ZH_CN: "简体中文", ZH_TW: "繁体中文", EN: "英文" },
  MailMode: { AT_ONCE: "即时", DAILY: "每日摘要", NONE: "不发送" },
  NeedKind: { ...OFFERED, WISH: "微心愿" },
  OrganizationKind: {
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
    OTHER: "其他单位",
  },
  RegionChangeKind: { RENAME: "更名", END: "撤销", MERGE: "并入", MOVE: "改属" },
  RegionLevel: {
    PROVINCE: "省级",
    CITY: "市级",
    DISTRICT: "区县级",
    STREET: "街道（镇）级",
    COMMUNITY: "社区（村）级",
    GRID: "网格",
    ESTATE: "小区",
  },
  ResourceKind: OFFERED,
  SeatRole: {
    SECRETARY: "书记",
    DEPUTY_SECRETARY: "副书记",
    MEMBER: "委员",
    PART_TIME: "兼职委员",
  },
  SettlementWay: { HAND_OVER: "移交", END: "结束", STAY: "保留" },
  TeamKind: {
    VOLUNTEER: "志愿服务队",
    UNIT_SQUAD: "单位服务队",
    PROFESSIONAL: "专业队",
    WORKING_GROUP: "工作组",
    DISTRICT_SQUAD: "区级突击队",
  },
  VenueKind: {
    STREET_CENTRE: "街道党群服务中心",
    COMMUNITY_CENTRE: "社区党群服务中心",
    PARTY_CENTRE: "党群服务中心",
    ESTATE_STATION: "小区党群服务站",
    SCENIC_AREA_STATION: "景区党群服务站",
    RED_STATION: "红色驿站",
    MICRO_STATION: "微阵地",
    SERVICE_POINT: "便民服务站点",
    OTHER: "其他场地",
  },
} as const;

/** An enumeration whose values have words. */
export type Enumeration = keyof typeof ENUMERATIONS;

/** A value of an enumeration, as people and as programmers call it. */
export function valueWords(enumeration: Enumeration, value: string): Words {
  const words: Readonly<Record<string, string>> = ENUMERATIONS[enumeration];
  return { zh: words[value] ?? value, en: value };
}
