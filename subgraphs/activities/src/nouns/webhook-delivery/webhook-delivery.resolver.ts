import { field, fields } from "@alliance-hub/platform/noun/fields";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import type { Page } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Arg, Args, Ctx, FieldResolver, ID, Resolver, Root } from "type-graphql";
import { ActivityType } from "../activity/activity.type.ts";
import { WebhookDeliveryState } from "../../mechanisms/delivery-queue/delivery.ts";
import type { WebhookEndpointRow } from "../webhook-endpoint/webhook-endpoint.loaders.ts";
import { WebhookEndpointType } from "../webhook-endpoint/webhook-endpoint.type.ts";
import * as inputs from "./webhook-delivery.input.ts";
import type { WebhookDeliveryContext, WebhookDeliveryRow } from "./webhook-delivery.loaders.ts";
import * as service from "./webhook-delivery.service.ts";
import {
  WebhookAttemptType,
  WebhookDeliveryConnection,
  WebhookDeliveryType,
} from "./webhook-delivery.type.ts";

export const WebhookDeliveryFields = fields<WebhookDeliveryRow, WebhookDeliveryContext>(
  () => WebhookDeliveryType,
  {
    updateId: field(
      () => ID,
      {
        nullable: true,
        description:
          "更新的编号；测试和通知则为空。Id of the update; null for a test and for a notice.",
      },
      ({ ofNotice, updateId }) => (ofNotice ? null : updateId),
    ),
    noticeId: field(
      () => ID,
      {
        nullable: true,
        description: "通知的编号；其他则为空。Id of the notice; null for anything else.",
      },
      ({ ofNotice, updateId }) => (ofNotice ? updateId : null),
    ),
    activity: field(
      () => ActivityType,
      {
        nullable: true,
        description:
          "该项活动的现状；测试或已不可见则为空。The activity as it is now; null for a test, and if you may no longer see it.",
      },
      ({ activityId: id }, { activities }) => (id === null ? null : activities.byId.load(id)),
    ),
    nextAttemptAt: field(
      () => DateTimeScalar,
      {
        nullable: true,
        description:
          "最早何时再试；已了结则为空。The earliest time of the next attempt; null when it is finished.",
      },
      ({ state, dueAt }) => (state === "PENDING" ? dueAt : null),
    ),
    attempts: field(
      () => [WebhookAttemptType],
      { description: "各次尝试，先做的在前。The attempts, the first one first." },
      ({ id }, { webhookDeliveries }) => webhookDeliveries.attempts.load(id),
    ),
  },
);

export const WebhookDeliveryMutations = mutations(
  { payload: inputs.WebhookDeliveryPayload, field: "delivery" },
  { inputs, service },
  {
    testWebhookEndpoint:
      "立即发出一次测试推送，答复其结果；不重试。Sends a test delivery at once and returns its result. It is not retried.",
    redeliverWebhook:
      "重新推送一次，或让待重试的立即再试。Repeats one delivery. If it is waiting for its next attempt, the attempt is made at once.",
    giveUpWebhookDelivery:
      "放弃一次待推送的更新，同一活动其后的更新不再等待。Gives up a pending delivery; later updates of its activity no longer wait for it.",
  },
);

/** An endpoint's deliveries: a field of `WebhookEndpoint` that belongs to this noun. */
@Resolver(() => WebhookEndpointType)
export class EndpointDeliveriesResolver {
  @FieldResolver(() => WebhookDeliveryConnection, {
    description: "推送记录，新的在前。Its deliveries, newest first.",
  })
  async deliveries(
    @Root() endpoint: WebhookEndpointRow,
    @Arg("states", () => [WebhookDeliveryState], {
      nullable: true,
      description: "仅限这些状态；省略则不限。Only in these states; in any state if left out.",
    })
    states: WebhookDeliveryState[] | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: WebhookDeliveryContext,
  ): Promise<Page<WebhookDeliveryRow>> {
    const pages = context.webhookDeliveries.ofEndpoint(states ?? null);
    return await pages.page(endpoint.id, page);
  }
}
