import { RecordType } from "@alliance-hub/platform/noun/record.type";
import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Directive, Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { TeamKind } from "./team.entity.ts";

registerEnumType(TeamKind, {
  name: "TeamKind",
  description: "队伍类型。Kinds of team.",
  valuesConfig: {
    DISTRICT_SQUAD: { description: "区级突击队。Squad of a district." },
    UNIT_SQUAD: { description: "单位服务队。Squad of a unit." },
    PROFESSIONAL: { description: "专业队。Professional team." },
    WORKING_GROUP: { description: "工作组。Working group." },
    VOLUNTEER: { description: "志愿服务队。Volunteer team." },
  },
});

@ObjectType("Team", {
  description: "志愿服务队、突击队。A unit's or committee's volunteer or professional team.",
})
@Directive('@key(fields: "id")')
export class TeamType extends RecordType {
  @Field(() => String, { description: "名称。Name." }) name: string;
  @Field(() => TeamKind, { description: "类型。Kind." }) kind: TeamKind;
  @Field(() => Int, {
    description: "人数，只计数，不列名。How many people: a number, never a list of names.",
  })
  headcount: number;
  @Field(() => [String], { description: "专长。What it is good at." }) specialities: string[];
  @Field(() => DateScalar, { description: "组建日期。Day it was formed." }) formedOn: string;
}

export const TeamConnection = connectionOf("Team", () => TeamType, { zh: "队伍", en: "teams" });
