import { PlaceFilter } from "@alliance-hub/platform/noun/place-filter.input";
import { ChangeInput, MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { countLimit } from "@alliance-hub/platform/limits/count-limit";
import { optional } from "@alliance-hub/platform/limits/limit";
import { textLimit, textsLimit } from "@alliance-hub/platform/limits/text-limit";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Field, ID, InputType, Int } from "type-graphql";
import { CommitteeKind, CommitteeLevel } from "./committee.entity.ts";

/** What the inputs of a committee take. */
export const LIMITS = {
  name: textLimit({ zh: "名称", en: "Name" }, { maxLength: 100 }),
  termNumber: countLimit({ zh: "届次", en: "Number of the term" }, { most: 99 }),
  themes: textsLimit(
    { zh: "工作主题", en: "Labels for its work" },
    { mostEntries: 12, maxLength: 30 },
  ),
};

@InputType("CommitteeFilter", { description: "委员会的筛选条件。Which committees to list." })
export class CommitteeFilter extends PlaceFilter {
  @Field(() => String, {
    nullable: true,
    description: "名称中的文字，简繁皆可。Text in the name, in simplified or traditional Chinese.",
  })
  text?: string | null;
  @Field(() => [CommitteeLevel], { nullable: true, description: "层级。Levels." })
  levels?: CommitteeLevel[] | null;
  @Field(() => [CommitteeKind], { nullable: true, description: "类型。Kinds." })
  kinds?: CommitteeKind[] | null;
}

@InputType("EstablishCommitteeInput", {
  description: "成立委员会及其首届任期。A committee to establish, with its first term.",
})
export class EstablishCommitteeInput extends MutationInput {
  @Field(() => String, LIMITS.name) name: string;
  @Field(() => CommitteeLevel, { description: "层级，与所在地一致。Level, that of the place." })
  level: CommitteeLevel;
  @Field(() => CommitteeKind, {
    nullable: true,
    description:
      "类型；省略时区级为联席会议，其余为大工委、大党委。Kind; if left out, a joint meeting for a district, otherwise a joint committee.",
  })
  kind?: CommitteeKind | null;
  @Field(() => String, { description: "所在地代码。Code of the place." }) regionCode: string;
  @Field(() => ID, { description: "依托的党组织。The party organisation that it belongs to." })
  organizationId: string;
  @Field(() => ID, { nullable: true, description: "上级委员会。The committee above it." })
  parentId?: string | null;
  @Field(() => Int, LIMITS.termNumber) termNumber: number;
  @Field(() => DateScalar, { description: "任期起。First day of the term." }) termStartsOn: string;
  @Field(() => DateScalar, { description: "任期止。Last day of the term." }) termEndsOn: string;
  @Field(() => [String], optional(LIMITS.themes)) themes?: string[] | null;
}

@InputType("UpdateCommitteeInput", {
  description:
    "更改委员会；未给出的不变。What to change of a committee; what you leave out stays as it is.",
})
export class UpdateCommitteeInput extends ChangeInput {
  @Field(() => String, optional(LIMITS.name)) name?: string | null;
  @Field(() => ID, {
    nullable: true,
    description:
      "上级委员会；给 null 则不再有上级。The committee above it; null takes it out from below the present one.",
  })
  parentId?: string | null;
  @Field(() => [String], optional(LIMITS.themes)) themes?: string[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "是否示范点。Whether it is marked as a model for others.",
  })
  demonstration?: boolean | null;
}
