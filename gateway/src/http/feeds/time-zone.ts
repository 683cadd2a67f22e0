/** The time zone of the calendar's times. */
export const ZONE = "Asia/Shanghai";

/**
 * The zone as a component of a calendar (RFC 5545, section 3.6.5). Its clocks have stood at +08:00
 * since daylight saving ended in September 1991, and no feed reaches as far back.
 */
export const ZONE_COMPONENT = [
  "BEGIN:VTIMEZONE",
  `TZID:${ZONE}`,
  "BEGIN:STANDARD",
  "DTSTART:19910915T000000",
  "TZNAME:CST",
  "TZOFFSETFROM:+0800",
  "TZOFFSETTO:+0800",
  "END:STANDARD",
  "END:VTIMEZONE",
].join("\r\n");
