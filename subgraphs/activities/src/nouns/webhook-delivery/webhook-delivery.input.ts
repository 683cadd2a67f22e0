import { MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { WebhookDeliveryType } from "./webhook-delivery.type.ts";

@InputType("TestWebhookEndpointInput", { description: "测试推送。A test delivery to send." })
export class TestWebhookEndpointInput extends MutationInput {
  @Field(() => ID, { description: "推送地址。The endpoint." })
  id: string;
}

@InputType("RedeliverWebhookInput", { description: "重新推送。A delivery to repeat." })
export class RedeliverWebhookInput extends MutationInput {
  @Field(() => ID, { description: "推送。The delivery." })
  id: string;
}

@InputType("GiveUpWebhookDeliveryInput", { description: "放弃推送。A delivery to give up." })
export class GiveUpWebhookDeliveryInput extends MutationInput {
  @Field(() => ID, { description: "推送。The delivery." })
  id: string;
}

@ObjectType("WebhookDeliveryPayload", { description: "推送的现状。The delivery as it is now." })
export class WebhookDeliveryPayload {
  @Field(() => WebhookDeliveryType, { description: "推送。The delivery." })
  delivery: WebhookDeliveryType;
}
