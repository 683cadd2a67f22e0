import { useState } from "react";
import { Confirm } from "../../../components/confirm.tsx";
import { DayField } from "../../../components/day-field.tsx";
import { Empty } from "../../../components/empty.tsx";
import { Paged } from "../../../components/paged.tsx";
import { StateMark } from "../../../components/state-mark.tsx";
import {
  type OfficeSeatFragment,
  OfficeSeatsDocument,
  PortalEndSeatDocument,
} from "../../../graph/generated/graphql.ts";
import { useChange } from "../../../graph/use-change.ts";
import { usePages } from "../../../graph/use-pages.ts";
import { SEAT_ROLES } from "../../../words/labels.ts";
import { type Day, dayOf, showDay } from "../../../words/time.ts";
import { lastDayFault } from "../last-day.ts";
import { AppointSeat } from "./appoint-seat.tsx";
import { CorrectSeat } from "./correct-seat.tsx";
import type { OfficeCommittee } from "./page.tsx";

/** The seats of the current term: who sits in them, who is appointed, who leaves. */
export function Seats({ committee }: { readonly committee: OfficeCommittee }) {
  const pages = usePages(
    OfficeSeatsDocument,
    { id: committee.id },
    (result) => result.committee?.seats,
  );
  return (
    <div className="beside">
      <Paged
        pages={pages}
        empty={
          <Empty title="本届还没有委员">
            {committee.currentTerm ? "先任命书记，再任命其他委员。" : "没有在任的届次，请先换届。"}
          </Empty>
        }
      >
        {(seats) => (
          <ul className="rows">
            {seats.map((seat) => (
              <SeatRow key={seat.id} seat={seat} term={committee.currentTerm} />
            ))}
          </ul>
        )}
      </Paged>
      {committee.currentTerm && (
        <AppointSeat
          committee={committee}
          term={committee.currentTerm}
          secretary={pages.nodes?.find(({ role }) => role === "SECRETARY")}
        />
      )}
    </div>
  );
}

interface SeatRowProps {
  readonly seat: OfficeSeatFragment;
  readonly term: OfficeCommittee["currentTerm"];
}

function SeatRow({ seat, term }: SeatRowProps) {
  const { id, version, role, since, until, holderName, subject, fromOrganization } = seat;
  const end = useChange(PortalEndSeatDocument);
  const [day, setDay] = useState<Day | undefined>(dayOf(new Date()));
  const name = holderName ?? "委员";
  const fault = lastDayFault(day, since);
  return (
    <li className="row">
      <div className="row-main">
        <p className="row-title">{name}</p>
        <p className="muted">
          {fromOrganization?.name} · {showDay(since)}起{until !== null && `，至${showDay(until)}`}
          {subject !== null && ` · 登录名 ${subject}`}
        </p>
      </div>
      <StateMark tone={role === "SECRETARY" ? "good" : "muted"}>{SEAT_ROLES[role]}</StateMark>
      {term && <CorrectSeat seat={seat} term={term} />}
      <Confirm
        action="离任"
        of={name}
        question={`登记${SEAT_ROLES[role]} ${name} 离任？登记后不能撤回，如要再任须重新任命。`}
        reasonLabel="原因"
        error={end.error}
        canSayYes={fault === undefined}
        onConfirm={async (reason) => {
          await end.mutateAsync({
            id,
            version,
            reason,
            ...(day === undefined ? {} : { until: day }),
          });
        }}
      >
        <DayField label="离任日期" value={day} onChange={setDay} fault={fault} />
      </Confirm>
    </li>
  );
}
