import { mutations } from "@alliance-hub/platform/noun/mutations";
import { WebhookEndpointPayload } from "../webhook-endpoint/webhook-endpoint.input.ts";
import * as inputs from "./webhook-replay.input.ts";
import * as service from "./webhook-replay.service.ts";

export const WebhookReplayMutations = mutations(
  { payload: WebhookEndpointPayload, field: "endpoint" },
  { inputs, service },
  {
    replayWebhookEndpoint:
      "从更新日志的某个位置起重新推送。Sends again everything in the update log after a position that the organisation may still see.",
  },
);
