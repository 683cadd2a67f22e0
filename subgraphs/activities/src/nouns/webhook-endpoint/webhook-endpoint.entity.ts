import { baseProperties } from "@alliance-hub/platform/database/base-entity";
import { illegalTransition } from "@alliance-hub/platform/errors/hub-error";
import { type StateMachine, requireTransition } from "@alliance-hub/platform/errors/transition";
import { defineEntity, p } from "@mikro-orm/core";
import type { ActivityUpdateFilter } from "../activity-update/activity-update.input.ts";

/** The state of an endpoint. */
export const WebhookEndpointState = {
  ENABLED: "ENABLED",
  DISABLED: "DISABLED",
  ENDED: "ENDED",
} as const;
export type WebhookEndpointState = (typeof WebhookEndpointState)[keyof typeof WebhookEndpointState];

/** The steps of an endpoint. */
export const WEBHOOK_ENDPOINT_STEPS: StateMachine<WebhookEndpointState> = {
  ENABLED: ["DISABLED", "ENDED"],
  DISABLED: ["ENABLED", "ENDED"],
  ENDED: [],
};

export const WebhookEndpointSchema = defineEntity({
  name: "WebhookEndpoint",
  tableName: "webhook_endpoint",
  properties: {
    ...baseProperties,
    organizationId: p.uuid(),
    address: p.string(),
    label: p.string().nullable().strictNullable(),
    filter: p.json<ActivityUpdateFilter>(),
    state: p.string().$type<WebhookEndpointState>(),
    reason: p.string().nullable().strictNullable(),
    stateSince: p.datetime(),
    sealedSecret: p.string(),
    secretKeyId: p.string(),
    sealedPreviousSecret: p.string().nullable().strictNullable(),
    previousSecretUntil: p.datetime().nullable().strictNullable(),
    cursorNumber: p.integer(),
    failingSince: p.datetime().nullable().strictNullable(),
    pausedUntil: p.datetime().nullable().strictNullable(),
    missedAt: p.datetime().nullable().strictNullable(),
    partnerSubject: p.string().nullable().strictNullable(),
  },
});

/** An address of an organisation's own system to which updates are delivered (推送地址). */
export class WebhookEndpoint extends WebhookEndpointSchema.class {}
WebhookEndpointSchema.setClass(WebhookEndpoint);

/** A step of an endpoint. */
export interface EndpointStep {
  readonly to: WebhookEndpointState;
  /** Why it is no longer enabled. */
  readonly reason: string | null;
  readonly now: Date;
}

/** @throws HubError `ILLEGAL_TRANSITION` for a step that the state does not allow. */
export function moveEndpoint(endpoint: WebhookEndpoint, { to, reason, now }: EndpointStep): void {
  requireTransition(WEBHOOK_ENDPOINT_STEPS, endpoint, { noun: "WebhookEndpoint", to });
  Object.assign(endpoint, { state: to, reason, stateSince: now });
}

/**
 * Rejects a step that is allowed only before an endpoint has ended.
 *
 * @param wanted the requested step, as the end of "cannot become …".
 * @throws HubError `ILLEGAL_TRANSITION`.
 */
export function requireNotEnded(
  { id, state }: Pick<WebhookEndpoint, "id" | "state">,
  wanted: string,
): void {
  if (state !== "ENDED") return;
  throw illegalTransition({ noun: "WebhookEndpoint", id, state, wanted, allowed: [] });
}
