import { mutations } from "@alliance-hub/platform/noun/mutations";
import { ActivityType } from "../activity/activity.type.ts";
import * as inputs from "./invitation.input.ts";
import * as service from "./invitation.service.ts";

export const InvitationMutations = mutations(
  { field: "activity", type: ActivityType, description: "活动。The activity." },
  { inputs, service },
  {
    inviteUnits:
      "邀请单位参加尚未开始的活动（主办单位的联络员或委员会书记）；受邀单位从此可见此活动，以 joinActivity 或 declineInvitation 答复；曾谢绝或退出的可以再次邀请。Invites units to an activity that is ahead; for the host's liaison and whoever runs the committee. An invited unit sees the activity from then on and answers with joinActivity or declineInvitation. One that declined or left can be invited again.",
    declineInvitation:
      "谢绝邀请（受邀单位的联络员；主办单位的联络员或委员会书记可以代为登记）；以后仍可参加；谢绝主办的，活动改由委员会所依托的组织主办；仅相关各方可见的活动，谢绝后不再可见。Declines an invitation; for the unit's liaison, and the host's liaison or whoever runs the committee may enter it. The unit can still join later. If it was asked to host, the organisation that the committee stands on hosts instead. A unit that has declined no longer sees an activity that is shared with its parties only.",
  },
);
