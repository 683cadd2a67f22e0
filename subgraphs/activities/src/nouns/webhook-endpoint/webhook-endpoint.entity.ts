import { baseProperties } from "@alliance-hub/platform/database/base-entity";
import type { StateMachine } from "@alliance-hub/platform/errors/transition";
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
