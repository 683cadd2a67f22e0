/** The time zone of the users, in which days begin and end. */
const ZONE = "Asia/Shanghai";

// The Swedish form of a date is YYYY-MM-DD (ISO 8601-1:2019, section 5.2.2.1).
const days = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, dateStyle: "short" });

/** The beginning of the day after the one that an instant falls on; the zone has had no daylight saving time since 1991. */
export function nextMidnight(instant: Date): Date {
  const day = shanghaiDay(instant);
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + 86_400_000);
}

/** The day that an instant falls on in Asia/Shanghai, as `YYYY-MM-DD`. */
export function shanghaiDay(instant: Date): string {
  return days.format(instant);
}
