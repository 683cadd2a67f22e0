import type { ReportPeriod } from "../../graph/generated/graphql.ts";
import { ACTIVITY_KINDS, RESOURCE_KINDS } from "../../words/labels.ts";
import type { Report } from "./groups.ts";

/** What a chart shows, and its table. */
export interface ChartData {
  readonly title: string;
  /** `line` over time, `bar` for kinds or places side by side. */
  readonly kind: "line" | "bar";
  /** What the labels are: the head of the table's first column. */
  readonly first: string;
  readonly labels: readonly string[];
  /** What must be known to read the numbers. */
  readonly note?: string;
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

type Part = Report["periods"][number];
type Below = Report["below"][number];

/** The charts of a report: over time, by kinds, then the places below it side by side. */
export function chartsOf(report: Report, by: ReportPeriod): readonly ChartData[] {
  const { periods, below, activitiesByKind, resourcesByKind } = report;
  const labels = periods.map(({ from }) => periodName(from, by));
  const overTime = (title: string, names: Partial<Record<keyof Part, string>>): ChartData => ({
    title,
    kind: "line",
    first: "时间",
    labels,
    series: Object.entries(names).map(([figure, name]) => ({
      name,
      values: periods.map((part) => Number(part[figure as keyof Part] ?? 0)),
    })),
  });
  const sideBySide = (
    title: string,
    names: Partial<Record<keyof Below, string>>,
    note?: string,
  ): ChartData => ({
    ...(note === undefined ? {} : { note }),
    title,
    kind: "bar",
    first: "地点",
    labels: below.map(({ region }) => region?.name ?? ""),
    series: Object.entries(names).map(([figure, name]) => ({
      name,
      values: below.map((place) => Number(place[figure as keyof Below] ?? 0)),
    })),
  });
  return [
    overTime("活动与会议", { activities: "活动", meetings: "会议" }),
    overTime("参加人次", { attendance: "参加人次" }),
    overTime("需求与协议", { needs: "发布的需求", agreements: "生效的协议" }),
    overTime("问题", { issuesRaised: "提出", issuesResolved: "其中已办结" }),
    ...byKind("各类活动与会议", ACTIVITY_KINDS, activitiesByKind),
    ...byKind("各类资源", RESOURCE_KINDS, resourcesByKind),
    ...(below.length > 1
      ? [
          sideBySide(
            "各地的成员单位与资源",
            { memberUnits: "成员单位", resources: "资源" },
            "每地各自计数：同属几地的单位，各地各计一次；直属本地的，不在其中。因此各地之和可以不等于合计。",
          ),
          sideBySide("各地的活动", { activities: "活动" }),
          sideBySide("各地的参加人次", { attendance: "参加人次" }),
        ]
      : []),
  ];
}

/** A chart of how many there are of each kind; none if nobody could count them. */
function byKind<Kind extends string>(
  title: string,
  names: Readonly<Record<Kind, string>>,
  counts: readonly { readonly kind: Kind; readonly count: number }[] | null,
): readonly ChartData[] {
  if (counts === null) return [];
  const labels = counts.map(({ kind }) => names[kind]);
  const values = counts.map(({ count }) => count);
  return [{ title, kind: "bar", first: "类型", labels, series: [{ name: "数量", values }] }];
}

/** 2022年3月, 2022年一季度, 2022年. */
function periodName(day: string, by: ReportPeriod): string {
  const [year, month = "1"] = day.split("-");
  if (by === "YEAR") return `${year}年`;
  if (by === "MONTH") return `${year}年${Number(month)}月`;
  return `${year}年${"一二三四"[Math.floor((Number(month) - 1) / 3)]}季度`;
}

/** What a chart shows, in a sentence for whoever does not see it. */
export function describe({ labels, series }: ChartData): string {
  const parts = series.map(({ name, values }) => {
    const total = values.reduce((sum, value) => sum + value, 0);
    const most = Math.max(...values, 0);
    const where = labels[values.indexOf(most)];
    return most === 0
      ? `${name}没有记录`
      : `${name}合计 ${total}，最多的是${where ?? ""}，有 ${most}`;
  });
  return `${parts.join("；")}。`;
}
