import { type Day, instantAt } from "../../words/time.ts";

/** The hours that the picture shows; what lies before or after is drawn at its edge. */
export const [FIRST_HOUR, LAST_HOUR] = [7, 23] as const;
export const HOURS = LAST_HOUR - FIRST_HOUR;

/** How far down a day an instant lies, in percent of what is shown. */
export function hourOn(day: Day, instant: string): number {
  const hours = (Date.parse(instant) - Date.parse(instantAt(day, "00:00"))) / 3_600_000;
  return (Math.min(Math.max(hours - FIRST_HOUR, 0), HOURS) / HOURS) * 100;
}
