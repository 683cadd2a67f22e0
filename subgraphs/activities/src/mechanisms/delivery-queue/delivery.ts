import type { StateMachine } from "@alliance-hub/platform/errors/transition";
import type { Row } from "@alliance-hub/platform/database/row";
import { keptOut } from "@alliance-hub/platform/field-changes/kept-out";
import { defineEntity, p } from "@mikro-orm/core";
import type { ActivityUpdateType } from "../update-log/activity-update.ts";

/** The state of a delivery. */
export const WebhookDeliveryState = {
  PENDING: "PENDING",
  DELIVERED: "DELIVERED",
  WITHHELD: "WITHHELD",
  GIVEN_UP: "GIVEN_UP",
} as const;
export type WebhookDeliveryState = (typeof WebhookDeliveryState)[keyof typeof WebhookDeliveryState];

/** The steps of a delivery. A finished delivery can be repeated. */
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
    id: keptOut("BOOKKEEPING", p.uuid().primary()),
    createdAt: keptOut("BOOKKEEPING", p.datetime()),
    endpointId: p.uuid(),
    // Whether what is delivered is a notice: then its id and number are the two below, and the record that it is
    // about is `activityId`.
    ofNotice: p.boolean(),
    updateId: p.uuid().nullable().strictNullable(),
    updateNumber: p.integer().nullable().strictNullable(),
    activityId: p.uuid().nullable().strictNullable(),
    updateType: p.string().$type<ActivityUpdateType>().nullable().strictNullable(),
    state: p.string().$type<WebhookDeliveryState>(),
    finishedAt: p.datetime().nullable().strictNullable(),
    failures: keptOut("BOOKKEEPING", p.integer()),
    dueAt: keptOut("BOOKKEEPING", p.datetime()),
    leaseId: keptOut("BOOKKEEPING", p.uuid().nullable().strictNullable()),
    leasedUntil: keptOut("BOOKKEEPING", p.datetime().nullable().strictNullable()),
  },
});

/** One update or notice for an endpoint, or a test (推送). Its id is the id of the message in each attempt. */
export class WebhookDelivery extends WebhookDeliverySchema.class {}
WebhookDeliverySchema.setClass(WebhookDelivery);

/** One stored attempt of a delivery (推送尝试). Only `settle.ts` writes it. */
export interface WebhookAttempt {
  readonly deliveryId: string;
  /** From 1. */
  readonly number: number;
  readonly at: Date;
  /** HTTP status; null if there was no answer. */
  readonly status: number | null;
  readonly durationMs: number;
  /** In plain words; null if it succeeded. */
  readonly error: string | null;
}

/** The tables of the queue, for plain reads. Nothing outside this folder writes them. */
export interface DeliveryTables {
  webhookDelivery: Row<WebhookDelivery>;
  webhookAttempt: WebhookAttempt;
}
