import ICAL from "ical.js";
import type { TestHub } from "./hub.ts";

/** A feed that was made. */
export interface MadeFeed {
  readonly id: string;
  /** Its secret address, from the hub's own on. */
  readonly path: string;
}

/** Makes a calendar feed. @param as name of a demonstration person who may do this. */
export async function createFeed(
  hub: Pick<TestHub, "ask">,
  owner: object,
  as: string,
): Promise<MadeFeed> {
  const { data, errors } = await hub.ask(
    "mutation ($input: CreateCalendarFeedInput!) { createCalendarFeed(input: $input) { path calendarFeed { id } } }",
    { input: owner },
    as,
  );
  if (errors.length > 0) throw new Error(errors[0]?.message);
  const made = data["createCalendarFeed"];
  return { id: String(made?.["calendarFeed"]?.["id"]), path: String(made?.["path"]) };
}

/** One activity as a calendar program reads it. */
export interface FeedEvent {
  readonly activityId: string;
  readonly title: string;
  readonly start: string;
  readonly sequence: number;
  /** As RFC 3339 has it, to the second. */
  readonly lastModified: string;
  readonly status: unknown;
  readonly location: string | null;
  readonly description: string;
}

/** The events of a calendar file. */
export function eventsIn(file: string): FeedEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(file));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      activityId: event.uid.replace(/@.*$/, ""),
      title: event.summary,
      start: event.startDate.toString(),
      sequence: event.sequence,
      lastModified: String(component.getFirstPropertyValue("last-modified")),
      status: component.getFirstPropertyValue("status"),
      location: event.location,
      description: event.description,
    };
  });
}

/** Reads a feed like a calendar program. @throws Error if the answer is not 200. */
export async function readFeed(hubUrl: string, path: string): Promise<FeedEvent[]> {
  const answer = await fetch(hubUrl + path);
  if (answer.status !== 200) throw new Error(`The feed was answered with ${answer.status}`);
  return eventsIn(await answer.text());
}
