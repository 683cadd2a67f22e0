import { Link, getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { namesOf } from "../../app/own-committees.ts";
import { unitsOf, useViewer } from "../../app/viewer.ts";
import { Choice } from "../../components/choice.tsx";
import { Done } from "../../components/done.tsx";
import { Empty } from "../../components/empty.tsx";
import { Filters } from "../../components/filters.tsx";
import { Paged } from "../../components/paged.tsx";
import { WaitingPageDocument, type WaitingFilter } from "../../graph/generated/graphql.ts";
import { usePages } from "../../graph/use-pages.ts";
import { BookingViews } from "../bookings/booking-views.tsx";
import { Accepted, type AcceptedEntry } from "./accepted.tsx";
import { EntryRow } from "./entry-row.tsx";
import type { WaitingSearch } from "./route.ts";

const route = getRouteApi("/bookings/waiting");
const SHOWN = { open: "还在等候的", all: "全部" } as const;

/** The times that a unit waits for, and those that are offered to it now. */
export function WaitingPage() {
  const search = route.useSearch();
  const viewer = useViewer();
  const units = unitsOf(viewer);
  const unit = units.find(({ id }) => id === search.unit) ?? units[0];
  if (!viewer) return null;
  return (
    <div className="page">
      <h1>预约</h1>
      {unit ? (
        <UnitEntries key={unit.id} unit={unit.id} units={units} search={search} />
      ) : viewer.kind === "ANONYMOUS" ? (
        <Empty title="登录后看到本单位的候补">
          <Link to="/sign-in" search={{ back: "/bookings/waiting" }}>
            去登录
          </Link>
        </Empty>
      ) : (
        <Empty title="您目前不代表任何单位">候补由单位的联络员办理。</Empty>
      )}
    </div>
  );
}

interface UnitEntriesProps {
  readonly unit: string;
  readonly units: ReturnType<typeof unitsOf>;
  readonly search: WaitingSearch;
}

function UnitEntries({ unit, units, search }: UnitEntriesProps) {
  const navigate = route.useNavigate();
  const [accepted, setAccepted] = useState<AcceptedEntry>();
  const change = (changed: Partial<WaitingSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  const filter: WaitingFilter = {
    organizationId: unit,
    ...(search.show === "all" ? {} : { states: ["WAITING", "OFFERED"] }),
  };
  const pages = usePages(WaitingPageDocument, { filter }, ({ waitingEntries }) => waitingEntries);
  return (
    <>
      <BookingViews unit={unit} chosen={search.unit} view="waiting" />
      <Filters of={search}>
        {units.length > 1 && (
          <Choice
            label="单位"
            options={namesOf(units)}
            value={unit}
            onChange={(id) => change({ unit: id })}
          />
        )}
        <Choice
          label="候补"
          options={SHOWN}
          value={search.show ?? "open"}
          onChange={(show) => change({ show: show === "all" ? show : undefined })}
        />
      </Filters>
      {accepted && (
        <Done key={accepted.id}>
          <Accepted entry={accepted} />
        </Done>
      )}
      <Paged
        pages={pages}
        empty={
          <Empty title="没有在等候的时段">
            <Link to="/resources">选场地</Link>时，想要的时段已被预约，就可以在那里候补。
          </Empty>
        }
      >
        {(entries) => (
          <ul className="rows">
            {entries.map((entry) => (
              <EntryRow key={entry.id} entry={entry} unit={unit} onAccepted={setAccepted} />
            ))}
          </ul>
        )}
      </Paged>
    </>
  );
}
