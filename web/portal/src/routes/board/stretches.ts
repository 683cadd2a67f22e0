import type { VenueOfBoardFragment } from "../../graph/generated/graphql.ts";
import { type Day, instantAt } from "../../words/time.ts";
import { isFree } from "../resource/free-times.ts";
import { outOfReach } from "../resource/rules.ts";
import { heldWithin, showHeld } from "../../words/held.ts";
import { type Opening, outsideHours } from "../resource/hours.ts";

/** The hours that a day's board shows: from the first to the end of the last. */
export const [FIRST_HOUR, END_HOUR] = [8, 22] as const;

/**
 * What an hour is: `part` where some of it is taken, `held` for whoever waits, `closed` where it is blocked or not open,
 * `beyond` where it is not taken, and too soon or too far ahead to be booked.
 */
export type HourState =
  | "free"
  | "part"
  | "held"
  | "requested"
  | "taken"
  | "closed"
  | "beyond"
  | "over";

/** Neighbouring hours that are the same; free ones stand alone, so that each can be booked. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly hours: number;
  readonly state: HourState;
  /** Who has it, as far as the viewer may know, or why it cannot be used. */
  readonly by: string;
}

export const hourName = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;

/** A venue, and the holidays that it may keep. */
export type VenueOnBoard = VenueOfBoardFragment & Pick<Opening, "holidays">;

/** A venue's day. @param now what lies before is over. */
export function stretchesOf(venue: VenueOnBoard, day: Day, now: Date): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let hour = FIRST_HOUR; hour < END_HOUR; hour++) {
    const { state, by } = hourOf(venue, { day, hour, now });
    const last = stretches.at(-1);
    const isSame = last?.state === state && last.by === by && state !== "free" && state !== "part";
    if (last && isSame)
      stretches[stretches.length - 1] = { ...last, to: hourName(hour + 1), hours: last.hours + 1 };
    else stretches.push({ from: hourName(hour), to: hourName(hour + 1), hours: 1, state, by });
  }
  return stretches;
}

interface HourOfDay {
  readonly day: Day;
  readonly hour: number;
  readonly now: Date;
}

function hourOf(venue: VenueOnBoard, { day, hour, now }: HourOfDay): Pick<Stretch, "state" | "by"> {
  const { free, bookings, closures, waitingList } = venue;
  const [from, to] = [hourName(hour), hourName(hour + 1)];
  const [start, end] = [Date.parse(instantAt(day, from)), Date.parse(instantAt(day, to))];
  const taking = (bookings.nodes ?? []).filter(
    ({ during }) => Date.parse(during.start) < end && Date.parse(during.end) > start,
  );
  const closed = [...closures, ...outsideHours(venue, day)].filter(
    (one) => Date.parse(one.start) < end && Date.parse(one.end) > start,
  );
  const reason = closed[0]?.reason;
  const held = heldWithin(waitingList.nodes, { start, end }).map(showHeld);
  const names = taking.map(({ organization }) => organization?.name ?? "");
  const by = [...new Set([...names, ...held])].join("、");
  const isOver = start < now.getTime();
  const isPart = free.some((slot) => Date.parse(slot.start) < end && Date.parse(slot.end) > start);
  const beyond = outOfReach(venue.bookingRules, start, now);
  if (isPart && !isOver && beyond !== undefined) return { state: "beyond", by: beyond };
  if (isFree({ day, from, to, quantity: 1 }, free))
    return { state: isOver ? "over" : "free", by: "" };
  if (isPart && !isOver) return { state: "part", by: by === "" ? (reason ?? "") : by };
  if (taking.length === 0 && held.length > 0) return { state: isOver ? "over" : "held", by };
  if (taking.length === 0 && reason !== undefined) return { state: "closed", by: reason };
  const waits = taking.length > 0 && taking.every(({ state }) => state === "REQUESTED");
  return { state: waits ? "requested" : "taken", by };
}
