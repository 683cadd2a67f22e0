import { getRouteApi } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { usePlace, useViewer } from "../../app/viewer.ts";
import { Button } from "../../components/button.tsx";
import { Choice } from "../../components/choice.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { useAsk } from "../../graph/query-client.ts";
import { type ActivityKind, CalendarPageDocument } from "../../graph/generated/graphql.ts";
import { ACTIVITY_KINDS } from "../../words/labels.ts";
import { addDays, dayOf } from "../../words/time.ts";
import { ActivityList } from "./activity-list.tsx";
import { type CalendarSearch, activityFilterOf, daysOf } from "./search.ts";

const route = getRouteApi("/calendar");
/** The picture is loaded when it is looked at; phones begin with the list. */
const CalendarGrid = lazy(async () => ({ default: (await import("./grid.tsx")).CalendarGrid }));
const VIEWS = { month: "月", week: "周", list: "列表" } as const;

/** One calendar of all joint activities. On phones it begins as a list. */
export function CalendarPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  const ownPlace = usePlace();
  const view = search.view ?? (matchMedia("(max-width: 640px)").matches ? "list" : "month");
  const shown = { ...search, view };
  const filter = activityFilterOf(shown, ownPlace);
  const query = useAsk(
    CalendarPageDocument,
    { filter },
    { isEnabled: viewer !== undefined, keepsPrevious: true },
  );
  const change = (changed: Partial<CalendarSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  const [first, end] = daysOf(shown);
  const month = (search.day ?? dayOf(new Date())).slice(0, 7);
  const back = view === "week" ? addDays(first, -7) : addDays(`${month}-01`, -1);
  const on = view === "week" ? end : addDays(`${addDays(`${month}-01`, 31).slice(0, 7)}-01`, 0);
  return (
    <div className="page">
      <header className="calendar-head">
        <h1>日历</h1>
        <div className="buttons">
          <Button look="quiet" onPress={() => change({ day: back })} aria-label="往前">
            ‹
          </Button>
          <Button look="quiet" onPress={() => change({ day: undefined })}>
            今天
          </Button>
          <Button look="quiet" onPress={() => change({ day: on })} aria-label="往后">
            ›
          </Button>
          <strong>{`${month.slice(0, 4)}年${Number(month.slice(5))}月`}</strong>
        </div>
        <div className="buttons" role="group" aria-label="样式">
          {(Object.keys(VIEWS) as (keyof typeof VIEWS)[]).map((one) => (
            <Button
              key={one}
              look={one === view ? "plain" : "quiet"}
              aria-pressed={one === view}
              onPress={() => change({ view: one })}
            >
              {VIEWS[one]}
            </Button>
          ))}
        </div>
        <Choice
          label="类别"
          options={{ ALL: "全部", ...ACTIVITY_KINDS }}
          value={search.kind ?? "ALL"}
          onChange={(kind) => change({ kind: kind === "ALL" ? undefined : (kind as ActivityKind) })}
        />
      </header>
      <Loaded query={query}>
        {({ activities }) => {
          const found = activities?.nodes ?? [];
          return view === "list" ? (
            <ActivityList activities={found} />
          ) : (
            <Suspense fallback={<div className="loading" />}>
              <CalendarGrid view={view} day={search.day ?? dayOf(new Date())} activities={found} />
            </Suspense>
          );
        }}
      </Loaded>
    </div>
  );
}
