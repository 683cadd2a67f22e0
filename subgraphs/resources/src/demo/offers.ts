import type { ResourceKind } from "../vocabulary/resource-kind.ts";

/** What a unit may offer: a pattern of a resource. */
export interface Offer {
  readonly title: string;
  readonly kind: ResourceKind;
  /** How many can be booked at once; null if it is not counted. */
  readonly capacity: number | null;
  readonly unit: string | null;
  /** Bookings need the provider's approval. */
  readonly approval: boolean;
}

function offer(
  kind: ResourceKind,
  title: string,
  of: Partial<Omit<Offer, "kind" | "title">> = {},
): Offer {
  return { kind, title, capacity: null, unit: null, approval: false, ...of };
}

/**
 * Venues of units. Only if the source counts no venues; otherwise there would be more records than the source
 * counts.
 */
export const VENUE_OFFERS: readonly Offer[] = [
  offer("VENUE", "会议室", { capacity: 1, unit: "间" }),
  offer("VENUE", "报告厅", { capacity: 1, unit: "个", approval: true }),
  offer("VENUE", "运动场", { capacity: 2, unit: "片" }),
  offer("VENUE", "停车场夜间车位", { capacity: 40, unit: "个" }),
  offer("VENUE", "图书阅览室", { capacity: 30, unit: "座" }),
  offer("VENUE", "党员活动室", { capacity: 1, unit: "间" }),
];

export const OFFERS: readonly Offer[] = [
  offer("EQUIPMENT", "大巴车", { capacity: 1, unit: "辆", approval: true }),
  offer("SERVICE", "义诊服务", { capacity: 1, unit: "场" }),
  offer("EXPERTISE", "法律咨询", { capacity: 2, unit: "人" }),
  offer("EQUIPMENT", "音响设备", { capacity: 1, unit: "套" }),
  offer("INFORMATION", "岗位招聘信息"),
  offer("EXPERTISE", "党课讲师", { capacity: 1, unit: "人", approval: true }),
  offer("EQUIPMENT", "折叠桌椅", { capacity: 200, unit: "套" }),
  offer("SERVICE", "家电维修服务", { capacity: 2, unit: "组" }),
  offer("FUNDS", "共建经费", { unit: "元" }),
  offer("EQUIPMENT", "投影仪", { capacity: 3, unit: "台" }),
  offer("EXPERTISE", "心理咨询师", { capacity: 1, unit: "人", approval: true }),
  offer("POST", "大学生实习岗位", { capacity: 5, unit: "个" }),
  offer("SERVICE", "金融知识宣讲", { capacity: 1, unit: "场" }),
  offer("EQUIPMENT", "应急发电机", { capacity: 1, unit: "台" }),
  offer("EXPERTISE", "书法教师", { capacity: 1, unit: "人" }),
  offer("SERVICE", "课后托管服务", { capacity: 30, unit: "个" }),
  offer("INFORMATION", "惠企政策汇编"),
  offer("EQUIPMENT", "宣传展板", { capacity: 20, unit: "块" }),
  offer("SERVICE", "文艺演出", { capacity: 1, unit: "场", approval: true }),
  offer("POST", "便民服务志愿岗", { capacity: 10, unit: "个" }),
  offer("EXPERTISE", "消防培训教官", { capacity: 1, unit: "人" }),
  offer("FUNDS", "慰问物资", { unit: "份" }),
  offer("EQUIPMENT", "体检设备", { capacity: 1, unit: "套", approval: true }),
  offer("SERVICE", "理发服务", { capacity: 4, unit: "位" }),
];
