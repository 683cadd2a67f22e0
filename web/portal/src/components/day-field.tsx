import type { DayFieldProps } from "./fields/day-field.tsx";
import { later } from "./later.tsx";

/** A day: typed, or chosen from a month. */
export const DayField = later<DayFieldProps>(
  async () => (await import("./fields/day-field.tsx")).DayField,
);
