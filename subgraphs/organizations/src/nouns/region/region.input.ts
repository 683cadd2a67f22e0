import { MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { RegionLevel } from "@alliance-hub/sharing/place";
import { Field, InputType } from "type-graphql";
import { OrganizationKind } from "../../vocabulary/organization-kind.ts";

@InputType("RegionFilter", { description: "行政区划的筛选条件。Which regions to list." })
export class RegionFilter {
  @Field(() => String, {
    nullable: true,
    description: "此地及其下级。That place and all below it.",
  })
  within?: string | null;
  @Field(() => [RegionLevel], { nullable: true, description: "层级。Levels." })
  levels?: RegionLevel[] | null;
  @Field(() => OrganizationKind, {
    nullable: true,
    description:
      "有此类组织服务的，如有业委会的小区。Those served by an organisation of this kind.",
  })
  servedByKind?: OrganizationKind | null;
}

@InputType("AddRegionInput", { description: "登记一个行政区划。A place to add to the tree." })
export class AddRegionInput extends MutationInput {
  @Field(() => String, { description: "代码，1 至 40 位。Code, 1 to 40 characters." }) code: string;
  @Field(() => String, { description: "名称。Name." }) name: string;
  @Field(() => RegionLevel, { description: "层级，须低于上级。Level, below the parent's." })
  level: RegionLevel;
  @Field(() => String, {
    nullable: true,
    description: "上级代码；最上级没有。Code of the place above; the topmost has none.",
  })
  parentCode?: string | null;
}
