import { ChangeInput } from "@alliance-hub/platform/change/mutation.input";
import { countLimit } from "@alliance-hub/platform/limits/count-limit";
import { Field, ID, InputType, Int } from "type-graphql";

/** Maximum number of people that one unit may report for one activity (人次). */
export const MAX_ATTENDANCE = 1_000_000;

/** People who came from one unit. */
export const ATTENDANCE = countLimit(
  { zh: "人次", en: "Attendance" },
  { least: 0, most: MAX_ATTENDANCE },
);

@InputType("JoinActivityInput", { description: "单位参加活动。A unit that joins an activity." })
export class JoinActivityInput extends ChangeInput {
  @Field(() => ID, { description: "参加的单位。The unit that joins." }) organizationId: string;
}

@InputType("LeaveActivityInput", { description: "单位退出活动。A unit that leaves an activity." })
export class LeaveActivityInput extends ChangeInput {
  @Field(() => ID, { description: "退出的单位。The unit that leaves." }) organizationId: string;
}

@InputType("RecordAttendanceInput", {
  description:
    "上报某单位的参加人次；再次上报即更正。How many people came from a unit. A new report corrects the previous one.",
})
export class RecordAttendanceInput extends ChangeInput {
  @Field(() => ID, { description: "参加的单位。The unit that takes part." }) organizationId: string;
  @Field(() => Int, ATTENDANCE) attendance: number;
}
