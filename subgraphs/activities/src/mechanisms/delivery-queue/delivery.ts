import type { StateMachine } from "@alliance-hub/platform/errors/transition";
import type { Row } from "@alliance-hub/platform/database/row";
import { defineEntity, p } from "@mikro-orm/core";
import type { ActivityUpdateType } from "../update-log/activity-update.ts";

/** Where a delivery stands. */
export const WebhookDeliveryState = {
  PENDING: "PENDING",
  DELIVERED: "DELIVERED",
  WITHHELD: "WITHHELD",
  GIVEN_UP: "GIVEN_UP",
} as const;
export type WebhookDeliveryState = (typeof WebhookDeliveryState)[keyof typeof WebhookDeliveryState];

/** The steps of a delivery; one that has come to its end can be made again. */
export const WEBHOOK_DELIVERY_STEPS: StateMachine<WebhookDeliveryState> = {
  PENDING: ["DELIVERED", "WITHHELD", "GIVEN_UP"],
  DELIVERED: ["PENDING"],
  WITHHELD: ["PENDING"],
  GIVEN_UP: ["PENDING"],
};

export const WebhookDeliverySchema = defineEntity({
  name: "WebhookDelivery",
  tableName: "webhook_delivery",
  properties: {
    id: p.uuid().primary(),
    createdAt: p.datetime(),
    endpointId: p.uuid(),
    updateId: p.uuid().nullable().strictNullable(),
    updateNumber: p.integer().nullable().strictNullable(),
    activityId: p.uuid().nullable().strictNullable(),
    updateType: p.string().$type<ActivityUpdateType>().nullable().strictNullable(),
    state: p.string().$type<WebhookDeliveryState>(),
    finishedAt: p.datetime().nullable().strictNullable(),
    failures: p.integer(),
    dueAt: p.datetime(),
    leaseId: p.uuid().nullable().strictNullable(),
    leasedUntil: p.datetime().nullable().strictNullable(),
  },
});

/** One update that an endpoint is told of, or a test (推送). Its id is the message's id on each attempt. */
export class WebhookDelivery extends WebhookDeliverySchema.class {}
WebhookDeliverySchema.setClass(WebhookDelivery);

/** One attempt of a delivery (推送尝试), as it is kept; written by `settle.ts` alone. */
export interface WebhookAttempt {
  readonly deliveryId: string;
  /** From 1. */
  readonly number: number;
  readonly at: Date;
  /** Of HTTP; null where no answer came. */
  readonly status: number | null;
  readonly durationMs: number;
  /** In plain words; null where it succeeded. */
  readonly error: string | null;
}

/** The tables of the queue, as plain reads see them; nothing outside this folder writes them. */
export interface DeliveryTables {
  webhookDelivery: Row<WebhookDelivery>;
  webhookAttempt: WebhookAttempt;
}
