import { OwnedInput, OwnerFilter } from "@alliance-hub/platform/noun/owner";
import { ChangeInput } from "@alliance-hub/platform/change/mutation.input";
import { countLimit } from "@alliance-hub/platform/limits/count-limit";
import { optional } from "@alliance-hub/platform/limits/limit";
import { textLimit, textsLimit } from "@alliance-hub/platform/limits/text-limit";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Field, InputType, Int } from "type-graphql";
import { TeamKind } from "./team.entity.ts";

/** What the inputs of a team take. */
export const LIMITS = {
  name: textLimit({ zh: "名称", en: "Name" }, { maxLength: 100 }),
  headcount: countLimit({ zh: "人数", en: "How many people" }),
  specialities: textsLimit(
    { zh: "专长", en: "What it is good at" },
    { mostEntries: 12, maxLength: 30 },
  ),
};

@InputType("TeamFilter", { description: "队伍的筛选条件。Which teams to list." })
export class TeamFilter extends OwnerFilter {
  @Field(() => [TeamKind], { nullable: true, description: "类型。Kinds." })
  kinds?: TeamKind[] | null;
}

@InputType("FormTeamInput", {
  description:
    "组建队伍；属单位或属委员会，二者择一。A team to form. It belongs either to a unit or to a committee.",
})
export class FormTeamInput extends OwnedInput {
  @Field(() => String, LIMITS.name) name: string;
  @Field(() => TeamKind, { description: "类型。Kind." }) kind: TeamKind;
  @Field(() => Int, LIMITS.headcount) headcount: number;
  @Field(() => [String], optional(LIMITS.specialities)) specialities?: string[] | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "组建日期，默认今天。Day it was formed; today by default.",
  })
  formedOn?: string | null;
}

@InputType("UpdateTeamInput", {
  description:
    "更改队伍；未给出的不变。What to change of a team; what you leave out stays as it is.",
})
export class UpdateTeamInput extends ChangeInput {
  @Field(() => String, optional(LIMITS.name)) name?: string | null;
  @Field(() => TeamKind, { nullable: true, description: "类型。Kind." }) kind?: TeamKind | null;
  @Field(() => DateScalar, { nullable: true, description: "组建日期。Day it was formed." })
  formedOn?: string | null;
  @Field(() => Int, optional(LIMITS.headcount)) headcount?: number | null;
  @Field(() => [String], optional(LIMITS.specialities)) specialities?: string[] | null;
}
