import { Link } from "@tanstack/react-router";
import { standingOf } from "../../app/names.ts";
import { usePlace, useViewer } from "../../app/viewer.ts";
import { Loaded } from "../../components/loaded.tsx";
import { useAsk } from "../../graph/query-client.ts";
import { TodayPageDocument } from "../../graph/generated/graphql.ts";
import { addDays, dayOf, instantAt, showDay } from "../../words/time.ts";
import { ActivityList } from "../calendar/activity-list.tsx";

/** What awaits the viewer, and the coming week around them. */
export function TodayPage() {
  const viewer = useViewer();
  const place = usePlace();
  const today = dayOf(new Date());
  const week = { start: instantAt(today, "00:00"), end: instantAt(addDays(today, 7), "00:00") };
  const query = useAsk(
    TodayPageDocument,
    { place: place ?? "", week },
    { isEnabled: place !== undefined },
  );
  return (
    <div className="page">
      <header>
        <h1>{showDay(today)}</h1>
        {viewer && viewer.kind !== "ANONYMOUS" && <p className="muted">{standingOf(viewer)}</p>}
      </header>
      <Loaded query={query}>
        {({ region, activities, needs, resources }) => (
          <div className="halves">
            <section className="stack">
              <h2>未来七天 · {region?.name}</h2>
              <ActivityList activities={activities?.nodes ?? []} />
              <Link to="/calendar">整个日历</Link>
            </section>
            <section className="stack">
              <h2>正在征集的需求</h2>
              <ul className="rows">
                {(needs?.nodes ?? []).map(({ id, title, neededBy, organization }) => (
                  <li key={id} className="row">
                    <div className="row-main">
                      <p className="row-title">{title}</p>
                      <p className="muted">
                        {organization?.name}
                        {neededBy !== null && ` · ${showDay(neededBy)}前`}
                      </p>
                    </div>
                  </li>
                ))}
              </ul>
              <h2>可以预约的场地</h2>
              <ul className="rows">
                {(resources?.nodes ?? []).map(({ id, title, provider }) => (
                  <li key={id} className="row">
                    <div className="row-main">
                      <p className="row-title">
                        <Link to="/resources/$id" params={{ id }}>
                          {title}
                        </Link>
                      </p>
                      <p className="muted">{provider?.name}</p>
                    </div>
                  </li>
                ))}
              </ul>
              <Link to="/resources">全部 {resources?.totalCount} 处场地</Link>
            </section>
          </div>
        )}
      </Loaded>
    </div>
  );
}
