import type { Noun } from "@alliance-hub/platform/noun/noun";
import { CalendarFeedSchema } from "./calendar-feed.entity.ts";
import { createCalendarFeedLoaders } from "./calendar-feed.loaders.ts";
import * as resolvers from "./calendar-feed.resolver.ts";

export const calendarFeed = {
  name: "CalendarFeed",
  entity: CalendarFeedSchema,
  loaders: { calendarFeeds: createCalendarFeedLoaders },
  resolvers,
} satisfies Noun;
