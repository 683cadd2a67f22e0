import { ChangeInput, MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { ReasonedInput } from "@alliance-hub/platform/limits/reasoned.input";
import { optional } from "@alliance-hub/platform/limits/limit";
import { textLimit } from "@alliance-hub/platform/limits/text-limit";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import { ArgsType, Field, ID, InputType } from "type-graphql";

/** What the inputs of a contact card take. A mobile number is rejected, as in all public texts. */
export const LIMITS = {
  post: textLimit({ zh: "岗位", en: "Post" }, { maxLength: 50 }),
  holderName: textLimit({ zh: "姓名", en: "Name of the holder" }, { maxLength: 50 }),
  officePhone: textLimit({ zh: "办公电话", en: "Office telephone" }, { maxLength: 40 }),
  hours: textLimit({ zh: "接待时间", en: "Office hours" }, { maxLength: 100 }),
};
export const UNIT = { description: "所属单位。The unit it belongs to.", nullable: true };
export const COMMITTEE = {
  description: "所属委员会。The committee it belongs to.",
  nullable: true,
};
const CONSENT = {
  description:
    "本人是否同意公开姓名与电话；姓名变更后须重新征得同意。Whether the holder consents to showing name and telephone. A new name needs a new consent.",
  nullable: true,
};

@ArgsType()
export class ContactCardArgs extends PageArgs {
  @Field(() => String, optional({ description: "此地及其下级。In that place and all below it." }))
  regionCode?: string | null;
  @Field(() => ID, UNIT) organizationId?: string | null;
  @Field(() => ID, COMMITTEE) committeeId?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      "岗位或姓名中的文字，简繁皆可；不可见的姓名查不到。Text in post or name, in simplified or traditional Chinese; a masked name is not found.",
  })
  text?: string | null;
}

@InputType("MakeContactCardInput", {
  description:
    "制作连心卡；属单位或属委员会，二者择一。A contact card to make. It belongs either to a unit or to a committee.",
})
export class MakeContactCardInput extends MutationInput {
  @Field(() => ID, UNIT) organizationId?: string | null;
  @Field(() => ID, COMMITTEE) committeeId?: string | null;
  @Field(() => String, LIMITS.post) post: string;
  @Field(() => String, LIMITS.holderName) holderName: string;
  @Field(() => String, optional(LIMITS.officePhone)) officePhone?: string | null;
  @Field(() => String, optional(LIMITS.hours)) hours?: string | null;
  @Field(() => Boolean, CONSENT) consent?: boolean | null;
}

@InputType("UpdateContactCardInput", {
  description:
    "更改连心卡；未给出的不变。What to change of a contact card; what you leave out stays as it is.",
})
export class UpdateContactCardInput extends ChangeInput {
  @Field(() => String, optional(LIMITS.post)) post?: string | null;
  @Field(() => String, optional(LIMITS.holderName)) holderName?: string | null;
  @Field(() => String, optional(LIMITS.officePhone)) officePhone?: string | null;
  @Field(() => String, optional(LIMITS.hours)) hours?: string | null;
  @Field(() => Boolean, CONSENT) consent?: boolean | null;
}

@InputType("WithdrawContactCardInput", { description: "撤回连心卡。A contact card to withdraw." })
export class WithdrawContactCardInput extends ReasonedInput {}
