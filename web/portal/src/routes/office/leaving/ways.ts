import type { SettlementWay } from "../../../graph/generated/graphql.ts";
import { SETTLEMENT_WAYS } from "../../../words/office-labels.ts";

/** How each kind of record ends, where a unit leaves. */
const ENDS: Readonly<Record<string, string>> = {
  Resource: "撤下",
  Need: "撤回",
  Booking: "取消",
  Agreement: "终止",
  Activity: "取消",
  Issue: "记为已解决",
  Seat: "任职结束",
  Application: "撤回",
};

/** How each kind of record stays. */
const STAYS: Readonly<Record<string, string>> = {
  Resource: "移出清单，单位继续提供",
  Need: "移出清单，单位继续提出",
  Booking: "照常进行",
  Agreement: "有效到期满",
};

/** What a way to settle something is called. @param noun its kind. */
export const wordsOfWay = (noun: string, way: SettlementWay): string =>
  ({ END: ENDS[noun], STAY: STAYS[noun], HAND_OVER: undefined })[way] ?? SETTLEMENT_WAYS[way];
