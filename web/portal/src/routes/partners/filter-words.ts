import type { EndpointFragment } from "../../graph/generated/graphql.ts";
import { ACTIVITY_KINDS, UPDATE_TYPES } from "../../words/labels.ts";

/** What an endpoint is sent, in words. */
export function wordsOfFilter(filter: EndpointFragment["filter"]): string {
  const { types, kinds, committeeId, regionCode, organizationId } = filter;
  return [
    types ? types.map((type) => UPDATE_TYPES[type]).join("、") : "全部变化",
    kinds && kinds.map((kind) => ACTIVITY_KINDS[kind]).join("、"),
    committeeId !== null && "限一个委员会",
    regionCode !== null && "限一个地域",
    organizationId !== null && "限本单位的活动",
  ]
    .filter(Boolean)
    .join(" · ");
}
