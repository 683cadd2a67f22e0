import { Link } from "@tanstack/react-router";
import { StateMark } from "../../components/state-mark.tsx";
import type { UnitDayQuery } from "../../graph/generated/graphql.ts";
import { RESOURCE_STATES } from "../../words/resources.ts";
import { BookingRow } from "../bookings/booking-row.tsx";
import { NeedRows } from "./need-rows.tsx";

interface UnitListsProps {
  readonly id: string;
  readonly day: UnitDayQuery;
}

/** What a unit has booked next, what it offers, and what it has asked for. */
export function UnitLists({ id, day: { coming, offered, wanted } }: UnitListsProps) {
  return (
    <>
      <section className="stack">
        <h3>我们接下来的预约</h3>
        {coming && coming.totalCount > 0 ? (
          <>
            <ul className="rows">
              {(coming.nodes ?? []).map((booking) => (
                <BookingRow key={booking.id} booking={booking} isOffered={false} />
              ))}
            </ul>
            <p>
              <Link to="/bookings" search={{ unit: id }}>
                全部 {coming.totalCount} 项
              </Link>
            </p>
          </>
        ) : (
          <p className="muted">
            还没有。<Link to="/resources">去找一个空闲的场地</Link>
          </p>
        )}
      </section>
      <div className="pairs">
        <section className="stack">
          <h3>我们提供的</h3>
          <ul className="rows">
            {(offered?.nodes ?? []).map(({ id: resource, title, state }) => (
              <li key={resource} className="row">
                <p className="row-main row-title">
                  <Link to="/resources/$id" params={{ id: resource }} search={{}}>
                    {title}
                  </Link>
                </p>
                {state === "DRAFT" && <StateMark tone="muted">{RESOURCE_STATES[state]}</StateMark>}
              </li>
            ))}
          </ul>
          <p>
            {offered && offered.totalCount > 0 && (
              <>
                <Link to="/resources" search={{ unit: id }}>
                  全部 {offered.totalCount} 项
                </Link>
                {" · "}
              </>
            )}
            <Link to="/resources/new">提供资源</Link>
          </p>
        </section>
        <section className="stack">
          <h3>我们需要的</h3>
          <NeedRows needs={wanted?.nodes ?? []} />
          <p>
            <Link to="/needs/new">提出需求</Link>
          </p>
        </section>
      </div>
    </>
  );
}
