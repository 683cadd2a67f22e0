import "./today.css";
import { standingOf } from "../../app/names.ts";
import { committeesOf, unitsOf, usePlace, useViewer } from "../../app/viewer.ts";
import { Loaded } from "../../components/loaded.tsx";
import { Together } from "../../components/together.tsx";
import { useAsk } from "../../graph/query-client.ts";
import { TodayPageDocument } from "../../graph/generated/graphql.ts";
import { addDays, dayOf, instantAt, showDay } from "../../words/time.ts";
import { PartCards } from "../office/part-cards.tsx";
import { CommitteeDay } from "./committee-day.tsx";
import { ComingWeek } from "./coming-week.tsx";
import { UnitDay } from "./unit-day.tsx";
import { Visitor } from "./visitor.tsx";

/** What awaits the viewer's units and committees, and the coming week around them. */
export function TodayPage() {
  const viewer = useViewer();
  const place = usePlace();
  const today = dayOf(new Date());
  const week = { start: instantAt(today, "00:00"), end: instantAt(addDays(today, 7), "00:00") };
  const isVisitor = viewer?.kind === "ANONYMOUS";
  const from = `${today.slice(0, 4)}-01-01`;
  const query = useAsk(
    TodayPageDocument,
    { place: place ?? "", week, from, to: today, isVisitor },
    { isEnabled: place !== undefined && viewer !== undefined },
  );
  const units = unitsOf(viewer);
  const committees = committeesOf(viewer);
  const isOne = units.length + committees.length === 1;
  return (
    <div className="page">
      <header>
        <h1>{showDay(today)}</h1>
        {!isVisitor && <p className="muted">{viewer ? standingOf(viewer) : "…"}</p>}
      </header>
      {isVisitor ? (
        <Loaded query={query}>{(data) => <Visitor data={data} />}</Loaded>
      ) : (
        <Together className="today">
          <div className="stack today-own">
            {viewer && units.length + committees.length === 0 && (
              <>
                <p className="muted">
                  现在没有等您办理的事项。您不代表单位，也不负责委员会的日常工作。
                </p>
                <PartCards />
              </>
            )}
            {committees.map(({ id, name, region }) => (
              <CommitteeDay key={id} id={id} name={name} place={region?.code ?? ""} isOne={isOne} />
            ))}
            {units.map(({ id, name }) => (
              <UnitDay key={id} id={id} name={name} isOne={isOne} />
            ))}
          </div>
          <Loaded query={query}>{(data) => <ComingWeek data={data} />}</Loaded>
        </Together>
      )}
    </div>
  );
}
