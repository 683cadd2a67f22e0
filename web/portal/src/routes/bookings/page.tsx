import { Link, getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { namesOf } from "../../app/own-committees.ts";
import { unitsOf, useViewer } from "../../app/viewer.ts";
import { Filters } from "../../components/filters.tsx";
import { Choice } from "../../components/choice.tsx";
import { Empty } from "../../components/empty.tsx";
import type { BookingState } from "../../graph/generated/graphql.ts";
import { BOOKING_STATES } from "../../words/labels.ts";
import { BookingViews } from "./booking-views.tsx";
import { BookingList } from "./list.tsx";
import { type BookingSearch, TIMES, bookingsWanted } from "./search.ts";

const route = getRouteApi("/bookings");

/** What a unit has booked, and what others have booked of it. */
export function BookingsPage() {
  const search = route.useSearch();
  const viewer = useViewer();
  const units = unitsOf(viewer);
  const unit = units.find(({ id }) => id === search.unit) ?? units[0];
  if (!viewer) return null;
  return (
    <div className="page">
      <h1>预约</h1>
      {unit ? (
        <UnitBookings key={unit.id} unit={unit.id} units={units} search={search} />
      ) : viewer.kind === "ANONYMOUS" ? (
        <Empty title="登录后看到本单位的预约">
          <Link to="/sign-in" search={{ back: "/bookings" }}>
            去登录
          </Link>
        </Empty>
      ) : (
        <Empty title="您目前不代表任何单位">
          预约由单位的联络员办理。您可以<Link to="/board">看各处场地的使用情况</Link>。
        </Empty>
      )}
    </div>
  );
}

interface UnitBookingsProps {
  readonly unit: string;
  readonly units: ReturnType<typeof unitsOf>;
  readonly search: BookingSearch;
}

function UnitBookings({ unit, units, search }: UnitBookingsProps) {
  const navigate = route.useNavigate();
  const [now] = useState(() => new Date());
  const change = (changed: Partial<BookingSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  return (
    <>
      <BookingViews unit={unit} chosen={search.unit} view={search.of ?? "own"} />
      <Filters of={{ unit: search.unit, when: search.when, state: search.state }}>
        {units.length > 1 && (
          <Choice
            label="单位"
            options={namesOf(units)}
            value={unit}
            onChange={(id) => change({ unit: id })}
          />
        )}
        <Choice
          label="时间"
          options={TIMES}
          value={search.when ?? "coming"}
          onChange={(when) =>
            change({ when: when === "past" || when === "all" ? when : undefined })
          }
        />
        <Choice
          label="状态"
          options={{ ALL: "全部", ...BOOKING_STATES }}
          value={search.state ?? "ALL"}
          onChange={(state) =>
            change({ state: state === "ALL" ? undefined : (state as BookingState) })
          }
        />
      </Filters>
      <BookingList
        wanted={bookingsWanted(search, unit, now)}
        isOffered={search.of === "offered"}
        isFiltered={search.state !== undefined || search.when !== undefined}
      />
    </>
  );
}
