import { ChangeInput } from "@alliance-hub/platform/change/mutation.input";
import { ReasonedInput } from "@alliance-hub/platform/change/reasoned.input";
import { optional } from "@alliance-hub/platform/limits/limit";
import { textLimit } from "@alliance-hub/platform/limits/text-limit";
import { OwnedInput, OwnerFilter } from "@alliance-hub/platform/noun/owner";
import { ArgsType, Field, InputType } from "type-graphql";

/** What the inputs of a contact card take. A mobile number is rejected, as in all public texts. */
export const LIMITS = {
  post: textLimit({ zh: "岗位", en: "Post" }, { maxLength: 50 }),
  holderName: textLimit({ zh: "姓名", en: "Name of the holder" }, { maxLength: 50 }),
  officePhone: textLimit({ zh: "办公电话", en: "Office telephone" }, { maxLength: 40 }),
  hours: textLimit({ zh: "接待时间", en: "Office hours" }, { maxLength: 100 }),
};
const CONSENT = optional({
  description:
    "本人是否同意公开姓名与电话；姓名变更后须重新征得同意。Whether the holder consents to showing name and telephone. A new name needs a new consent.",
});
const TEXT = optional({
  description:
    "岗位或姓名中的文字，简繁皆可；不可见的姓名查不到。Text in post or name, in simplified or traditional Chinese; a masked name is not found.",
});

@ArgsType()
export class ContactCardFilter extends OwnerFilter {
  @Field(() => String, TEXT) text?: string | null;
}

@InputType("MakeContactCardInput", {
  description:
    "制作连心卡；属单位或属委员会，二者择一。A contact card to make. It belongs either to a unit or to a committee.",
})
export class MakeContactCardInput extends OwnedInput {
  @Field(() => String, LIMITS.post) post: string;
  @Field(() => String, LIMITS.holderName) holderName: string;
  @Field(() => String, optional(LIMITS.officePhone)) officePhone?: string | null;
  @Field(() => String, optional(LIMITS.hours)) hours?: string | null;
  @Field(() => Boolean, CONSENT) consent?: boolean | null;
}

@InputType("UpdateContactCardInput", {
  description:
    "更改连心卡；未给出的不变，办公电话与接待时间给 null 即删去。What to change of a contact card; what you leave out stays as it is. Telephone and hours that are given as null are removed.",
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
