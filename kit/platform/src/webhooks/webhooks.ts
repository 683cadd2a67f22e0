import { HubError } from "../errors/hub-error.ts";
import { type AddressRule, dnsResolve, systemResolve } from "./address.ts";
import { type SecretBox, createSecretBox } from "./secret.ts";
import { TIMEOUT_MS, type WebhookSettings } from "./settings.ts";

/** What webhooks are registered and sent with, one for the whole process. */
export interface Webhooks {
  readonly settings: WebhookSettings;
  readonly rule: AddressRule;
  readonly timeoutMs: number;
  /** Undefined if there is no key. */
  readonly secrets: SecretBox | undefined;
}

/** @throws Error for a key that has not 32 bytes. */
export function createWebhooks(settings: WebhookSettings = {}): Webhooks {
  const { secretsKey, privateAddresses = false } = settings;
  const { resolve = privateAddresses ? systemResolve : dnsResolve } = settings;
  return {
    settings,
    rule: { privateAddresses, resolve },
    timeoutMs: settings.timeoutMs ?? TIMEOUT_MS,
    secrets: secretsKey && createSecretBox(secretsKey),
  };
}

/** @throws HubError `SUBGRAPH_UNAVAILABLE` if there is no key. */
export function requireSecrets({ secrets }: Webhooks): SecretBox {
  if (!secrets) {
    throw new HubError("SUBGRAPH_UNAVAILABLE", {
      zh: "此枢纽尚未启用推送（没有设置 HUB_SECRETS_KEY）。请运行方设置，或者改用订阅、定时读取更新。",
      en: "Webhooks are not set up: this hub has no HUB_SECRETS_KEY. Ask whoever runs it to set one, or follow the updates by subscription or polling.",
    });
  }
  return secrets;
}
