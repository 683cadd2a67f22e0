import { Link } from "@tanstack/react-router";
import { useBasket } from "../kept/basket.ts";

/** How many resources are in the basket, at the top of every page; nothing while it is empty. */
export function BasketLink() {
  const { items } = useBasket();
  if (items.length === 0) return null;
  return (
    <Link to="/basket" className="button button-quiet basket-link">
      预约篮 <span className="count">{items.length}</span>
      <span className="unseen">项</span>
    </Link>
  );
}
