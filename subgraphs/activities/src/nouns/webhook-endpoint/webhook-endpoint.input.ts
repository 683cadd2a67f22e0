import { MutationInput, RecordInput } from "@alliance-hub/platform/change/mutation.input";
import { optional } from "@alliance-hub/platform/limits/limit";
import { textLimit } from "@alliance-hub/platform/limits/text-limit";
import { ArgsType, Field, ID, InputType, ObjectType } from "type-graphql";
import { ActivityUpdateFilter } from "../activity-update/activity-update.input.ts";
import { ROBOT_SECRET } from "../../mechanisms/group-robot/robot-secret.ts";
import { MailLanguage } from "../../vocabulary/mail-language.ts";
import { WebhookKind } from "../../vocabulary/webhook-kind.ts";
import { WebhookEndpointType } from "./webhook-endpoint.type.ts";

/** What an endpoint is called. */
export const LABEL = textLimit({ zh: "名称", en: "A name" }, { maxLength: 60 });

@InputType("WebhookNoticesInput", {
  description:
    "推送本单位的哪些通知；为空的项不作限制。Which notices of the organisation are delivered. A null condition limits nothing.",
})
export class WebhookNoticesInput {
  @Field(() => [String], {
    nullable: true,
    description: "所涉记录的类型，如 Booking。Types of the records, such as Booking.",
  })
  nouns?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "通知的类型，如 CONFIRMED；见 docs/notices.md。Types of the notices, such as CONFIRMED; docs/notices.md lists them.",
  })
  types?: string[] | null;

  @Field(() => MailLanguage, {
    nullable: true,
    description:
      "文字的语言，默认简体中文。The language of the words; simplified Chinese by default.",
  })
  language?: MailLanguage | null;
}

@ArgsType()
export class WebhookEndpointArgs {
  @Field(() => ID, { description: "单位的编号。The organisation's id." }) organizationId: string;
}

@InputType("CreateWebhookEndpointInput", {
  description: "要登记的推送地址。A webhook endpoint to register.",
})
export class CreateWebhookEndpointInput extends MutationInput {
  @Field(() => ID, { description: "归属的单位。The organisation it belongs to." })
  organizationId: string;

  @Field(() => WebhookKind, {
    nullable: true,
    description:
      "推送给谁：默认是单位自己的系统，也可以是群机器人。What takes the messages: a system by default, or the robot of a group.",
  })
  kind?: WebhookKind | null;

  @Field(() => String, {
    description:
      "https 地址，须在公网上；群机器人的，照群设置中的填写。An https address on the public network; that of a robot as the group's settings show it.",
  })
  address: string;

  @Field(() => String, optional(ROBOT_SECRET))
  robotSecret?: string | null;

  @Field(() => String, optional(LABEL))
  label?: string | null;

  @Field(() => ActivityUpdateFilter, {
    nullable: true,
    description:
      "推送哪些更新，默认为全部可见的更新。Which updates; by default all that the organisation may see.",
  })
  filter?: ActivityUpdateFilter | null;

  @Field(() => WebhookNoticesInput, {
    nullable: true,
    description:
      "另外推送本单位的哪些通知；默认不推送。Which notices of the organisation are delivered, too; by default none.",
  })
  notices?: WebhookNoticesInput | null;

  @Field(() => String, {
    nullable: true,
    description:
      "从更新日志的此位置之后开始，默认自现在起。The position of the update log after which to begin; by default, now.",
  })
  after?: string | null;
}

@InputType("UpdateWebhookEndpointInput", {
  description:
    "推送地址的更改；省略的不变。Changes of an endpoint; what you leave out stays as it is.",
})
export class UpdateWebhookEndpointInput extends RecordInput {
  @Field(() => ID, { description: "推送地址。The endpoint." })
  id: string;

  @Field(() => String, { nullable: true, description: "新的地址。Another address." })
  address?: string | null;

  @Field(() => String, optional(ROBOT_SECRET))
  robotSecret?: string | null;

  @Field(() => String, optional(LABEL))
  label?: string | null;

  @Field(() => ActivityUpdateFilter, {
    nullable: true,
    description: "推送哪些更新，整体替换。Which updates; this replaces the previous filter.",
  })
  filter?: ActivityUpdateFilter | null;

  @Field(() => WebhookNoticesInput, {
    nullable: true,
    description:
      "推送哪些通知，整体替换；null 为不再推送，省略则不变。Which notices; this replaces what was set before. Null for none; left out, nothing changes.",
  })
  notices?: WebhookNoticesInput | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "启用或停用；重新启用后，未送达的从头再试。Whether it is enabled. When you enable it again, undelivered updates start again with the first attempt.",
  })
  enabled?: boolean | null;
}

@InputType("EndWebhookEndpointInput", { description: "要终止的推送地址。An endpoint to end." })
export class EndWebhookEndpointInput extends RecordInput {
  @Field(() => ID, { description: "推送地址。The endpoint." })
  id: string;
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
      "签名密钥，只显示这一次；以同一幂等键重发时为空，需要时请再换一次密钥。The signing secret, shown only this once. Null if you send the same idempotencyKey again; if you have lost the first answer, rotate the secret again.",
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
