import { RecordInput } from "@alliance-hub/platform/change/mutation.input";
import { countLimit } from "@alliance-hub/platform/limits/count-limit";
import { Field, ID, InputType, Int } from "type-graphql";

export const DEFAULT_KEEP_HOURS = 24;

/** Hours for which the previous secret stays valid together with the new one. */
export const KEEP_HOURS = countLimit(
  { zh: "旧密钥同时有效的小时数", en: "Hours for which the previous secret stays valid" },
  { least: 0, most: 168 },
);

@InputType("RotateWebhookSecretInput", { description: "更换密钥。A secret to replace." })
export class RotateWebhookSecretInput extends RecordInput {
  @Field(() => ID, { description: "推送地址。The endpoint." })
  id: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "旧密钥同时有效的小时数，0 至 168，默认 24。How many hours the old secret stays valid, 0 to 168; 24 by default.",
  })
  keepHours?: number | null;
}
