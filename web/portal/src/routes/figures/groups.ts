import type { FiguresOfReportFragment, FiguresPageQuery } from "../../graph/generated/graphql.ts";

export type Report = NonNullable<FiguresPageQuery["report"]>;
export type Figure = Exclude<keyof FiguresOfReportFragment, "__typename">;

/** The figures of a report in the order that people ask for them, with their names. */
export const GROUPS: readonly (readonly [string, Readonly<Partial<Record<Figure, string>>>])[] = [
  [
    "组织",
    {
      streetCommittees: "街道大工委",
      communityCommittees: "社区大党委",
      demonstrationCommittees: "示范点",
      grids: "网格",
      memberUnits: "成员单位",
      partTimeMembers: "兼职委员",
    },
  ],
  [
    "小区的物业与业委会",
    {
      residentialEstates: "小区",
      estatesWithPropertyCompany: "有物业公司服务",
      estatesWithOwnersCommittee: "成立业委会",
      estatesWithOwnersCommitteeOnly: "有业委会而无物业",
    },
  ],
  ["报到与队伍", { registeredUnits: "报到单位", registeredMembers: "报到党员", teams: "志愿队伍" }],
  ["资源与共建", { venues: "场地", resources: "资源", needs: "需求", agreements: "共建协议" }],
  [
    "活动与议事",
    {
      activities: "活动",
      attendance: "参加人次",
      meetings: "会议",
      issuesRaised: "提出问题",
      issuesResolved: "办结问题",
    },
  ],
];
