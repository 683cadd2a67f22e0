import { type Day, dayOf } from "./time.ts";

/** How near a deadline is: 还有 3 天, 今天到期, 已逾期 2 天. The day itself is still in time. */
export interface Deadline {
  readonly words: string;
  readonly tone: "muted" | "wait" | "bad";
}

/** From so many days on, a deadline is marked as near. */
const NEAR_DAYS = 3;

export function deadlineOf(day: Day, today: Day = dayOf(new Date())): Deadline {
  const days = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  if (days < 0) return { words: `已逾期 ${-days} 天`, tone: "bad" };
  if (days === 0) return { words: "今天到期", tone: "wait" };
  return { words: `还有 ${days} 天`, tone: days <= NEAR_DAYS ? "wait" : "muted" };
}
