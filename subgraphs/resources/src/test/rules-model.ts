/** What a resource's rules say, as plain as can be: looked at quarter by quarter of an hour. */

export const QUARTER_MS = 15 * 60_000;
const [HOUR_MS, DAY_MS, ZONE_MS] = [3_600_000, 86_400_000, 8 * 3_600_000];

/** A period of weekly opening hours, as `SetVenueInput` takes it. */
export interface Hours {
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** Rules of booking; those left out do not apply. */
export interface Rules {
  readonly minNoticeMinutes?: number | undefined;
  readonly maxAheadDays?: number | undefined;
  readonly slotMinutes?: number | undefined;
  readonly bufferMinutes?: number | undefined;
  readonly maxLengthMinutes?: number | undefined;
  readonly onHolidays?: "OPEN" | "CLOSED" | undefined;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A booking that is there, with the buffer that it was made with. */
export interface Taken extends Span {
  readonly quantity: number;
  readonly heldTo: number;
}

/** A resource, as its provider has set it up. Times are milliseconds since 1970. */
export interface Setup {
  readonly capacity: number;
  readonly hours: readonly Hours[];
  readonly rules: Rules;
  readonly blocked: readonly Span[];
  /** Days off, and working days that are usually none. */
  readonly off: ReadonlySet<string>;
  readonly worked: ReadonlySet<string>;
}

const dayOf = (at: number): string => new Date(at + ZONE_MS).toISOString().slice(0, 10);
const minuteOf = (at: number): number => Math.floor(((at + ZONE_MS) % DAY_MS) / 60_000);
const weekdayOf = (at: number): number => new Date(at + ZONE_MS).getUTCDay() || 7;
const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
/** Every quarter that begins within a span. */
const quarters = ({ from, to }: Span): number[] =>
  Array.from({ length: Math.ceil((to - from) / QUARTER_MS) }, (_, i) => from + i * QUARTER_MS);

/** Whether it may be used at a moment, whatever is booked. */
export function isOpen({ hours, rules, blocked, off, worked }: Setup, at: number): boolean {
  if (blocked.some(({ from, to }) => from <= at && at < to)) return false;
  const keepsHolidays = rules.onHolidays === "CLOSED";
  const day = dayOf(at);
  if (keepsHolidays && off.has(day)) return false;
  if (hours.length === 0) return true;
  const usual = weekdayOf(at);
  // Hours that are not valid that day are none of it.
  const valid = hours.filter(
    ({ validFrom = day, validTo = day }) => validFrom <= day && validTo >= day,
  );
  const isMonday =
    keepsHolidays && worked.has(day) && !valid.some(({ weekday }) => weekday === usual);
  const weekday = isMonday ? 1 : usual;
  return valid.some(
    (one) =>
      one.weekday === weekday &&
      minutes(one.from) <= minuteOf(at) &&
      minuteOf(at) < minutes(one.to),
  );
}

/** How much can be booked from a moment on, if hours and blockings allow it then. */
export function leftAt(setup: Setup, taken: readonly Taken[], at: number): number {
  const buffer = (setup.rules.bufferMinutes ?? 0) * 60_000;
  const used = quarters({ from: at, to: at + QUARTER_MS + buffer }).map((quarter) =>
    taken
      .filter(({ from, heldTo }) => from <= quarter && quarter < heldTo)
      .reduce((sum, { quantity }) => sum + quantity, 0),
  );
  return setup.capacity - Math.max(...used);
}

/** Whether a span is open, and enough is left of it. */
export function isFree(
  setup: Setup,
  taken: readonly Taken[],
  { from, to, quantity }: Span & { readonly quantity: number },
): boolean {
  return quarters({ from, to }).every(
    (at) => isOpen(setup, at) && leftAt(setup, taken, at) >= quantity,
  );
}

const days = (at: number): number => Math.floor((at + ZONE_MS) / DAY_MS);

/** Whether a span lies where bookings may: from the shortest notice on, to the end of the last day on which one may begin. */
export function isInReach({ rules }: Setup, { from, to }: Span, now: number): boolean {
  return (
    from >= now + (rules.minNoticeMinutes ?? 0) * 60_000 &&
    days(to - 1) - days(now) <= (rules.maxAheadDays ?? 400)
  );
}

/** Whether a booking of a span keeps the rules about the booking itself. */
export function keepsRules({ rules }: Setup, { from, to }: Span, now: number): boolean {
  const slot = rules.slotMinutes ?? 1;
  return (
    from >= now + (rules.minNoticeMinutes ?? 0) * 60_000 &&
    days(from) - days(now) <= (rules.maxAheadDays ?? 400) &&
    to - from <= (rules.maxLengthMinutes ?? 31 * 24 * 60) * 60_000 &&
    minuteOf(from) % slot === 0 &&
    minuteOf(to) % slot === 0
  );
}

/** A whole hour and more, for arbitraries. */
export const HOURS = (count: number): number => count * HOUR_MS;
