import { Link } from "@tanstack/react-router";
import { MOST_ITEMS, changeBasket, useBasket } from "../kept/basket.ts";
import type { TimeWish } from "../words/chosen-time.ts";
import { Button } from "./button.tsx";

interface AddToBasketProps {
  readonly resource: { readonly id: string; readonly title: string };
  /** Default: 1. */
  readonly quantity?: number;
  /** The time that is chosen: it comes along with the first. */
  readonly time: TimeWish;
  /** Default: a button like others. */
  readonly look?: "plain" | "quiet";
}

/** Puts a resource to those that are booked together. */
export function AddToBasket({ resource, quantity = 1, time, look = "plain" }: AddToBasketProps) {
  const { items } = useBasket();
  const { id, title } = resource;
  if (items.some(({ resourceId }) => resourceId === id))
    return (
      <Link to="/basket" aria-label={`已在预约篮里：${title}`}>
        已在预约篮里
      </Link>
    );
  return (
    <Button
      look={look}
      aria-label={`放进预约篮：${title}`}
      isDisabled={items.length >= MOST_ITEMS}
      onPress={() =>
        changeBasket({
          ...(items.length === 0 ? time : {}),
          items: [...items, { resourceId: id, quantity }],
        })
      }
    >
      放进预约篮
    </Button>
  );
}
