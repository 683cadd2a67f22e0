import { Link } from "@tanstack/react-router";
import type { TodayPageQuery } from "../../graph/generated/graphql.ts";
import { ActivityList } from "../calendar/activity-list.tsx";
import { NeedRows } from "./need-rows.tsx";

/** What happens around the viewer within seven days, and what is wanted there. */
export function ComingWeek({ data }: { readonly data: TodayPageQuery }) {
  const { region, activities, needs } = data;
  const found = activities?.nodes ?? [];
  const more = (activities?.totalCount ?? 0) - found.length;
  return (
    <div className="stack">
      <h2>未来七天 · {region?.name}</h2>
      {found.length > 0 ? (
        <ActivityList activities={found} />
      ) : (
        <p className="muted">未来七天没有排定的活动。</p>
      )}
      <p>
        <Link to="/calendar" search={{}}>
          {more > 0 ? `还有 ${more} 项，看整个日历` : "整个日历"}
        </Link>
      </p>
      <h2>正在征集的需求</h2>
      <NeedRows needs={needs?.nodes ?? []} />
      <p>
        <Link to="/needs" search={{}}>
          全部 {needs?.totalCount ?? 0} 项需求
        </Link>
      </p>
    </div>
  );
}
