import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";

@ObjectType("AgendaItem", { description: "议题：会议议程中的一项。An item on a meeting's agenda." })
@Directive('@key(fields: "id")')
export class AgendaItemType {
  @Field(() => ID, { description: "编号。Id." })
  id: string;

  @Field(() => String, { description: "标题。Title." })
  title: string;

  @Field(() => String, { nullable: true, description: "内容。Detail." })
  detail: string | null;

  @Field(() => Int, {
    description:
      "次序，1 起；撤下的不再补号。Place on the agenda, from 1; the number of one taken off is not given again.",
  })
  position: number;

  @Field(() => Int, {
    description: "版本，用于防止覆盖他人更改。Version, for the optimistic lock.",
  })
  version: number;

  @Field(() => DateTimeScalar, { description: "登记时间。When it was entered." })
  createdAt: Date;

  @Field(() => DateTimeScalar, { description: "最近更改时间。When it was last changed." })
  updatedAt: Date;
}
