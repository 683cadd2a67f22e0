import { RecordInput } from "@alliance-hub/platform/change/mutation.input";
import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Field, ID, InputType } from "type-graphql";

@InputType("ReplayWebhookEndpointInput", {
  description: "从某位置起重新推送。Deliveries to repeat, from a position on.",
})
export class ReplayWebhookEndpointInput extends RecordInput {
  @Field(() => ID, { description: "推送地址。The endpoint." })
  id: string;

  @Field(() => String, {
    nullable: true,
    description:
      "从更新日志的此位置之后；与 since 二者必填其一。After this position of the update log. Give either this or `since`.",
  })
  after?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "自此时起发生的更新，以日志尚存的为限；与 after 二者必填其一。What has happened since then, as far as the log still has it. Give either this or `after`.",
  })
  since?: Date | null;
}
