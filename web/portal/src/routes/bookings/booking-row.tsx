import { Link } from "@tanstack/react-router";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { StateMark, type Tone } from "../../components/state-mark.tsx";
import type { BookingOfListFragment, BookingState } from "../../graph/generated/graphql.ts";
import { BOOKING_STATES } from "../../words/labels.ts";
import { showRange } from "../../words/time.ts";
import { BookingActions } from "./booking-actions.tsx";

export const BOOKING_TONES: Readonly<Record<BookingState, Tone>> = {
  REQUESTED: "wait",
  CONFIRMED: "good",
  DENIED: "bad",
  CANCELLED: "muted",
  DONE: "muted",
};

interface BookingRowProps {
  readonly booking: BookingOfListFragment;
  /** Whether the viewer's unit offers what is booked; otherwise it has booked it. */
  readonly isOffered: boolean;
}

/** A booking with what can be done about it. */
export function BookingRow({ booking, isOffered }: BookingRowProps) {
  const { state, during, resource, organization, quantity, purpose, reason } = booking;
  const other = isOffered ? organization : resource?.provider;
  const amount = (resource?.capacity ?? 1) > 1 && `${quantity}${resource?.unit ?? "份"}`;
  return (
    <li className="row">
      <div className="row-main">
        <p className="row-title">
          {resource ? (
            <Link to="/resources/$id" params={{ id: resource.id }} search={{}}>
              {resource.title}
            </Link>
          ) : (
            "已撤下的资源"
          )}
        </p>
        <p>{showRange(during)}</p>
        <p className="muted">
          <OrganizationLink organization={other} none="已注销的单位" />
          {[amount, purpose].filter(Boolean).map((part) => ` · ${part}`)}
        </p>
        {reason !== null && <p className="muted">原因：{reason}</p>}
      </div>
      <StateMark tone={BOOKING_TONES[state]}>{BOOKING_STATES[state]}</StateMark>
      <BookingActions booking={booking} isOffered={isOffered} />
    </li>
  );
}
