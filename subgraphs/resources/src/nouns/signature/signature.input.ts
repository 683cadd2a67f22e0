import { RecordInput } from "@alliance-hub/platform/change/mutation.input";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { AgreementType } from "../agreement/agreement.type.ts";

@InputType("SignAgreementInput", { description: "签署协议。An agreement to sign." })
export class SignAgreementInput extends RecordInput {
  @Field(() => ID, { description: "协议。The agreement." })
  id: string;

  @Field(() => ID, { description: "所代表签署的一方。The party that signs." })
  organizationId: string;
}

@ObjectType("SignAgreementPayload", {
  description: "签署后的协议。The agreement with the signature.",
})
export class SignAgreementPayload {
  @Field(() => AgreementType, { description: "协议。The agreement." })
  agreement: AgreementType;
}
