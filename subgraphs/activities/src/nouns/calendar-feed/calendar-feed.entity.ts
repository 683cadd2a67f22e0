import { baseProperties, ownerProperties } from "@alliance-hub/platform/database/base-entity";
import { columnsOf } from "@alliance-hub/platform/database/columns";
import { keptOut } from "@alliance-hub/platform/field-changes/kept-out";
import { defineEntity, p } from "@mikro-orm/core";

const properties = {
  ...baseProperties,
  ...ownerProperties,
  label: p.string().nullable().strictNullable(),
  revokedAt: p.datetime().nullable().strictNullable(),
  partnerSubject: keptOut("BOOKKEEPING", p.string().nullable().strictNullable()),
};
/** All columns except the hash of the secret, which is never read. */
export const CALENDAR_FEED_COLUMNS = columnsOf("calendarFeed", properties);

export const CalendarFeedSchema = defineEntity({
  name: "CalendarFeed",
  tableName: "calendar_feed",
  properties: { ...properties, secretHash: keptOut("SECRET", p.string()) },
});

/**
 * A secret address of a unit's or a committee's calendar (日历订阅). The record has only the hash of its secret.
 */
export class CalendarFeed extends CalendarFeedSchema.class {}
CalendarFeedSchema.setClass(CalendarFeed);
