import { Link } from "@tanstack/react-router";
import { CheckLine } from "../../components/check-line.tsx";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { StateMark, type Tone } from "../../components/state-mark.tsx";
import type { BookingOfListFragment, BookingState } from "../../graph/generated/graphql.ts";
import { BOOKING_STATES } from "../../words/labels.ts";
import { showRange } from "../../words/time.ts";
import { BlockedTime } from "./blocked-time.tsx";
import { BookingActions } from "./booking-actions.tsx";
import { wordsOfUse } from "./record-use.tsx";
import { Rivals } from "./rivals.tsx";

export const BOOKING_TONES: Readonly<Record<BookingState, Tone>> = {
  REQUESTED: "wait",
  CONFIRMED: "good",
  DENIED: "bad",
  CANCELLED: "muted",
  DONE: "muted",
};

/** A booking that can be chosen, to be decided about together with others. */
export interface Choosable {
  readonly isChosen: boolean;
  readonly choose: (isChosen: boolean) => void;
}

interface BookingRowProps {
  readonly booking: BookingOfListFragment;
  /** Whether the viewer's unit offers what is booked; otherwise it has booked it. */
  readonly isOffered: boolean;
  readonly choosable?: Choosable | undefined;
  /** Why it could not be decided about with others. */
  readonly fault?: string | undefined;
  /** Called once it was answered. @param words what came of it. */
  readonly onAnswered?: ((words: string) => void) | undefined;
}

/** A booking with what can be done about it. */
export function BookingRow(props: BookingRowProps) {
  const { booking, isOffered, choosable, fault, onAnswered } = props;
  const { id, state, during, previous, resource, organization, quantity, purpose, reason, used } =
    booking;
  const other = isOffered ? organization : resource?.provider;
  const amount = (resource?.capacity ?? 1) > 1 && `${quantity}${resource?.unit ?? "份"}`;
  return (
    <li className="row">
      {choosable && (
        <CheckLine value={choosable.isChosen} onChange={choosable.choose}>
          <span className="unseen">
            选中：{organization?.name ?? "已注销的单位"} {showRange(during)} {resource?.title}
          </span>
        </CheckLine>
      )}
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
        <p>
          <Link to="/bookings/$id" params={{ id }}>
            {showRange(during)}
          </Link>
        </p>
        {previous && <p className="muted">原时段：{showRange(previous)}，答复之前仍然保留</p>}
        <p className="muted">
          <OrganizationLink organization={other} none="已注销的单位" />
          {[amount, purpose].filter(Boolean).map((part) => ` · ${part}`)}
        </p>
        {reason !== null && <p className="muted">原因：{reason}</p>}
        {used !== null && <p className="muted">{wordsOfUse(used)}</p>}
        <BlockedTime booking={booking} isOffered={isOffered} />
        {state === "REQUESTED" && <Rivals booking={booking} />}
        {fault !== undefined && (
          <p className="fault" role="alert">
            {fault}
          </p>
        )}
      </div>
      <StateMark tone={BOOKING_TONES[state]}>{BOOKING_STATES[state]}</StateMark>
      <BookingActions booking={booking} isOffered={isOffered} onAnswered={onAnswered} />
    </li>
  );
}
