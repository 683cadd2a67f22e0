import "reflect-metadata";
import { Args, type ClassType, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import type { NestedPages } from "../pagination/nested-pages.ts";
import type { Page } from "../pagination/page.ts";
import { PageArgs } from "../pagination/page-args.ts";
import type { SelectionInfo } from "../database/selection.ts";
import { orderArgument } from "./order-argument.ts";

/** A list that is a field of another type, such as the teams of an organisation. */
export interface ConnectionField<Context> {
  /** The type that gets the field, often a type of another subgraph; its `id` is the parent's key. */
  readonly on: () => ClassType<{ id: string }>;
  readonly name: string;
  readonly connection: ClassType;
  /** Chinese, then English. */
  readonly description: string;
  /** The enumeration of its orders, for the argument `orderBy`. Default: it has one order. */
  readonly orders?: object;
  readonly pages: (
    context: Context,
    info: SelectionInfo,
    orderBy?: string | null,
  ) => NestedPages<object>;
}

/** The resolver of a {@link ConnectionField}. */
export function connectionField<Context>(list: ConnectionField<Context>): ClassType {
  const { on, name, connection, description, orders } = list;
  const Ordered = orderArgument(orders);
  @Resolver(on)
  class ConnectionFieldResolver {
    @FieldResolver(() => connection, { description })
    [name](
      @Root() { id }: { id: string },
      @Args(() => PageArgs) page: PageArgs,
      @Ctx() context: Context,
      @Info() info: SelectionInfo,
      @Ordered orderBy?: string | null,
    ): Promise<Page<object>> {
      return list.pages(context, info, orderBy).page(id, page);
    }
  }
  return ConnectionFieldResolver;
}
