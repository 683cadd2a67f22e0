import type { Viewer } from "./viewer.ts";

/** A page that has a place in the bar. */
export interface ListedPage {
  readonly to: string;
  readonly name: string;
  /** For whom it is shown; for everybody by default. The hub decides what they may see anyway. */
  readonly isFor?: (viewer: Viewer) => boolean;
}

/** Pages of every day: in the bar itself. The first four have room at the foot of a phone. */
export const DAILY_PAGES: readonly ListedPage[] = [
  { to: "/", name: "今日" },
  { to: "/resources", name: "资源" },
  { to: "/bookings", name: "预约" },
  { to: "/calendar", name: "日历" },
  { to: "/needs", name: "需求" },
];

/** All others: behind 更多, in this order. */
export const OTHER_PAGES: readonly ListedPage[] = [{ to: "/figures", name: "数据" }];
