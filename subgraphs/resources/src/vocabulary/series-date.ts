/** What a series does about a date that cannot be had. */
export const OnConflict = { FAIL: "FAIL", SKIP: "SKIP" } as const;
export type OnConflict = (typeof OnConflict)[keyof typeof OnConflict];

/** What becomes of a date of a series. */
export const SeriesOutcome = {
  BOOKED: "BOOKED",
  WOULD_BOOK: "WOULD_BOOK",
  CHANGED: "CHANGED",
  WOULD_CHANGE: "WOULD_CHANGE",
  UNCHANGED: "UNCHANGED",
  SKIPPED: "SKIPPED",
} as const;
export type SeriesOutcome = (typeof SeriesOutcome)[keyof typeof SeriesOutcome];
