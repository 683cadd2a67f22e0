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
  AppointedRole: { AUDITOR: "审计员", OPERATOR: "平台管理员" },
  CommitteeLevel: { DISTRICT: "区级联席会议", STREET: "大工委", COMMUNITY: "大党委" },
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
} as const;

/** An enumeration whose values have words. */
export type Enumeration = keyof typeof ENUMERATIONS;

/** A value of an enumeration, as people and as programmers call it. */
export function valueWords(enumeration: Enumeration, value: string): Words {
  const words: Readonly<Record<string, string>> = ENUMERATIONS[enumeration];
  return { zh: words[value] ?? value, en: value };
}
