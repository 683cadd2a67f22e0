import "reflect-metadata";
import { Arg } from "type-graphql";

/**
 * The decorator of a list's argument `orderBy`.
 *
 * @param orders the enumeration of its orders; without one the parameter is none of the field's.
 */
export function orderArgument(orders: object | undefined): ReturnType<typeof Arg> {
  return orders
    ? Arg("orderBy", () => orders, { nullable: true, description: "排序。The order." })
    : () => undefined;
}
