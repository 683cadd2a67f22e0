import "./board.css";
import "./board-on-paper.css";
import "./board-on-phones.css";
import { getRouteApi } from "@tanstack/react-router";
import { usePlace, useViewer } from "../../app/viewer.ts";
import { Button } from "../../components/button.tsx";
import { DayField } from "../../components/day-field.tsx";
import { Empty } from "../../components/empty.tsx";
import { Paged } from "../../components/paged.tsx";
import { PlaceField } from "../../components/place-field.tsx";
import { usePlaceOf } from "../../components/fields/use-place-choices.ts";
import { Views } from "../../components/views.tsx";
import { BoardPageDocument } from "../../graph/generated/graphql.ts";
import { usePages } from "../../graph/use-pages.ts";
import { addDays, dayOf, showDay } from "../../words/time.ts";
import { DayBoard } from "./day-board.tsx";
import { type BoardSearch, daysShown, rangeOf } from "./search.ts";
import { WeekBoard } from "./week-board.tsx";

const route = getRouteApi("/board");

/** The venues of a place and the hours of a day: what is free, what is taken, what waits for an answer. */
export function BoardPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const ownPlace = usePlace();
  const isKnown = useViewer() !== undefined;
  const { day = dayOf(new Date()), place = ownPlace, view } = search;
  const days = daysShown(day, view);
  const name = usePlaceOf(place)?.name ?? "";
  const pages = usePages(
    BoardPageDocument,
    { place: place ?? "", during: rangeOf(days) },
    ({ resources }) => resources,
    { isEnabled: isKnown && place !== undefined },
  );
  const change = (changed: Partial<BoardSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  const step = view === "week" ? 7 : 1;
  const first = showDay(days[0] ?? day);
  const title = view === "week" ? `${first} 至 ${showDay(days.at(-1) ?? day)}` : first;
  return (
    <div className="page">
      <header className="page-head">
        <h1>场地看板</h1>
        <div className="buttons">
          <Views
            label="样式"
            options={{ day: "一天", week: "一周" }}
            value={view ?? "day"}
            onChange={(chosen) => change({ view: chosen === "week" ? chosen : undefined })}
          />
          <Button look="quiet" onPress={() => print()}>
            打印
          </Button>
        </div>
      </header>
      <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <PlaceField label="地点" value={place} onChange={(code) => change({ place: code })} />
        <DayField label="日期" value={day} onChange={(chosen) => change({ day: chosen })} />
      </form>
      <div className="board-steps">
        <Button look="quiet" onPress={() => change({ day: addDays(day, -step) })}>
          ‹ {view === "week" ? "上一周" : "前一天"}
        </Button>
        <h2>
          {name} · {title}
        </h2>
        <Button look="quiet" onPress={() => change({ day: addDays(day, step) })}>
          {view === "week" ? "下一周" : "后一天"} ›
        </Button>
      </div>
      <Paged pages={pages} empty={<Empty title="这里没有场地">换一个更大的地点再看看。</Empty>}>
        {(venues) =>
          view === "week" ? (
            <WeekBoard
              venues={venues}
              days={days}
              caption={`${name}场地一周的使用情况，${title}`}
            />
          ) : (
            <DayBoard venues={venues} day={day} caption={`${name}场地的使用情况，${title}`} />
          )
        }
      </Paged>
    </div>
  );
}
