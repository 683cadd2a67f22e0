import { PlaceFilter } from "@alliance-hub/platform/noun/place-filter.input";
import { ChangeInput, MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { optional } from "@alliance-hub/platform/limits/limit";
import { REASON, textLimit } from "@alliance-hub/platform/limits/text-limit";
import { RegionLevel } from "@alliance-hub/sharing/place";
import { Field, ID, InputType } from "type-graphql";
import { OrganizationKind } from "../../vocabulary/organization-kind.ts";
import { OrganizationState } from "./organization.entity.ts";

/** What the inputs of an organisation take. */
export const LIMITS = {
  name: textLimit({ zh: "名称", en: "Name" }, { maxLength: 100 }),
  brand: textLimit({ zh: "品牌", en: "Profile line" }, { maxLength: 100 }),
};

@InputType("OrganizationFilter", { description: "单位的筛选条件。Which organisations to list." })
export class OrganizationFilter extends PlaceFilter {
  @Field(() => String, {
    nullable: true,
    description:
      "名称、曾用名或品牌中的文字，简繁皆可。Text in name, former names or brand, in simplified or traditional Chinese.",
  })
  text?: string | null;
  @Field(() => [OrganizationKind], { nullable: true, description: "类型。Kinds." })
  kinds?: OrganizationKind[] | null;
  @Field(() => [RegionLevel], {
    nullable: true,
    description: "所在地的层级。Level of the place where it is.",
  })
  regionLevels?: RegionLevel[] | null;
  @Field(() => [OrganizationState], {
    nullable: true,
    description: "状态，默认仅在册的。States; only active ones by default.",
  })
  states?: OrganizationState[] | null;
}

@InputType("RegisterOrganizationInput", { description: "登记单位。An organisation to register." })
export class RegisterOrganizationInput extends MutationInput {
  @Field(() => String, LIMITS.name) name: string;
  @Field(() => OrganizationKind, { description: "类型。Kind." }) kind: OrganizationKind;
  @Field(() => String, { description: "所在地代码。Code of the place where it is." })
  regionCode: string;
  @Field(() => String, {
    nullable: true,
    description: "统一社会信用代码。Unified social credit code.",
  })
  creditCode?: string | null;
  @Field(() => ID, { nullable: true, description: "上级单位。The organisation above it." })
  parentId?: string | null;
  @Field(() => String, optional(LIMITS.brand)) brand?: string | null;
}

@InputType("UpdateOrganizationInput", {
  description:
    "更改单位；未给出的不变。What to change of an organisation; what you leave out stays as it is.",
})
export class UpdateOrganizationInput extends ChangeInput {
  @Field(() => String, optional(LIMITS.name)) name?: string | null;
  @Field(() => String, optional(LIMITS.brand)) brand?: string | null;
}

@InputType("RenameOrganizationInput", {
  description:
    "单位更名；原名称成为曾用名。A new name of an organisation; the old one becomes a former name.",
})
export class RenameOrganizationInput extends ChangeInput {
  @Field(() => String, LIMITS.name) name: string;
  @Field(() => String, optional(REASON)) reason?: string | null;
}
