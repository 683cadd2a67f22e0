import { RecordType } from "@alliance-hub/platform/noun/record.type";
import { Directive, Field, Int, ObjectType } from "type-graphql";

@ObjectType("AgendaItem", { description: "议题：会议议程中的一项。An item on a meeting's agenda." })
@Directive('@key(fields: "id")')
export class AgendaItemType extends RecordType {
  @Field(() => String, { description: "标题。Title." }) title: string;
  @Field(() => String, { nullable: true, description: "内容。Detail." }) detail: string | null;
  @Field(() => Int, {
    description:
      "次序，从 1 起；撤下的议题，其序号不再使用。Position on the agenda, from 1. The position of a removed item is not used again.",
  })
  position: number;
}
