import { ChangeInput } from "@alliance-hub/platform/change/mutation.input";
import { optional } from "@alliance-hub/platform/limits/limit";
import { textLimit } from "@alliance-hub/platform/limits/text-limit";
import { Field, ID, InputType } from "type-graphql";

/** Most units that one call invites. */
export const MAX_INVITED_AT_ONCE = 100;

/** Why a unit declines. */
export const DECLINE_REASON = textLimit(
  { zh: "谢绝的原因，主办单位可见", en: "Why it declines, for the host to read" },
  { maxLength: 200 },
);

@InputType("InviteUnitsInput", {
  description: "邀请单位参加活动。Units to invite to an activity.",
})
export class InviteUnitsInput extends ChangeInput {
  @Field(() => [ID], {
    description: `邀请的单位，一次 1 至 ${MAX_INVITED_AT_ONCE} 个：联盟内在册的任何单位，不限于委员会的成员单位。The units to invite, 1 to ${MAX_INVITED_AT_ONCE} at once: any active unit of the alliance, member of the committee or not.`,
  })
  organizationIds: string[];
}

@InputType("DeclineInvitationInput", {
  description: "谢绝邀请。An invitation to decline.",
})
export class DeclineInvitationInput extends ChangeInput {
  @Field(() => ID, { description: "受邀的单位。The unit that is invited." })
  organizationId: string;
  @Field(() => String, optional(DECLINE_REASON)) reason?: string | null;
}
