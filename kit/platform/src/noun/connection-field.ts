import "reflect-metadata";
import { Args, type ClassType, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import type { NestedPages } from "../pagination/nested-pages.ts";
import type { Page } from "../pagination/page.ts";
import { PageArgs } from "../pagination/page-args.ts";
import type { SelectionInfo } from "../database/selection.ts";

/** A list that is a field of another type, such as the teams of an organisation. */
export interface ConnectionField<Context> {
  /** The type that gets the field, often a type of another subgraph; its `id` is the parent's key. */
  readonly on: () => ClassType<{ id: string }>;
  readonly name: string;
  readonly connection: ClassType;
  /** Chinese, then English. */
  readonly description: string;
  readonly pages: (context: Context, info: SelectionInfo) => NestedPages<object>;
}

/** The resolver of a {@link ConnectionField}. */
export function connectionField<Context>(list: ConnectionField<Context>): ClassType {
  const { on, name, connection, description } = list;
  @Resolver(on)
  class ConnectionFieldResolver {
    @FieldResolver(() => connection, { description })
    [name](
      @Root() { id }: { id: string },
      @Args(() => PageArgs) page: PageArgs,
      @Ctx() context: Context,
      @Info() info: SelectionInfo,
    ): Promise<Page<object>> {
      return list.pages(context, info).page(id, page);
    }
  }
  return ConnectionFieldResolver;
}
