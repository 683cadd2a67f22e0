import { Link } from "@tanstack/react-router";
import type { TodayPageQuery } from "../../graph/generated/graphql.ts";
import { ComingWeek } from "./coming-week.tsx";

const FIGURES = {
  communityCommittees: "社区大党委",
  memberUnits: "成员单位",
  resources: "共享资源",
  agreements: "今年生效的协议",
  activities: "今年的活动",
  attendance: "今年参加人次",
} as const;

/** For whoever is not signed in: what this is, how much of it there is, and what is public. */
export function Visitor({ data }: { readonly data: TodayPageQuery }) {
  const { region, report, resources } = data;
  return (
    <>
      <p className="lead">
        联盟枢纽把街道、社区和辖区单位连在一起：有什么可以共享、需要什么、一起办什么活动，都在这里。
        <Link to="/sign-in" search={{ back: "/" }}>
          登录
        </Link>
        后可以预约、报名、签协议。
      </p>
      {report && (
        <section className="stack" aria-label="数据">
          <dl className="tiles">
            {(Object.keys(FIGURES) as (keyof typeof FIGURES)[]).map((figure) => (
              <div key={figure} className="tile">
                <dt>{FIGURES[figure]}</dt>
                <dd>{report[figure] ?? "—"}</dd>
              </div>
            ))}
          </dl>
          <p>
            <Link to="/figures" search={{}}>
              {region?.name}的全部数据
            </Link>
          </p>
        </section>
      )}
      <div className="today">
        <ComingWeek data={data} />
        <section className="stack">
          <h2>可以预约的场地</h2>
          <ul className="rows">
            {(resources?.nodes ?? []).map(({ id, title, provider }) => (
              <li key={id} className="row">
                <div className="row-main">
                  <p className="row-title">
                    <Link to="/resources/$id" params={{ id }} search={{}}>
                      {title}
                    </Link>
                  </p>
                  <p className="muted">{provider?.name}</p>
                </div>
              </li>
            ))}
          </ul>
          <p>
            <Link to="/resources" search={{ kind: "VENUE" }}>
              全部 {resources?.totalCount ?? 0} 处场地
            </Link>
          </p>
        </section>
      </div>
    </>
  );
}
