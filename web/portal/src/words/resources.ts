import type {
  FunctionArea,
  ResourceKind,
  ResourceState,
  VenueKind,
} from "../graph/generated/graphql.ts";

/** Kinds that are used for a time and given back: only those can be booked. */
export const BOOKABLE_KINDS: readonly ResourceKind[] = [
  "VENUE",
  "EQUIPMENT",
  "EXPERTISE",
  "SERVICE",
];

export const VENUE_KINDS: Readonly<Record<VenueKind, string>> = {
  STREET_CENTRE: "街道党群服务中心",
  COMMUNITY_CENTRE: "社区党群服务中心",
  PARTY_CENTRE: "党群服务中心",
  ESTATE_STATION: "小区党群服务站",
  SCENIC_AREA_STATION: "景区党群服务站",
  RED_STATION: "红色驿站",
  MICRO_STATION: "微阵地",
  SERVICE_POINT: "便民服务站点",
  OTHER: "其他场地",
};

export const FUNCTION_AREAS: Readonly<Record<FunctionArea, string>> = {
  GOVERNMENT_SERVICES: "政务服务",
  PARTY_ACTIVITIES: "党群活动",
  GENERAL_GOVERNANCE: "综合治理",
  DELIBERATION: "协商议事",
  CULTURE_AND_CARE: "文体康养",
};

export const RESOURCE_STATES: Readonly<Record<ResourceState, string>> = {
  DRAFT: "草稿",
  PUBLISHED: "已发布",
  WITHDRAWN: "已撤下",
};
