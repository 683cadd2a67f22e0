import { MutationInput, RecordInput } from "@alliance-hub/platform/change/mutation.input";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { TeamKind } from "./team.entity.ts";
import { TeamType } from "./team.type.ts";

@InputType("TeamFilter", { description: "队伍的筛选条件。Which teams to list." })
export class TeamFilter {
  @Field(() => String, {
    nullable: true,
    description: "此地及其下级。In that place and all below it.",
  })
  regionCode?: string | null;

  @Field(() => [TeamKind], { nullable: true, description: "类型。Kinds." })
  kinds?: TeamKind[] | null;

  @Field(() => ID, { nullable: true, description: "所属单位。Of that unit." })
  organizationId?: string | null;

  @Field(() => ID, { nullable: true, description: "所属委员会。Of that committee." })
  committeeId?: string | null;
}

@InputType("FormTeamInput", {
  description: "组建队伍；属单位或属委员会，二者择一。A team to form, of a unit or of a committee.",
})
export class FormTeamInput extends MutationInput {
  @Field(() => String, { description: "名称，1 至 100 字。Name, 1 to 100 characters." })
  name: string;

  @Field(() => TeamKind, { description: "类型。Kind." })
  kind: TeamKind;

  @Field(() => ID, { nullable: true, description: "所属单位。The unit it belongs to." })
  organizationId?: string | null;

  @Field(() => ID, { nullable: true, description: "所属委员会。The committee it belongs to." })
  committeeId?: string | null;

  @Field(() => Int, { description: "人数，1 至 1000000。How many people, 1 to 1,000,000." })
  headcount: number;

  @Field(() => [String], {
    nullable: true,
    description:
      "专长，至多 12 项，每项 1 至 30 字。What it is good at: up to 12, 1 to 30 characters each.",
  })
  specialities?: string[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "组建日期，默认今天。Day it was formed; today by default.",
  })
  formedOn?: string | null;
}

@InputType("UpdateTeamInput", {
  description: "更改队伍；未给出的不变。What to change of a team; what is left out stays.",
})
export class UpdateTeamInput extends RecordInput {
  @Field(() => ID, { description: "队伍。The team." })
  id: string;

  @Field(() => String, {
    nullable: true,
    description: "名称，1 至 100 字。Name, 1 to 100 characters.",
  })
  name?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "人数，1 至 1000000。How many people, 1 to 1,000,000.",
  })
  headcount?: number | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "专长，至多 12 项，每项 1 至 30 字。What it is good at: up to 12, 1 to 30 characters each.",
  })
  specialities?: string[] | null;
}

@ObjectType("FormTeamPayload", { description: "组建的队伍。The team that was formed." })
export class FormTeamPayload {
  @Field(() => TeamType, { description: "队伍。The team." })
  team: TeamType;
}

@ObjectType("UpdateTeamPayload", { description: "更改后的队伍。The team as changed." })
export class UpdateTeamPayload {
  @Field(() => TeamType, { description: "队伍。The team." })
  team: TeamType;
}
