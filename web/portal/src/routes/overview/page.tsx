import { Link, getRouteApi } from "@tanstack/react-router";
import { hasCommitteesBelow } from "../../app/roles.ts";
import { committeesOf, isSomebody, unitsOf, useViewer } from "../../app/viewer.ts";
import { Empty } from "../../components/empty.tsx";
import { Paged } from "../../components/paged.tsx";
import { OverviewTasksDocument } from "../../graph/generated/graphql.ts";
import { useEveryPage } from "../../graph/use-pages.ts";
import { CommitteeTaskList } from "./committee-tasks.tsx";
import { OverviewFilters } from "./filters.tsx";
import { byCommittee, tasksBelow, wanted } from "./group-tasks.ts";
import "./overview.css";

const route = getRouteApi("/overview");

/** For whoever runs a committee with others below it: what awaits those. */
export function OverviewPage() {
  const viewer = useViewer();
  if (!viewer) return null;
  return (
    <div className="page">
      <header>
        <h1>辖区待办</h1>
        <p className="muted">下级各委员会及其所依托的党组织等着办的事，逾期的在前。</p>
      </header>
      {hasCommitteesBelow(viewer) ? (
        <Overview />
      ) : isSomebody(viewer) ? (
        <Empty title="您负责的委员会没有下级">
          街道大工委和区级联席会议的书记在这里看下级委员会的待办。您自己的在
          <Link to="/" search={{}}>
            我的一天
          </Link>
          。
        </Empty>
      ) : (
        <Empty title="登录后看到辖区的待办">
          <Link to="/sign-in" search={{ back: "/overview" }}>
            去登录
          </Link>
        </Empty>
      )}
    </div>
  );
}

function Overview() {
  const search = route.useSearch();
  const viewer = useViewer();
  const now = new Date();
  const pages = useEveryPage(
    OverviewTasksDocument,
    { filter: { below: true } },
    ({ tasks }) => tasks,
  );
  const own = new Set([...committeesOf(viewer), ...unitsOf(viewer)].map(({ id }) => id));
  const all = tasksBelow(pages.nodes ?? [], own);
  const found = wanted(all, search, now);
  const groups = byCommittee(found, now);
  const overdue = groups.reduce((sum, group) => sum + group.overdue, 0);
  return (
    <>
      <OverviewFilters tasks={all} search={search} />
      <Paged
        // Counts are of all: until then they would be too small.
        pages={{ ...pages, nodes: pages.hasMore ? undefined : pages.nodes && groups }}
        empty={
          all.length === 0 ? (
            <Empty title="下级委员会没有等着办的事">有了会自动列在这里。</Empty>
          ) : (
            <Empty title="没有符合条件的待办">换一个委员会或者种类再看看。</Empty>
          )
        }
      >
        {() => (
          <>
            <p className="muted" role="status">
              {groups.length} 个委员会和单位，共 {found.length} 项，其中 {overdue} 项逾期
            </p>
            {groups.map((group) => (
              <CommitteeTaskList key={group.of.id} of={group} now={now} />
            ))}
          </>
        )}
      </Paged>
    </>
  );
}
