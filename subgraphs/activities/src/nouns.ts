import type { Noun } from "@alliance-hub/platform/noun/noun";
import { activity } from "./nouns/activity/noun.ts";
import { agendaItem } from "./nouns/agenda-item/noun.ts";
import { calendarFeed } from "./nouns/calendar-feed/noun.ts";
import { issue } from "./nouns/issue/noun.ts";
import { participant } from "./nouns/participant/noun.ts";
import { venue } from "./mechanisms/venue/noun.ts";

/** The nouns of the calendar, together with webhooks and the update log. */
export const nouns = [
  activity,
  participant,
  agendaItem,
  issue,
  calendarFeed,
  venue,
] as const satisfies readonly Noun[];
