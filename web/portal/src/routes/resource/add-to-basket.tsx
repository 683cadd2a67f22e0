import { Link } from "@tanstack/react-router";
import { Button } from "../../components/button.tsx";
import type { ResourceOfPageFragment } from "../../graph/generated/graphql.ts";
import { MOST_ITEMS, changeBasket, useBasket } from "../../kept/basket.ts";
import { useChosenTime } from "./booking-fields.tsx";

interface AddToBasketProps {
  readonly resource: Pick<ResourceOfPageFragment, "id">;
  readonly quantity: number;
}

/** Puts a resource to those that are booked together; the time that is chosen comes along. */
export function AddToBasket({ resource, quantity }: AddToBasketProps) {
  const basket = useBasket();
  const { search } = useChosenTime();
  const { items } = basket;
  if (items.some(({ resourceId }) => resourceId === resource.id))
    return <Link to="/basket">已在预约篮里</Link>;
  return (
    <Button
      isDisabled={items.length >= MOST_ITEMS}
      onPress={() =>
        changeBasket({
          ...(items.length === 0 ? search : {}),
          items: [...items, { resourceId: resource.id, quantity }],
        })
      }
    >
      放进预约篮
    </Button>
  );
}
