import { ChangeInput, MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { textLimit } from "@alliance-hub/platform/limits/text-limit";
import { Field, ID, InputType } from "type-graphql";

/** What the inputs of a liaison take. */
export const LIMITS = { name: textLimit({ zh: "姓名", en: "Name" }, { maxLength: 50 }) };

@InputType("NameLiaisonInput", { description: "指定联络员。A person who will act for a unit." })
export class NameLiaisonInput extends MutationInput {
  @Field(() => ID, { description: "单位。The unit." }) organizationId: string;
  @Field(() => String, { description: "此人的登录标识。The sign-in this person uses." })
  subject: string;
  @Field(() => String, LIMITS.name) name: string;
}

@InputType("UpdateLiaisonInput", {
  description:
    "更正联络员的姓名；换人请另行指定。The name of a liaison to correct. Another person is named as one.",
})
export class UpdateLiaisonInput extends ChangeInput {
  @Field(() => String, LIMITS.name) name: string;
}

@InputType("EndLiaisonInput", { description: "联络员卸任。A liaison to end." })
export class EndLiaisonInput extends ChangeInput {}
