import { TZDate } from "@date-fns/tz";
import { ICalCalendar, type ICalEventData, ICalEventStatus, escape } from "ical-generator";
import { whereWords } from "@alliance-hub/platform/words/where";
import type { FeedActivity } from "./feed-query.ts";
import type { RevisedContent, Revision } from "./revisions.ts";
import { ZONE, ZONE_COMPONENT } from "./time-zone.ts";

/** The suffix after the activity's id that makes the UID (RFC 7986, section 5.3). It must never change. */
const UID_DOMAIN = "activities.alliance-hub";

/** How often programs should ask again, in seconds. */
const REFRESH_SECONDS = 3600;

/** Characters that a text must not contain (RFC 5545, section 3.1: CONTROL), except line breaks and tabs. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/**
 * A feed as a calendar file (RFC 5545, RFC 7986). The same records give the same bytes: all times come from the
 * records.
 */
export function renderCalendar(content: RevisedContent): string {
  const name = clean((content.organization ?? content.committee)?.name ?? "");
  const calendar = new ICalCalendar({
    prodId: { company: "Alliance Hub", product: "Joint calendar", language: "ZH" },
    // The package does not escape these two.
    name: escape(name, false),
    // Without a time zone for the calendar: with one, the package would write stamps in local time, but they
    // must be UTC.
    timezone: { name: null, generator: () => ZONE_COMPONENT },
    ttl: REFRESH_SECONDS,
    x: { "X-WR-TIMEZONE": ZONE },
    events: content.activities.map(eventOf),
  });
  return `${propertiesFirst(calendar.toString())}\r\n`;
}

/**
 * Puts all properties of the calendar before its components, as the grammar has it (RFC 5545, section 3.6);
 * the package writes some of them after those.
 */
function propertiesFirst(text: string): string {
  const [properties, components]: [string[], string[]] = [[], []];
  let depth = 0;
  let kept = properties;
  for (const line of text.split("\r\n").slice(1, -1)) {
    // A line that begins with a space continues the previous one.
    if (!line.startsWith(" "))
      kept = depth > 0 || line.startsWith("BEGIN:") ? components : properties;
    if (line.startsWith("BEGIN:")) depth += 1;
    if (line.startsWith("END:")) depth -= 1;
    if (line !== "") kept.push(line);
  }
  return ["BEGIN:VCALENDAR", ...properties, ...components, "END:VCALENDAR"].join("\r\n");
}

function eventOf(activity: FeedActivity & Revision): ICalEventData {
  const { id, title, state, sequence, modifiedAt } = activity;
  return {
    id: `${id}@${UID_DOMAIN}`,
    sequence,
    stamp: new Date(modifiedAt),
    created: new Date(activity.createdAt),
    lastModified: new Date(modifiedAt),
    timezone: ZONE,
    start: new TZDate(activity.startsAt, ZONE),
    end: new TZDate(activity.endsAt, ZONE),
    summary: clean(title),
    description: describe(activity),
    location: clean(whereWords(activity) ?? "") || null,
    status: state === "CANCELLED" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  };
}

/**
 * Host and committee stand in the description: ORGANIZER is for meetings to which somebody is invited
 * by mail (RFC 5545, section 3.8.4.3), and a unit has no mail address here.
 */
function describe(activity: FeedActivity): string {
  const { cancelReason, description, host, committee } = activity;
  const parts = [
    cancelReason === null ? null : `已取消：${cancelReason}`,
    description,
    host && `主办：${host.name}`,
    committee && `委员会：${committee.name}`,
  ];
  return clean(parts.filter((part) => part !== null).join("\n"));
}

function clean(text: string): string {
  return text.replaceAll(CONTROLS, "");
}
