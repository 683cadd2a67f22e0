import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { ActivityRow } from "../activity/activity.loaders.ts";
import { ActivityType } from "../activity/activity.type.ts";
import type { ActivitiesContext } from "../../context.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import {
  JoinActivityInput,
  JoinActivityPayload,
  LeaveActivityInput,
  LeaveActivityPayload,
  RecordAttendanceInput,
  RecordAttendancePayload,
} from "./participant.input.ts";
import type { ParticipantRow } from "./participant.loaders.ts";
import { joinActivity, leaveActivity, recordAttendance } from "./participant.service.ts";
import { ParticipantType } from "./participant.type.ts";

@Resolver(() => ParticipantType)
export class ParticipantResolver {
  @FieldResolver(() => OrganizationRef, { nullable: true, description: "单位。The unit." })
  organization(@Root() participant: ParticipantRow): OrganizationRef {
    return { id: participant.organizationId };
  }

  @Mutation(() => JoinActivityPayload, {
    description:
      "单位参加活动（其联络员）；重复参加只算一次。A unit joins an activity; for its liaison. Joining twice is joining once.",
  })
  async joinActivity(
    @Arg("input", () => JoinActivityInput) input: JoinActivityInput,
    @Ctx() context: ActivitiesContext,
  ): Promise<{ activity: ActivityRow }> {
    return { activity: await joinActivity(context, input) };
  }

  @Mutation(() => LeaveActivityPayload, {
    description:
      "单位退出活动（其联络员）；主办单位不可退出。A unit leaves an activity; for its liaison. The host cannot leave.",
  })
  async leaveActivity(
    @Arg("input", () => LeaveActivityInput) input: LeaveActivityInput,
    @Ctx() context: ActivitiesContext,
  ): Promise<{ activity: ActivityRow }> {
    return { activity: await leaveActivity(context, input) };
  }

  @Mutation(() => RecordAttendancePayload, {
    description:
      "上报参加人次（该单位或主办单位的联络员，或委员会书记）；活动已开始的，随即记为已举办。Records how many came from a unit; for its or the host's liaison or who runs the committee. Once it has started, the activity is HELD.",
  })
  async recordAttendance(
    @Arg("input", () => RecordAttendanceInput) input: RecordAttendanceInput,
    @Ctx() context: ActivitiesContext,
  ): Promise<{ activity: ActivityRow }> {
    return { activity: await recordAttendance(context, input) };
  }
}

/** Who takes part: a field of `Activity` that belongs to this noun. */
@Resolver(() => ActivityType)
export class ActivityParticipantsResolver {
  @FieldResolver(() => [ParticipantType], {
    description:
      "参加的单位，主办单位在内，先加入的在前。The units that take part, the host among them, first joined first.",
  })
  participants(
    @Root() activity: ActivityRow,
    @Ctx() context: ActivitiesContext,
  ): Promise<ParticipantRow[]> {
    return context.participants.ofActivity.load(activity.id);
  }
}
