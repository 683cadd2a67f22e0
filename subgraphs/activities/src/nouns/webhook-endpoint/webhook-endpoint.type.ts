import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { ActivityKind } from "../activity/activity.entity.ts";
import { ActivityUpdateType } from "../../mechanisms/update-log/activity-update.ts";
import type { WantedNotices } from "../../mechanisms/wanted-notices/wanted-notices.ts";
import { MailLanguage } from "../../vocabulary/mail-language.ts";
import { WebhookKind } from "../../vocabulary/webhook-kind.ts";
import { WebhookEndpointState } from "./webhook-endpoint.entity.ts";

registerEnumType(WebhookEndpointState, {
  name: "WebhookEndpointState",
  description: "推送地址的状态。The state of a webhook endpoint.",
  valuesConfig: {
    ENABLED: { description: "启用。Updates are delivered." },
    DISABLED: {
      description:
        "停用，原因见 reason；重新启用后从停下处继续。Nothing is sent; reason says why. When you enable it again, deliveries continue where they stopped.",
    },
    ENDED: { description: "已终止。It has been ended for good." },
  },
});

registerEnumType(WebhookKind, {
  name: "WebhookKind",
  description: "推送给谁；以后可能增加。What takes the messages. More kinds may be added later.",
  valuesConfig: {
    WEBHOOK: { description: "单位自己的系统，收到签名的事件。A system, which gets signed events." },
    ROBOT_WECOM: { description: "企业微信群机器人。The robot of a WeCom group." },
    ROBOT_DINGTALK: { description: "钉钉群机器人。The robot of a DingTalk group." },
    ROBOT_FEISHU: { description: "飞书群机器人。The robot of a Feishu group." },
  },
});

@ObjectType("WebhookFilter", {
  description:
    "推送哪些更新；为空的项不作限制。Which updates are delivered. A null condition limits nothing.",
})
export class WebhookFilterType {
  @Field(() => ID, { nullable: true, description: "某委员会。Of a committee's calendar." })
  committeeId?: string | null;

  @Field(() => String, { nullable: true, description: "此地及其下级。In a region or below it." })
  regionCode?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "某单位主办或参加。Of activities that an organisation hosts or takes part in.",
  })
  organizationId?: string | null;

  @Field(() => [ActivityKind], { nullable: true, description: "活动类型之一。Kinds of activity." })
  kinds?: ActivityKind[] | null;

  @Field(() => [ActivityUpdateType], {
    nullable: true,
    description: "更新类型之一。Types of update.",
  })
  types?: ActivityUpdateType[] | null;
}

@ObjectType("WebhookNotices", {
  description:
    "推送本单位的哪些通知；为空的项不作限制。Which notices of the organisation are delivered. A null condition limits nothing.",
})
export class WebhookNoticesType {
  @Field(() => [String], {
    nullable: true,
    description: "所涉记录的类型。Types of the records.",
  })
  nouns?: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: "通知的类型。Types of the notices." })
  types?: readonly string[] | null;

  @Field(() => MailLanguage, { description: "文字的语言。The language of the words." })
  language: MailLanguage;
}

@ObjectType("WebhookEndpoint", {
  description:
    "推送地址：更新由枢纽推送到单位自己的系统。An address of an organisation's own system to which updates are delivered.",
})
export class WebhookEndpointType {
  @Field(() => ID, { description: "编号。Id." })
  id: string;

  @Field(() => WebhookKind, {
    description:
      "推送给谁。群机器人收到的是文字消息，每分钟至多 20 条，较多时合为一条。What takes the messages. The robot of a group gets texts, at most 20 a minute; more are joined into one.",
  })
  kind: WebhookKind;

  @Field(() => String, { description: "地址。The address." })
  address: string;

  @Field(() => String, {
    nullable: true,
    description: "名称，便于识别。A name to recognise it by.",
  })
  label: string | null;

  @Field(() => WebhookFilterType, { description: "推送哪些更新。Which updates are delivered." })
  filter: WebhookFilterType;

  @Field(() => WebhookNoticesType, {
    nullable: true,
    description:
      "推送本单位的哪些通知；不推送则为空。Which notices of the organisation are delivered; null for none.",
  })
  notices: WantedNotices | null;

  @Field(() => WebhookEndpointState, { description: "状态。State." })
  state: WebhookEndpointState;

  @Field(() => String, {
    nullable: true,
    description: "停用或终止的原因。Why it is disabled or has been ended.",
  })
  reason: string | null;

  @Field(() => DateTimeScalar, { description: "何时进入此状态。Since when it has had this state." })
  stateSince: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "自何时起推送失败；最近一次成功则为空。Since when deliveries have failed; null if the last one succeeded.",
  })
  failingSince: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "何时发现更新日志已不含停用期间的全部更新；为此请重新读取全部活动。再次启用时清除。When the hub found that the update log no longer has all updates since deliveries stopped. Read all activities again. Cleared when the endpoint is enabled the next time.",
  })
  missedAt: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "更换密钥后，旧密钥同时有效至何时。Until when the previous secret stays valid after a change of secret.",
  })
  previousSecretUntil: Date | null;

  @Field(() => Int, {
    description: "版本，用于防止覆盖他人更改。Version, for the optimistic lock.",
  })
  version: number;

  @Field(() => DateTimeScalar, { description: "登记时间。When it was entered." })
  createdAt: Date;

  @Field(() => DateTimeScalar, { description: "最近更改时间。When it was last changed." })
  updatedAt: Date;
}

export const WebhookEndpointConnection = connectionOf(
  "WebhookEndpoint",
  () => WebhookEndpointType,
  { zh: "推送地址", en: "webhook endpoints" },
);
