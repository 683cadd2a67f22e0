/** A half-open range of instants, as `TimeRangeInput` takes it. */
export interface SampleRange {
  start: string;
  end: string;
}

/** Dates for sample variables. Days are in Asia/Shanghai, the zone of the people who read them. */
export interface SampleDates {
  today: string;
  nextYear: string;
  inFiveYears: string;
  /** Tomorrow from 09:00 to 11:00. */
  morning: SampleRange;
  /** The day after tomorrow from 14:30 to 16:30. */
  afternoonLater: SampleRange;
  /** Seven days from the start of today. */
  nextWeek: SampleRange;
}

const dayMs = 24 * 60 * 60 * 1000;
const shanghaiOffsetMs = 8 * 60 * 60 * 1000;

/** Counts from `now`, so that what is booked or scheduled by a sample lies ahead. */
export function sampleDates(now: Date): SampleDates {
  const day = (ahead: number): string =>
    new Date(now.getTime() + shanghaiOffsetMs + ahead * dayMs).toISOString().slice(0, 10);
  const at = (ahead: number, time: string): string => `${day(ahead)}T${time}:00+08:00`;
  return {
    today: day(0),
    nextYear: day(365),
    inFiveYears: day(5 * 365),
    morning: { start: at(1, "09:00"), end: at(1, "11:00") },
    afternoonLater: { start: at(2, "14:30"), end: at(2, "16:30") },
    nextWeek: { start: at(0, "00:00"), end: at(7, "00:00") },
  };
}

/**
 * Placeholders of the right form (UUID version 7). Real ids differ from hub to hub; the page asks
 * readers to put in one that a query gave them.
 */
export const PLACEHOLDER_IDS = {
  organization: "00000000-0000-7000-8000-000000000001",
  otherOrganization: "00000000-0000-7000-8000-000000000002",
  committee: "00000000-0000-7000-8000-000000000003",
  registration: "00000000-0000-7000-8000-000000000004",
  resource: "00000000-0000-7000-8000-000000000005",
  booking: "00000000-0000-7000-8000-000000000006",
  agreement: "00000000-0000-7000-8000-000000000007",
  activity: "00000000-0000-7000-8000-000000000008",
};

/** Ids for sample variables, by what they name. */
export type SampleIds = typeof PLACEHOLDER_IDS;
