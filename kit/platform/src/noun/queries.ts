import "reflect-metadata";
import { Arg, Args, type ClassType, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import type { DirectoryTables } from "../directory/directory.ts";
import type { BaseContext } from "../subgraph/context.ts";
import { type SelectionInfo, isSelected } from "../database/selection.ts";
import type { List } from "../pagination/list.ts";
import { type Page, fetchPage } from "../pagination/page.ts";
import { PageArgs } from "../pagination/page-args.ts";
import { orderArgument } from "./order-argument.ts";

/** A list as a root field: `teams(filter: TeamFilter, first: Int, after: String): TeamConnection`. */
export interface ListQuery<Context, Filter extends object> {
  readonly name: string;
  readonly connection: ClassType;
  readonly filter: ClassType<Filter>;
  /** Whether the fields of the filter are arguments themselves. Default: the filter is one argument. */
  readonly isSpread?: boolean;
  /** The enumeration of its orders, for the argument `orderBy`. Default: it has one order. */
  readonly orders?: object;
  /** Chinese, then English. */
  readonly description: string;
  /** The list for a filter; the empty filter if none was given. */
  readonly list: (
    context: Context,
    filter: Filter,
    info: SelectionInfo,
    orderBy?: string | null,
  ) => Promise<object> | object;
}

/** The resolver of a {@link ListQuery}. */
export function listQuery<
  Context extends Pick<BaseContext, "rows" | "database">,
  Filter extends object,
>(query: ListQuery<Context, Filter>): ClassType {
  const { name, connection, filter: type, isSpread, orders, description } = query;
  const Filtered = isSpread ? Args(() => type) : Arg("filter", () => type, { nullable: true });
  const Ordered = orderArgument(orders);
  @Resolver()
  class ListQueryResolver {
    @Query(() => connection, { description })
    async [name](
      @Filtered filter: Filter | null,
      @Args(() => PageArgs) page: PageArgs,
      @Ctx() context: Context,
      @Info() info: SelectionInfo,
      @Ordered orderBy?: string | null,
    ): Promise<Page<object>> {
      const list = await query.list(context, filter ?? ({} as Filter), info, orderBy);
      return await fetchPage(
        context,
        list as List<DirectoryTables, keyof DirectoryTables, object>,
        { page, isCounted: isSelected(info, "totalCount") },
      );
    }
  }
  return ListQueryResolver;
}

/**
 * One record by its id as a root field: `need(id: ID!): Need`; null if there is no such record that the viewer
 * may see.
 */
export interface RecordQuery<Context> {
  readonly name: string;
  readonly type: ClassType;
  /** Chinese, then English. */
  readonly description: string;
  readonly load: (context: Context, id: string, info: SelectionInfo) => Promise<object | null>;
}

/** The resolver of a {@link RecordQuery}. */
export function recordQuery<Context>(query: RecordQuery<Context>): ClassType {
  const { name, type, description } = query;
  @Resolver()
  class RecordQueryResolver {
    @Query(() => type, { nullable: true, description })
    [name](
      @Arg("id", () => ID) id: string,
      @Ctx() context: Context,
      @Info() info: SelectionInfo,
    ): Promise<object | null> {
      return query.load(context, id, info);
    }
  }
  return RecordQueryResolver;
}
