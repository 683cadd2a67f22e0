import { field, fields, reference } from "@alliance-hub/platform/noun/fields";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import type { ActivityRow } from "../activity/activity.loaders.ts";
import { ActivityType } from "../activity/activity.type.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import * as inputs from "./participant.input.ts";
import type { ParticipantContext, ParticipantRow } from "./participant.loaders.ts";
import { canReadPart } from "./participant.policy.ts";
import * as service from "./participant.service.ts";
import { ParticipantType } from "./participant.type.ts";

export const ParticipantFields = fields<ParticipantRow, unknown>(() => ParticipantType, {
  organization: reference(() => OrganizationRef, "organizationId", {
    description: "单位。The unit.",
  }),
});

export const ParticipantMutations = mutations(
  { field: "activity", type: ActivityType, description: "活动。The activity." },
  { inputs, service },
  {
    joinActivity:
      "单位参加活动（其联络员），受邀的即为接受；主办单位的联络员或委员会书记可以代为登记，已举办的由他们更正到次年 1 月 31 日；主办单位由其联络员接受的，书记为它申请的本单位场地随即确认；重复参加只算一次。A unit joins an activity, which accepts an invitation; for its liaison. If its own liaison accepts that it hosts, a venue of its own that the secretary asked for is confirmed with that. The host's liaison and whoever runs the committee may enter it, also after the activity was held, up to 31 January of the next year. Joining again changes nothing.",
    leaveActivity:
      "单位退出活动（其联络员）；主办单位的联络员或委员会书记可以代为更正，期限同上；主办单位不可退出。A unit leaves an activity; for its liaison. The host's liaison and whoever runs the committee may take it off the list, as long as they may enter one. The host cannot leave.",
    recordAttendance:
      "上报参加人次（该单位或主办单位的联络员，或委员会书记）；受邀而未答复的，即为参加；活动已开始的，随即记为已举办。Records how many people came from a unit; for the unit's or the host's liaison, or whoever runs the committee. A unit that was invited and has not answered takes part with it. If the activity has started, it becomes HELD.",
  },
);

export const ActivityParticipants = fields<ActivityRow, ParticipantContext>(() => ActivityType, {
  participants: field(
    () => [ParticipantType],
    {
      description:
        "参加的单位，主办单位在内，先加入或受邀的在前，状态见 state。受邀、谢绝和退出的，只有该单位、主办单位和主持委员会的人可见；受邀主办的，凡能看到活动的都可见。The units that take part, including the host, in the order in which they joined or were invited; state says which. Only the unit itself, the host and whoever runs the committee see that one was invited, declined or left. Whoever sees the activity sees that its host was asked.",
    },
    async (activity, { viewer, participants }) =>
      (await participants.ofActivity.load(activity.id)).filter((part) =>
        canReadPart(viewer, { activity, organizationId: part.organizationId }, part),
      ),
  ),
});
