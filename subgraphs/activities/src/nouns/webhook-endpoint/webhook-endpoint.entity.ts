import { baseProperties } from "@alliance-hub/platform/database/base-entity";
import type { StateMachine } from "@alliance-hub/platform/errors/transition";
import { keptOut } from "@alliance-hub/platform/field-changes/kept-out";
import { defineEntity, p } from "@mikro-orm/core";
import type { WantedNotices } from "../../mechanisms/wanted-notices/wanted-notices.ts";
import type { WebhookKind } from "../../vocabulary/webhook-kind.ts";
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
    kind: p.string().$type<WebhookKind>(),
    address: keptOut("SECRET", p.string()),
    label: p.string().nullable().strictNullable(),
    filter: p.json<ActivityUpdateFilter>(),
    notices: p.json<WantedNotices>().nullable().strictNullable(),
    state: p.string().$type<WebhookEndpointState>(),
    reason: p.string().nullable().strictNullable(),
    stateSince: keptOut("BOOKKEEPING", p.datetime()),
    sealedSecret: keptOut("SECRET", p.string()),
    secretKeyId: keptOut("BOOKKEEPING", p.string()),
    sealedPreviousSecret: keptOut("SECRET", p.string().nullable().strictNullable()),
    previousSecretUntil: p.datetime().nullable().strictNullable(),
    cursorNumber: p.integer(),
    noticeCursorNumber: p.integer().nullable().strictNullable(),
    failingSince: keptOut("BOOKKEEPING", p.datetime().nullable().strictNullable()),
    pausedUntil: keptOut("BOOKKEEPING", p.datetime().nullable().strictNullable()),
    missedAt: keptOut("BOOKKEEPING", p.datetime().nullable().strictNullable()),
    partnerSubject: keptOut("BOOKKEEPING", p.string().nullable().strictNullable()),
  },
});

/** An address of an organisation's own system to which updates are delivered (推送地址). */
export class WebhookEndpoint extends WebhookEndpointSchema.class {}
WebhookEndpointSchema.setClass(WebhookEndpoint);
