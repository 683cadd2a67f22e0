import { type Day, dayOf } from "./time.ts";

/** The last day on which a record that was closed can be corrected: the hub takes corrections until then. */
export const lastDayToCorrect = (closedAt: string): Day =>
  `${Number(dayOf(closedAt).slice(0, 4)) + 1}-01-31`;

/** Whether a record can be corrected: one that is open, or was closed not too long ago. */
export const isCorrectable = (closedAt: string | null): boolean =>
  closedAt === null || dayOf(new Date()) <= lastDayToCorrect(closedAt);
