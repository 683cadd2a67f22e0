import { RecordInput } from "@alliance-hub/platform/change/mutation.input";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { Field, ID, InputType } from "type-graphql";

@InputType("MergeOrganizationsInput", {
  description:
    "合并单位；版本指并入后的单位的。Two organisations to become one; the version is that of the one that is left.",
})
export class MergeOrganizationsInput extends RecordInput {
  @Field(() => ID, { description: "被并入的单位。The one that is merged into the other." })
  fromId: string;
  @Field(() => ID, { description: "并入后的单位。The one that is left." }) intoId: string;
  @Field(() => String, REASON) reason: string;
}
