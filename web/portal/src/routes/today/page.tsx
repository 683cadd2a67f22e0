import "./today.css";
import { standingOf } from "../../app/names.ts";
import { isSomebody, usePlace, useViewer } from "../../app/viewer.ts";
import { Loaded } from "../../components/loaded.tsx";
import { useAsk } from "../../graph/query-client.ts";
import { TodayPageDocument } from "../../graph/generated/graphql.ts";
import { addDays, dayOf, instantAt, showDay } from "../../words/time.ts";
import { OwnDay } from "./own-day.tsx";
import { Visitor } from "./visitor.tsx";

/** What awaits the viewer's units and committees, what they were told, and the coming week around them. */
export function TodayPage() {
  const viewer = useViewer();
  const place = usePlace();
  const today = dayOf(new Date());
  const week = { start: instantAt(today, "00:00"), end: instantAt(addDays(today, 7), "00:00") };
  const isVisitor = viewer !== undefined && !isSomebody(viewer);
  const from = `${today.slice(0, 4)}-01-01`;
  const query = useAsk(
    TodayPageDocument,
    { place: place ?? "", week, from, to: today, isVisitor },
    { isEnabled: place !== undefined && viewer !== undefined },
  );
  return (
    <div className="page">
      <header>
        <h1>{showDay(today)}</h1>
        {!isVisitor && <p className="muted">{viewer ? standingOf(viewer) : "…"}</p>}
      </header>
      {isVisitor ? (
        <Loaded query={query}>{(data) => <Visitor data={data} />}</Loaded>
      ) : (
        viewer && <OwnDay viewer={viewer} around={query} />
      )}
    </div>
  );
}
