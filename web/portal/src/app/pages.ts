import { hasCommitteesBelow, hasRole, isInOffice, isOperator, managesCommittees } from "./roles.ts";
import { type Viewer, unitsOf } from "./viewer.ts";

/** A page that has a place among the pages. */
export interface ListedPage {
  readonly to: string;
  readonly name: string;
  /** For whom it is shown; for everybody by default. The hub decides what they may see anyway. */
  readonly isFor?: (viewer: Viewer) => boolean;
}

export interface PageGroup {
  readonly name: string;
  readonly pages: readonly ListedPage[];
}

/** Pages of every day. The first four have room at the foot of a phone. */
export const DAILY_PAGES: readonly ListedPage[] = [
  { to: "/", name: "我的一天" },
  { to: "/resources", name: "资源" },
  { to: "/bookings", name: "预约" },
  { to: "/calendar", name: "日历" },
  { to: "/needs", name: "需求" },
];

/** All others: on wide screens below those of every day, elsewhere behind 更多. */
export const OTHER_PAGES: readonly PageGroup[] = [
  {
    name: "协作",
    pages: [
      { to: "/board", name: "场地看板" },
      { to: "/agreements", name: "协议" },
      { to: "/meetings", name: "会议" },
      { to: "/issues", name: "问题台账" },
      { to: "/rounds", name: "清单征集" },
    ],
  },
  {
    name: "组织",
    pages: [
      { to: "/committees", name: "委员会" },
      { to: "/contact-cards", name: "连心卡" },
      { to: "/registrations", name: "双报到" },
    ],
  },
  {
    name: "办公",
    pages: [
      { to: "/overview", name: "辖区待办", isFor: hasCommitteesBelow },
      { to: "/office/organizations", name: "单位登记", isFor: isOperator },
      { to: "/office/committees", name: "委员会管理", isFor: managesCommittees },
      { to: "/office/regions", name: "行政区划", isFor: isOperator },
      {
        to: "/office/appointments",
        name: "任命",
        isFor: (viewer) => isOperator(viewer) || hasRole(viewer, "AUDITOR"),
      },
      { to: "/audit", name: "审计记录", isFor: (viewer) => hasRole(viewer, "AUDITOR") },
      { to: "/partners", name: "合作系统", isFor: (viewer) => unitsOf(viewer).length > 0 },
      { to: "/office", name: "办公指南", isFor: isInOffice },
    ],
  },
  { name: "统计", pages: [{ to: "/figures", name: "数据" }] },
];

/** The groups that have something for a viewer, with what they have. */
export const pagesFor = (viewer: Viewer | undefined): readonly PageGroup[] =>
  OTHER_PAGES.map(({ name, pages }) => ({
    name,
    pages: pages.filter(({ isFor }) => !isFor || (viewer && isFor(viewer))),
  })).filter(({ pages }) => pages.length > 0);

/** The page that an address belongs to, if it is among those listed. */
export const pageAt = (
  pathname: string,
  pages: readonly ListedPage[] = EVERY_PAGE,
): ListedPage | undefined =>
  pages
    .filter(({ to }) => pathname === to || (to !== "/" && pathname.startsWith(`${to}/`)))
    .toSorted((one, other) => other.to.length - one.to.length)[0];

const EVERY_PAGE = [...DAILY_PAGES, ...OTHER_PAGES.flatMap(({ pages }) => pages)];
