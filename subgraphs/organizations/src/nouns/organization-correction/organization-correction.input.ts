import { ReasonedInput } from "@alliance-hub/platform/change/reasoned.input";
import { Field, ID, InputType } from "type-graphql";
import { OrganizationKind } from "../../vocabulary/organization-kind.ts";

@InputType("CorrectOrganizationInput", {
  description:
    "更正单位，须说明原因；未给出的不变。What to correct of an organisation, and why; what you leave out stays as it is.",
})
export class CorrectOrganizationInput extends ReasonedInput {
  @Field(() => OrganizationKind, { nullable: true, description: "类型。Kind." })
  kind?: OrganizationKind | null;
  @Field(() => String, {
    nullable: true,
    description: "所在地代码。Code of the place where it is.",
  })
  regionCode?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "统一社会信用代码；null 为没有。Unified social credit code; null if it has none.",
  })
  creditCode?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: "上级单位；null 为没有。The organisation above it; null if there is none.",
  })
  parentId?: string | null;
}
