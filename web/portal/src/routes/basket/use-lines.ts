import { useQueries } from "@tanstack/react-query";
import { ask } from "../../graph/ask.ts";
import {
  ResourceOfBasketDocument,
  type ResourceOfBasketQuery,
} from "../../graph/generated/graphql.ts";
import { keyOf } from "../../graph/query-client.ts";
import type { BasketItem } from "../../kept/basket.ts";
import type { ChosenTime } from "../../words/chosen-time.ts";
import type { Day } from "../../words/time.ts";
import { isFree, nearTimes, searchedAround } from "../resource/free-times.ts";
import type { Opening } from "../resource/hours.ts";
import { useHolidays } from "../resource/use-holidays.ts";
import { brokenRule, whyTaken } from "../resource/rules.ts";

type Resource = NonNullable<ResourceOfBasketQuery["resource"]>;

/** One thing in the basket, with what the hub knows of it. */
export interface BasketLine {
  readonly item: BasketItem;
  /** Undefined while it is being read; null if the viewer may not see it any more. */
  readonly resource: Resource | null | undefined;
  /** Why it cannot be had at the time that is wanted; undefined if it can. */
  readonly obstacle: string | undefined;
}

/** The things in the basket, each looked at for the time that is wanted. @param day today while none is chosen. */
export function useLines(
  items: readonly BasketItem[],
  day: Day,
  time: ChosenTime | undefined,
): readonly BasketLine[] {
  const { lastDay = day } = time ?? {};
  const during = searchedAround(day, new Date(), lastDay);
  const found = useQueries({
    queries: items.map(({ resourceId: id }) => ({
      queryKey: keyOf(ResourceOfBasketDocument, { id, during }),
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        ask(ResourceOfBasketDocument, { id, during }, signal),
    })),
  });
  const holidays = useHolidays(
    found.map(({ data }) => data?.resource),
    [day, lastDay],
  );
  return items.map((item, at) => {
    const resource = found[at]?.data?.resource;
    return {
      item,
      resource,
      obstacle: time && resource ? obstacleOf({ ...resource, holidays }, item, time) : undefined,
    };
  });
}

/** Times near the one that is wanted at which all of it can be had. */
export function timesForAll(lines: readonly BasketLine[], time: ChosenTime): readonly ChosenTime[] {
  const [first, ...others] = lines;
  if (!first?.resource) return [];
  const now = new Date();
  const canHave = ({ resource, item }: BasketLine, one: ChosenTime): boolean =>
    resource != null &&
    brokenRule(resource, one, now) === undefined &&
    isFree({ ...one, quantity: item.quantity }, resource.free);
  return nearTimes({
    wish: { ...time, quantity: first.item.quantity },
    resource: first.resource,
    free: first.resource.free,
    now,
    isAllowed: (one) => others.every((line) => canHave(line, one)),
  });
}

function obstacleOf(
  resource: Resource & Pick<Opening, "holidays">,
  item: BasketItem,
  time: ChosenTime,
): string | undefined {
  if (resource.state !== "PUBLISHED") return "已经撤下，不能预约了。请从预约篮里拿掉。";
  const most = resource.capacity ?? 1;
  if (item.quantity < 1 || item.quantity > most) return `数量是 1 至 ${most}。`;
  const broken = brokenRule(resource, time, new Date());
  if (broken !== undefined) return broken;
  return isFree({ ...time, quantity: item.quantity }, resource.free)
    ? undefined
    : whyTaken(resource, resource.closures, time);
}
