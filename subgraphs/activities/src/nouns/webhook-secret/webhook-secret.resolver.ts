import { mutations } from "@alliance-hub/platform/noun/mutations";
import { WebhookSecretPayload } from "../webhook-endpoint/webhook-endpoint.input.ts";
import * as inputs from "./webhook-secret.input.ts";
import * as service from "./webhook-secret.service.ts";

export const WebhookSecretMutations = mutations(
  { payload: WebhookSecretPayload },
  { inputs, service },
  {
    rotateWebhookSecret:
      "更换签名密钥；旧密钥在一段时间内同时有效。Replaces the signing secret. The old one stays valid for some time.",
  },
);
