import { text, unit, value } from "@alliance-hub/platform/notices/facts";
import { WEBHOOK_ENDPOINT_NOTICES } from "@alliance-hub/platform/notices/kinds/webhook-endpoint";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { WebhookEndpoint } from "./webhook-endpoint.entity.ts";

/** What a notice says of an endpoint; never its address, which may contain a robot's key. */
export type OwnedEndpoint = Pick<
  WebhookEndpoint,
  "id" | "organizationId" | "kind" | "label" | "reason"
>;

/** Whom it concerns that the hub disabled an endpoint: the unit that it belongs to. */
export function noticesOfDisabled(endpoint: OwnedEndpoint): readonly Notice[] {
  const { id, organizationId, kind, label, reason } = endpoint;
  const facts = {
    organization: unit(organizationId),
    kind: value("WebhookKind", kind),
    label: text(label),
    reason: text(reason),
  };
  return WEBHOOK_ENDPOINT_NOTICES.tell("DISABLED", id, { organizationId }, facts);
}
