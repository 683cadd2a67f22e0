import { MutationInput, RecordInput } from "@alliance-hub/platform/change/mutation.input";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { ActivityUpdateFilter } from "../activity-update/activity-update.input.ts";
import { WebhookEndpointType } from "./webhook-endpoint.type.ts";

@InputType("CreateWebhookEndpointInput", {
  description: "要登记的推送地址。A webhook endpoint to register.",
})
export class CreateWebhookEndpointInput extends MutationInput {
  @Field(() => ID, { description: "归属的单位。The organisation it belongs to." })
  organizationId: string;

  @Field(() => String, {
    description:
      "https 地址，须解析到公网。An https address that leads to hosts of the public network.",
  })
  address: string;

  @Field(() => String, {
    nullable: true,
    description: "名称，至多 60 字。A name, up to 60 characters.",
  })
  label?: string | null;

  @Field(() => ActivityUpdateFilter, {
    nullable: true,
    description: "推送哪些更新，默认全部可见的。Which updates; by default all that may be seen.",
  })
  filter?: ActivityUpdateFilter | null;

  @Field(() => String, {
    nullable: true,
    description:
      "从日志的此位置之后开始，默认从现在。Begin after this position of the log; by default with what happens next.",
  })
  after?: string | null;
}

@InputType("UpdateWebhookEndpointInput", {
  description: "推送地址的更改；省略的不变。Changes of an endpoint; what is left out stays.",
})
export class UpdateWebhookEndpointInput extends RecordInput {
  @Field(() => ID, { description: "推送地址。The endpoint." })
  id: string;

  @Field(() => String, { nullable: true, description: "新的地址。Another address." })
  address?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "名称，至多 60 字。A name, up to 60 characters.",
  })
  label?: string | null;

  @Field(() => ActivityUpdateFilter, {
    nullable: true,
    description: "推送哪些更新，整体替换。Which updates, in place of what was asked for before.",
  })
  filter?: ActivityUpdateFilter | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "启用或停用；重新启用后，未送达的从头再试。Enable or disable; enabled again, what was not delivered is tried anew.",
  })
  enabled?: boolean | null;
}

@InputType("RotateWebhookSecretInput", { description: "更换密钥。A secret to replace." })
export class RotateWebhookSecretInput extends RecordInput {
  @Field(() => ID, { description: "推送地址。The endpoint." })
  id: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "旧密钥同时有效的小时数，0 至 168，默认 24。Hours for which the present secret stays valid next to the new one, 0 to 168; 24 by default.",
  })
  keepHours?: number | null;
}

@InputType("EndWebhookEndpointInput", { description: "要终止的推送地址。An endpoint to end." })
export class EndWebhookEndpointInput extends RecordInput {
  @Field(() => ID, { description: "推送地址。The endpoint." })
  id: string;
}

@InputType("ReplayWebhookEndpointInput", {
  description: "从某位置起重新推送。Deliveries to make again, from a position on.",
})
export class ReplayWebhookEndpointInput extends RecordInput {
  @Field(() => ID, { description: "推送地址。The endpoint." })
  id: string;

  @Field(() => String, {
    description: "从日志的此位置之后。Behind this position of the log.",
  })
  after: string;
}

@ObjectType("WebhookSecretPayload", {
  description: "推送地址及其密钥。An endpoint and its secret.",
})
export class WebhookSecretPayload {
  @Field(() => WebhookEndpointType, { description: "推送地址。The endpoint." })
  endpoint: WebhookEndpointType;

  @Field(() => String, {
    nullable: true,
    description:
      "签名密钥，只显示这一次；以同一幂等键重发时为空，需要时请再换一次密钥。The signing secret, shown this once; null where the same idempotencyKey comes again: rotate it if the first answer was lost.",
  })
  secret: string | null;
}

@ObjectType("WebhookEndpointPayload", {
  description: "更改后的推送地址。The endpoint as it is now.",
})
export class WebhookEndpointPayload {
  @Field(() => WebhookEndpointType, { description: "推送地址。The endpoint." })
  endpoint: WebhookEndpointType;
}
