import { ChangeInput } from "@alliance-hub/platform/change/mutation.input";
import { Field, ID, InputType } from "type-graphql";

@InputType("SignAgreementInput", { description: "签署协议。An agreement to sign." })
export class SignAgreementInput extends ChangeInput {
  @Field(() => ID, { description: "所代表签署的一方。The party that signs." })
  organizationId: string;
}
