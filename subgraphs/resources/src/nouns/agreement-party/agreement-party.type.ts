import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Field, ObjectType } from "type-graphql";

@ObjectType("AgreementParty", {
  description: "协议一方及其签署。One side of an agreement, with its signature.",
})
export class AgreementPartyType {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "签署时间；未签为空。When it signed; null before.",
  })
  signedAt: Date | null;
}
