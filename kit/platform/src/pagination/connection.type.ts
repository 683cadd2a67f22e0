import "reflect-metadata";
import { type ClassType, Directive, Field, Int, ObjectType } from "type-graphql";

@ObjectType("PageInfo", { description: "翻页信息。Information for reading the next page." })
@Directive("@shareable")
export class PageInfoType {
  @Field(() => Boolean, { description: "其后是否还有。Whether more rows follow." })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: "其前是否还有。Whether this page began after a cursor." })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: "本页首条的游标。Cursor of the first row." })
  startCursor: string | null;

  @Field(() => String, { nullable: true, description: "本页末条的游标。Cursor of the last row." })
  endCursor: string | null;
}

/**
 * The connection type of a list (Relay Cursor Connections Specification), with `nodes` and
 * `totalCount` beside `edges`. Called once per node type, at module level.
 *
 * @param label what is listed, Chinese and English, for the descriptions.
 */
export function connectionOf(
  name: string,
  node: () => ClassType,
  label: { zh: string; en: string },
): ClassType {
  @ObjectType(`${name}Edge`, {
    description: `${label.zh}列表中的一条，附游标。One of the ${label.en}, with its cursor.`,
  })
  class EdgeType {
    @Field(() => String, { description: "游标。The cursor, from which you can continue." })
    cursor: string;

    @Field(node, { description: "记录。The record." })
    node: object;
  }

  @ObjectType(`${name}Connection`, { description: `${label.zh}列表的一页。A page of ${label.en}.` })
  class ConnectionType {
    @Field(() => [EdgeType], { description: "带游标的记录。The records with their cursors." })
    edges: EdgeType[];

    @Field(() => [node()], { description: "记录。The records." })
    nodes: object[];

    @Field(() => PageInfoType, { description: "翻页信息。Information for reading the next page." })
    pageInfo: PageInfoType;

    @Field(() => Int, {
      description:
        "可见总数，仅在查询此字段时计数。How many records the viewer may see; counted only if you ask for it.",
    })
    totalCount: number;
  }
  return ConnectionType;
}
