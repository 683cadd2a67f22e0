import { textFault } from "../../forms/text-fault.ts";
import type { NeedKind } from "../../graph/generated/graphql.ts";
import { type Day, dayOf } from "../../words/time.ts";

/** What a need says, while it is written. */
export interface NeedDraft {
  readonly title: string;
  readonly kind: NeedKind;
  readonly quantity: number | undefined;
  readonly unit: string;
  readonly description: string;
  readonly neededBy: Day | undefined;
}

/** What the hub would reject of a need, found while it is written. @param before the day that it has already. */
export function checkNeed(need: NeedDraft, before?: Day): Record<string, string | undefined> {
  const { title, quantity, unit, description, neededBy } = need;
  const isOver = neededBy !== undefined && neededBy !== before && neededBy < dayOf(new Date());
  return {
    title: textFault(title, { name: "标题", most: 100 }),
    quantity: quantity === 0 ? "数量至少是 1；没有数量就不填。" : undefined,
    unit: textFault(unit, { name: "计量单位", most: 20, isRequired: false }),
    description: textFault(description, { name: "说明", most: 2000, isRequired: false }),
    neededBy: isOver ? "这一天已经过去了。" : undefined,
  };
}
