import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { ActivityUpdateType } from "../../mechanisms/update-log/activity-update.ts";
import { WebhookDeliveryState } from "../../mechanisms/delivery-queue/delivery.ts";

registerEnumType(WebhookDeliveryState, {
  name: "WebhookDeliveryState",
  description: "推送的状态。The state of a delivery.",
  valuesConfig: {
    PENDING: { description: "待推送或待重试。Not delivered yet; it will be tried." },
    DELIVERED: { description: "已送达。The receiver has answered with success." },
    WITHHELD: {
      description:
        "未推送：轮到推送时，单位已无权查看该活动。Not sent: when its turn came, the organisation could no longer see the activity.",
    },
    GIVEN_UP: { description: "已放弃。It will not be tried again." },
  },
});

@ObjectType("WebhookDelivery", {
  description:
    "一次推送：一条更新、一条通知，或一次测试。One update or notice that is delivered to an endpoint, or a test.",
})
export class WebhookDeliveryType {
  @Field(() => ID, {
    description:
      "编号；每次尝试的 webhook-id 均为此编号。Id, sent as `webhook-id` with every attempt.",
  })
  id: string;

  @Field(() => ActivityUpdateType, {
    nullable: true,
    description: "更新类型；测试和通知则为空。What happened; null for a test and for a notice.",
  })
  updateType: ActivityUpdateType | null;

  @Field(() => WebhookDeliveryState, { description: "状态。State." })
  state: WebhookDeliveryState;

  @Field(() => DateTimeScalar, { description: "何时列入待推送。When it was put into the queue." })
  createdAt: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "何时了结；待推送则为空。When it was finished; null while it is pending.",
  })
  finishedAt: Date | null;
}

@ObjectType("WebhookAttempt", {
  description: "一次推送尝试。One attempt to deliver.",
})
export class WebhookAttemptType {
  @Field(() => Int, { description: "第几次，从 1 起。Number of the attempt, from 1." })
  number: number;

  @Field(() => DateTimeScalar, { description: "时间。When it was made." })
  at: Date;

  @Field(() => Int, {
    nullable: true,
    description: "对方的 HTTP 状态码；无答复则为空。The HTTP status; null if there was no answer.",
  })
  status: number | null;

  @Field(() => Int, { description: "用时，毫秒。How long it took, in milliseconds." })
  durationMs: number;

  @Field(() => String, {
    nullable: true,
    description: "失败的原因；成功则为空。Why it failed; null if it succeeded.",
  })
  error: string | null;
}

export const WebhookDeliveryConnection = connectionOf(
  "WebhookDelivery",
  () => WebhookDeliveryType,
  { zh: "推送", en: "deliveries" },
);
