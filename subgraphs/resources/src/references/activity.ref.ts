import { Directive, Field, ID, ObjectType } from "type-graphql";

/** This subgraph adds nothing to it, so the gateway need not ask this subgraph for it. */
@ObjectType("Activity", {
  description: "联盟活动：委员会日历上的一项。A joint activity on a committee's calendar.",
})
@Directive('@key(fields: "id", resolvable: false)')
export class ActivityRef {
  @Field(() => ID, { description: "编号。Id." })
  id: string;
}
