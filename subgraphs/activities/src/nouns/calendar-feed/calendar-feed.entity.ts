import { createHash, randomBytes } from "node:crypto";
import { baseProperties } from "@alliance-hub/platform/database/base-entity";
import { columnsOf } from "@alliance-hub/platform/database/columns";
import { defineEntity, p } from "@mikro-orm/core";

/** Most living feeds of one unit or committee: enough for one per person and device who should lose it alone. */
export const MAX_FEEDS = 20;

const properties = {
  ...baseProperties,
  organizationId: p.uuid().nullable().strictNullable(),
  committeeId: p.uuid().nullable().strictNullable(),
  label: p.string().nullable().strictNullable(),
  revokedAt: p.datetime().nullable().strictNullable(),
  partnerSubject: p.string().nullable().strictNullable(),
};
/** All but the hash of the secret, which is never read. */
export const CALENDAR_FEED_COLUMNS = columnsOf("calendarFeed", properties);

export const CalendarFeedSchema = defineEntity({
  name: "CalendarFeed",
  tableName: "calendar_feed",
  properties: { ...properties, secretHash: p.string() },
});

/** A secret address of a unit's or a committee's calendar (日历订阅). Its secret is not in it, only the hash. */
export class CalendarFeed extends CalendarFeedSchema.class {}
CalendarFeedSchema.setClass(CalendarFeed);

/** Whose calendar a feed is: of the two ids one is null. */
export interface FeedOwner {
  readonly organizationId: string | null;
  readonly committeeId: string | null;
}

const FORM = /^[A-Za-z0-9_-]{43}$/;

/** A new secret: 256 random bits, so that a plain hash of it suffices. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** Whether a text has the form of a secret; anything else opens no feed and need not be looked up. */
export function isSecret(text: string): boolean {
  return FORM.test(text);
}

/** What the database keeps of a secret. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

/** Where the gateway serves the feed that a secret opens. */
export function pathOf(secret: string): string {
  return `/calendars/${secret}.ics`;
}
