import { baseProperties } from "@alliance-hub/platform/database/base-entity";
import { columnsOf } from "@alliance-hub/platform/database/columns";
import { defineEntity, p } from "@mikro-orm/core";

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
