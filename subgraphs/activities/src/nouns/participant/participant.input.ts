import { RecordInput } from "@alliance-hub/platform/change/mutation.input";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { ActivityType } from "../activity/activity.type.ts";

@InputType("JoinActivityInput", { description: "单位参加活动。A unit that joins an activity." })
export class JoinActivityInput extends RecordInput {
  @Field(() => ID, { description: "活动。The activity." })
  id: string;

  @Field(() => ID, { description: "参加的单位。The unit that joins." })
  organizationId: string;
}

@InputType("LeaveActivityInput", { description: "单位退出活动。A unit that leaves an activity." })
export class LeaveActivityInput extends RecordInput {
  @Field(() => ID, { description: "活动。The activity." })
  id: string;

  @Field(() => ID, { description: "退出的单位。The unit that leaves." })
  organizationId: string;
}

@InputType("RecordAttendanceInput", {
  description:
    "上报某单位的参加人次；再报则更正。How many came from a unit; reported again, it is corrected.",
})
export class RecordAttendanceInput extends RecordInput {
  @Field(() => ID, { description: "活动。The activity." })
  id: string;

  @Field(() => ID, { description: "参加的单位。The unit that takes part." })
  organizationId: string;

  @Field(() => Int, { description: "人次，0 至 1,000,000。Attendance, 0 to 1,000,000." })
  attendance: number;
}

@ObjectType("JoinActivityPayload", {
  description: "单位参加后的活动。The activity that the unit joined.",
})
export class JoinActivityPayload {
  @Field(() => ActivityType, { description: "活动。The activity." })
  activity: ActivityType;
}

@ObjectType("LeaveActivityPayload", {
  description: "单位退出后的活动。The activity that the unit left.",
})
export class LeaveActivityPayload {
  @Field(() => ActivityType, { description: "活动。The activity." })
  activity: ActivityType;
}

@ObjectType("RecordAttendancePayload", {
  description: "上报人次后的活动。The activity with the attendance recorded.",
})
export class RecordAttendancePayload {
  @Field(() => ActivityType, { description: "活动。The activity." })
  activity: ActivityType;
}
