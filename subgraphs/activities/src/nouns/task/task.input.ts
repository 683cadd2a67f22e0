import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Field, ID, InputType } from "type-graphql";
import { TaskState } from "../../vocabulary/task-state.ts";

@InputType("TaskFilter", {
  description: "待办的筛选条件；各项须同时满足。Which tasks. All given conditions must hold.",
})
export class TaskFilter {
  @Field(() => ID, { nullable: true, description: "此单位的。Those of this unit." })
  organizationId?: string | null;

  @Field(() => ID, { nullable: true, description: "此委员会的。Those of this committee." })
  committeeId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "包括所管下级委员会及其所依托的组织的；默认否。Also those of the committees below yours, and of the organisations that they stand on; not by default.",
  })
  below?: boolean | null;

  @Field(() => [String], {
    nullable: true,
    description: "所涉记录的类型，如 Booking。Types of the records, such as Booking.",
  })
  nouns?: string[] | null;

  @Field(() => [TaskState], {
    nullable: true,
    description: "状态，默认只列待办的。States; only open ones by default.",
  })
  states?: TaskState[] | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "期限早于此时的。Those due before this moment.",
  })
  dueBefore?: Date | null;
}
