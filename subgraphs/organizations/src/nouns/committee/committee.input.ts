import { MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { CommitteeLevel } from "./committee.entity.ts";
import { CommitteeType } from "./committee.type.ts";

@InputType("EstablishCommitteeInput", {
  description: "成立委员会及其首届任期。A committee to establish, with its first term.",
})
export class EstablishCommitteeInput extends MutationInput {
  @Field(() => String, { description: "名称，1 至 100 字。Name, 1 to 100 characters." })
  name: string;

  @Field(() => CommitteeLevel, { description: "层级，与所在地一致。Level, that of the place." })
  level: CommitteeLevel;

  @Field(() => String, { description: "所在地代码。Code of the place." })
  regionCode: string;

  @Field(() => ID, { description: "依托的党组织。The party organisation it stands on." })
  organizationId: string;

  @Field(() => ID, { nullable: true, description: "上级委员会。The committee above it." })
  parentId?: string | null;

  @Field(() => Int, { description: "届次，1 起。Number of the term, from 1." })
  termNumber: number;

  @Field(() => DateScalar, { description: "任期起。First day of the term." })
  termStartsOn: string;

  @Field(() => DateScalar, { description: "任期止。Last day of the term." })
  termEndsOn: string;

  @Field(() => [String], {
    nullable: true,
    description: "工作主题，至多 12 个。Labels for its work, up to 12.",
  })
  themes?: string[] | null;
}

@ObjectType("EstablishCommitteePayload", {
  description: "成立的委员会。The committee established.",
})
export class EstablishCommitteePayload {
  @Field(() => CommitteeType, { description: "委员会。The committee." })
  committee: CommitteeType;
}
