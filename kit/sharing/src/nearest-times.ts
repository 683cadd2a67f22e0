/** A range of time in milliseconds since the epoch; the end is not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What decides which times are offered instead of one that cannot be had. */
export interface NearestQuestion {
  readonly wanted: Span;
  /** Periods in which enough is free, in order of time; none touches the next. */
  readonly free: readonly Span[];
  /** The range in which they were looked for: where it cuts a period, the period has no edge. */
  readonly searched: Span;
  /** Times begin and end on multiples of it, counted from midnight. Null: they begin on the half hour or at an edge. */
  readonly slotMinutes: number | null;
  /** What is longer is offered at this length. Null: any length. */
  readonly maxLengthMinutes: number | null;
  /** Whether it has opening hours. What has none is offered at night only to whoever asks for the night. */
  readonly hasHours: boolean;
  /** Whatever else a time must keep. Default: nothing. */
  readonly isAllowed?: (time: Span) => boolean;
}

/** How many times are offered instead of one that cannot be had. */
export const OFFERED = 3;
const [MINUTE_MS, HOUR_MS, DAY_MS] = [60_000, 3_600_000, 86_400_000];
/** Midnight in Asia/Shanghai. */
const ZONE_MS = 8 * HOUR_MS;
/** Where there are no slots, times begin on the half hour. */
const HALF_HOUR = 30;
/** The day of whatever has no hours, in hours since midnight. */
const [MORNING, EVENING] = [8, 20];

/**
 * The times nearest to a wanted one, in order of time: up to three, as long as the wanted one in whole slots. Of all starts
 * on the grid at which that length is free, those come first that are nearest to the wanted start, the earlier of two at
 * the same distance. They overlap one another only if there are not enough others.
 */
export function nearestTimes(question: NearestQuestion): Span[] {
  const { wanted, hasHours, isAllowed = () => true } = question;
  const length = lengthOf(question);
  if (length <= 0) return [];
  const keepsDay = !hasHours && isByDay(wanted);
  const isWanted = ({ start, end }: Span) => start === wanted.start && end === wanted.end;
  const distance = ({ start }: Span) => Math.abs(start - wanted.start);
  const times = startsOf(question, length)
    .map((start) => ({ start, end: start + length }))
    .filter((time) => !isWanted(time) && (!keepsDay || isByDay(time)) && isAllowed(time))
    .toSorted((a, b) => distance(a) - distance(b) || a.start - b.start);
  const apart: Span[] = [];
  for (const time of times) {
    if (apart.length === OFFERED) break;
    if (apart.every(({ start, end }) => end <= time.start || start >= time.end)) apart.push(time);
  }
  const others = times.filter((time) => !apart.includes(time)).slice(0, OFFERED - apart.length);
  return [...apart, ...others].toSorted((a, b) => a.start - b.start);
}

/** The length that is offered: whole slots, no longer than is allowed; 0 if not even a slot is. */
function lengthOf({ wanted, slotMinutes, maxLengthMinutes }: NearestQuestion): number {
  const slot = (slotMinutes ?? 1) * MINUTE_MS;
  const asked = Math.ceil((wanted.end - wanted.start) / slot) * slot;
  const most = maxLengthMinutes === null ? asked : maxLengthMinutes * MINUTE_MS;
  return asked <= most ? asked : Math.floor(most / slot) * slot;
}

/** Every start at which a length is free. */
function startsOf({ free, searched, slotMinutes }: NearestQuestion, length: number): number[] {
  const step = (slotMinutes ?? HALF_HOUR) * MINUTE_MS;
  const starts = new Set<number>();
  for (const { start, end } of free) {
    const last = end - length;
    for (let at = onGrid(start, step); at <= last; at = onGrid(at + 1, step)) starts.add(at);
    if (slotMinutes !== null) continue;
    const first = Math.ceil(start / MINUTE_MS) * MINUTE_MS;
    if (start > searched.start && first <= last) starts.add(first);
    const latest = Math.floor(last / MINUTE_MS) * MINUTE_MS;
    if (end < searched.end && latest >= start) starts.add(latest);
  }
  return [...starts];
}

const midnightBefore = (at: number): number =>
  Math.floor((at + ZONE_MS) / DAY_MS) * DAY_MS - ZONE_MS;

/** The first moment of the grid from an instant on; each day's grid begins at its midnight. */
function onGrid(at: number, step: number): number {
  const midnight = midnightBefore(at);
  return Math.min(midnight + Math.ceil((at - midnight) / step) * step, midnight + DAY_MS);
}

/** Whether a time lies within the day of one date, 08:00 to 20:00. */
function isByDay({ start, end }: Span): boolean {
  const midnight = midnightBefore(start);
  return start >= midnight + MORNING * HOUR_MS && end <= midnight + EVENING * HOUR_MS;
}
