import type { Noun } from "@alliance-hub/platform/noun/noun";
import { activity } from "./nouns/activity/noun.ts";
import { activityCorrection } from "./nouns/activity-correction/noun.ts";
import { activityReopening } from "./nouns/activity-reopening/noun.ts";
import { activityUpdate } from "./nouns/activity-update/noun.ts";
import { agendaItem } from "./nouns/agenda-item/noun.ts";
import { agendaItemCorrection } from "./nouns/agenda-item-correction/noun.ts";
import { calendarFeed } from "./nouns/calendar-feed/noun.ts";
import { correction } from "./nouns/correction/noun.ts";
import { invitation } from "./nouns/invitation/noun.ts";
import { issue } from "./nouns/issue/noun.ts";
import { issueCorrection } from "./nouns/issue-correction/noun.ts";
import { notice } from "./nouns/notice/noun.ts";
import { mailSetting } from "./nouns/mail-setting/noun.ts";
import { participant } from "./nouns/participant/noun.ts";
import { rescheduling } from "./nouns/rescheduling/noun.ts";
import { task } from "./nouns/task/noun.ts";
import { webhookDelivery } from "./nouns/webhook-delivery/noun.ts";
import { webhookEndpoint } from "./nouns/webhook-endpoint/noun.ts";
import { webhookReplay } from "./nouns/webhook-replay/noun.ts";
import { webhookSecret } from "./nouns/webhook-secret/noun.ts";
import { venue } from "./mechanisms/venue/noun.ts";
import { wording } from "./mechanisms/wording/noun.ts";

/** The nouns of this subgraph. A noun that is not in this list does not exist. */
export const nouns = [
  activity,
  activityCorrection,
  activityReopening,
  participant,
  invitation,
  rescheduling,
  correction,
  agendaItem,
  agendaItemCorrection,
  issue,
  issueCorrection,
  calendarFeed,
  venue,
  wording,
  activityUpdate,
  notice,
  task,
  webhookEndpoint,
  webhookReplay,
  webhookSecret,
  webhookDelivery,
  mailSetting,
] as const satisfies readonly Noun[];
