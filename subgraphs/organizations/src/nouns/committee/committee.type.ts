import { RecordType } from "@alliance-hub/platform/noun/record.type";
import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Directive, Field, ObjectType, registerEnumType } from "type-graphql";
import { FormerName } from "@alliance-hub/platform/noun/former-name.type";
import { CommitteeKind, CommitteeLevel } from "./committee.entity.ts";

registerEnumType(CommitteeLevel, {
  name: "CommitteeLevel",
  description: "委员会层级。Levels of committees.",
  valuesConfig: {
    DISTRICT: {
      description: "区级联席会议、领导小组。Joint meeting or leading group of a district.",
    },
    STREET: { description: "街道大工委。Joint committee of a street." },
    COMMUNITY: { description: "社区大党委。Joint committee of a community." },
  },
});

registerEnumType(CommitteeKind, {
  name: "CommitteeKind",
  description: "委员会类型。Kinds of committees.",
  valuesConfig: {
    JOINT_COMMITTEE: { description: "大工委、大党委。Joint committee." },
    JOINT_MEETING: { description: "联席会议。Joint meeting." },
    LEADING_GROUP: { description: "领导小组。Leading group." },
    WORKING_GROUP: { description: "专班。Working group for one piece of work." },
  },
});

@ObjectType("Committee", { description: "联席会议、大工委、大党委。A joint committee." })
@Directive('@key(fields: "id")')
export class CommitteeType extends RecordType {
  @Field(() => String, { description: "名称。Name." }) name: string;
  @Field(() => CommitteeLevel, { description: "层级。Level." }) level: CommitteeLevel;
  @Field(() => CommitteeKind, { description: "类型。Kind." }) kind: CommitteeKind;
  @Field(() => Boolean, { description: "是否示范点。Whether it is marked as a model for others." })
  demonstration: boolean;
  @Field(() => [String], { description: "工作主题（如六联、五联）。Its own labels for its work." })
  themes: string[];
  @Field(() => DateScalar, { description: "成立日期。Day it was established." })
  establishedOn: string;
  @Field(() => [FormerName], {
    description:
      "曾用名，先用的在前；也可据此查找。Former names, oldest first; it is found by them, too.",
  })
  formerNames: FormerName[];
}

export const CommitteeConnection = connectionOf("Committee", () => CommitteeType, {
  zh: "委员会",
  en: "committees",
});
