import "reflect-metadata";
import { ArgsType, Field, Int } from "type-graphql";
import { badInput } from "../errors/hub-error.ts";
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from "./page-size.ts";

/** Forward paging arguments of every list (Relay Cursor Connections Specification, section 4). */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: "每页条数，1 至 100，默认 20。Rows per page, 1 to 100; 20 by default.",
  })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "从此游标之后开始。Start after this cursor.",
  })
  after?: string | null;
}

/**
 * The page size asked for.
 *
 * @throws HubError `BAD_USER_INPUT` outside 1 to 100.
 */
export function pageSize(args: PageArgs): number {
  const first = args.first ?? DEFAULT_PAGE_SIZE;
  if (first < 1 || first > MAX_PAGE_SIZE) {
    throw badInput("first", {
      zh: `每页条数为 ${first}，应为 1 至 ${MAX_PAGE_SIZE}。请读一页，再用其 endCursor 继续。`,
      en: `"first" is ${first}; it must be 1 to ${MAX_PAGE_SIZE}. Ask for one page and continue with its endCursor.`,
    });
  }
  return first;
}
