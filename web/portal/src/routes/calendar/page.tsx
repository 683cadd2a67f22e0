import "./calendar.css";
import { Link, getRouteApi } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { listOf } from "../../app/address.ts";
import { usePlace, useViewer } from "../../app/viewer.ts";
import { Fault } from "../../components/fault.tsx";
import { Button } from "../../components/button.tsx";
import { CalendarPageDocument } from "../../graph/generated/graphql.ts";
import { useEveryPage } from "../../graph/use-pages.ts";
import { dayOf } from "../../words/time.ts";
import { CalendarFilters } from "./filters.tsx";
import { ChosenPlaces } from "./chosen-places.tsx";
import { MonthList } from "./month-list.tsx";
import { type CalendarSearch, type CalendarView, activityFilterOf } from "./search.ts";
import { CalendarSteps } from "./steps.tsx";

const route = getRouteApi("/calendar");
/** The picture is loaded when it is looked at; phones begin with the list. */
const CalendarGrid = lazy(async () => ({ default: (await import("./grid.tsx")).CalendarGrid }));

/** One calendar of all joint activities: a month, a week or a list of what one question finds. */
export function CalendarPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  const view = search.view ?? (matchMedia("(max-width: 640px)").matches ? "list" : "month");
  const committees = listOf(search.committee);
  const shown = { ...search, view };
  const change = (changed: Partial<CalendarSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  return (
    <div className="page">
      <header className="page-head">
        <h1>日历</h1>
        <div className="buttons not-print">
          <Link to="/calendar/addresses" className="button button-quiet">
            放进自己的日历
          </Link>
          {viewer && viewer.organizations.length > 0 && (
            <Link
              to="/activities/new"
              search={committees.length === 1 ? { committee: committees[0] } : {}}
              className="button button-main"
            >
              安排活动
            </Link>
          )}
        </div>
      </header>
      <CalendarFilters search={search} onChange={change} />
      <ChosenPlaces search={search} onChange={change} />
      <CalendarSteps search={shown} onChange={change} />
      {viewer && <Shown search={shown} />}
    </div>
  );
}

function Shown({ search }: { readonly search: CalendarSearch & { readonly view: CalendarView } }) {
  const ownPlace = usePlace();
  const filter = activityFilterOf(search, ownPlace);
  const pages = useEveryPage(CalendarPageDocument, { filter }, ({ activities }) => activities);
  const { nodes, total, hasMore, isPrevious, error } = pages;
  if (error && !nodes)
    return (
      <div className="stack">
        <Fault error={error} />
        <div>
          <Button onPress={pages.readAgain}>再试一次</Button>
        </div>
      </div>
    );
  if (!nodes || isPrevious) return <div className="loading" role="status" aria-label="正在读取" />;
  return (
    <section className="stack" aria-label="活动" aria-busy={hasMore}>
      <p className="muted" role="status">
        {hasMore ? `正在读取：${nodes.length} / ${total} 项` : `共 ${nodes.length} 项`}
      </p>
      <Fault error={error} />
      {search.view === "list" ? (
        <MonthList search={search} activities={nodes} />
      ) : (
        <Suspense fallback={<div className="loading" />}>
          <CalendarGrid
            view={search.view}
            day={search.day ?? dayOf(new Date())}
            activities={nodes}
          />
        </Suspense>
      )}
    </section>
  );
}
