import { MutationInput, RecordInput } from "@alliance-hub/platform/change/mutation.input";
import { RegionLevel } from "@alliance-hub/sharing/place";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { OrganizationKind } from "./organization.entity.ts";
import { OrganizationType } from "./organization.type.ts";

@InputType("OrganizationFilter", { description: "单位的筛选条件。Which organisations to list." })
export class OrganizationFilter {
  @Field(() => String, {
    nullable: true,
    description: "名称或品牌中的文字，简繁皆可。Text in name or brand, in either script.",
  })
  text?: string | null;

  @Field(() => [OrganizationKind], { nullable: true, description: "类型。Kinds." })
  kinds?: OrganizationKind[] | null;

  @Field(() => String, {
    nullable: true,
    description: "此地及其下级。In that place and all below it.",
  })
  regionCode?: string | null;

  @Field(() => [RegionLevel], {
    nullable: true,
    description: "所在地的层级。Level of the place where it is.",
  })
  regionLevels?: RegionLevel[] | null;
}

@InputType("RegisterOrganizationInput", { description: "登记单位。An organisation to register." })
export class RegisterOrganizationInput extends MutationInput {
  @Field(() => String, { description: "名称，1 至 100 字。Name, 1 to 100 characters." })
  name: string;

  @Field(() => OrganizationKind, { description: "类型。Kind." })
  kind: OrganizationKind;

  @Field(() => String, { description: "所在地代码。Code of the place where it is." })
  regionCode: string;

  @Field(() => String, {
    nullable: true,
    description: "统一社会信用代码。Unified social credit code.",
  })
  creditCode?: string | null;

  @Field(() => ID, { nullable: true, description: "上级单位。The organisation above it." })
  parentId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "品牌，至多 100 字。Profile line, up to 100 characters.",
  })
  brand?: string | null;
}

@InputType("UpdateOrganizationInput", {
  description: "更改单位；未给出的不变。What to change of an organisation; what is left out stays.",
})
export class UpdateOrganizationInput extends RecordInput {
  @Field(() => ID, { description: "单位。The organisation." })
  id: string;

  @Field(() => String, { nullable: true, description: "名称。Name." })
  name?: string | null;

  @Field(() => String, { nullable: true, description: "品牌。Profile line." })
  brand?: string | null;
}

@ObjectType("RegisterOrganizationPayload", {
  description: "登记的单位。The organisation registered.",
})
export class RegisterOrganizationPayload {
  @Field(() => OrganizationType, { description: "单位。The organisation." })
  organization: OrganizationType;
}

@ObjectType("UpdateOrganizationPayload", {
  description: "更改后的单位。The organisation as changed.",
})
export class UpdateOrganizationPayload {
  @Field(() => OrganizationType, { description: "单位。The organisation." })
  organization: OrganizationType;
}
