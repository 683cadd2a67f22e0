import { Link, getRouteApi, useLocation } from "@tanstack/react-router";
import { useOwnCommittees } from "../../app/own-committees.ts";
import { useViewer } from "../../app/viewer.ts";
import { BackTo } from "../../components/back-to.tsx";
import { Empty } from "../../components/empty.tsx";
import { PlanForm } from "./plan-form.tsx";

const route = getRouteApi("/activities/new");

/** Plans an activity: for whoever runs a committee, and for units that host one. */
export function PlanPage() {
  const viewer = useViewer();
  const { href } = useLocation();
  return (
    <div className="page narrow">
      <BackTo list="/calendar">日历</BackTo>
      <h1>安排活动</h1>
      {viewer?.kind === "ANONYMOUS" ? (
        <Empty title="请先登录">
          活动由委员会的书记，或成员单位的联络员安排。
          <Link to="/sign-in" search={{ back: href }}>
            去登录
          </Link>
        </Empty>
      ) : (
        <Planning />
      )}
    </div>
  );
}

function Planning() {
  const search = route.useSearch();
  const committees = useOwnCommittees();
  if (!committees) return <div className="loading" role="status" aria-label="正在读取" />;
  if (committees.length === 0)
    return (
      <Empty title="您还不能安排活动">
        活动由委员会的书记，或成员单位的联络员安排。请找本单位的联络员或委员会。
      </Empty>
    );
  return <PlanForm committees={committees} search={search} />;
}
