import { Link } from "@tanstack/react-router";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { StateMark, type Tone } from "../../components/state-mark.tsx";
import type { EntryOfListFragment, WaitingState } from "../../graph/generated/graphql.ts";
import { WAITING_STATES } from "../../words/labels.ts";
import { showInstant, showRange } from "../../words/time.ts";
import { type AcceptedEntry, STILL_ASKED, isStillAsked } from "./accepted.tsx";
import { EntryActions } from "./entry-actions.tsx";

const TONES: Readonly<Record<WaitingState, Tone>> = {
  WAITING: "wait",
  OFFERED: "good",
  BOOKED: "muted",
  LAPSED: "muted",
  WITHDRAWN: "muted",
};

interface EntryRowProps {
  readonly entry: EntryOfListFragment;
  /** Id of the unit that waits. */
  readonly unit: string;
  readonly onAccepted: (entry: AcceptedEntry) => void;
}

/** A time that is waited for, with what can be done about it. */
export function EntryRow({ entry, unit, onAccepted }: EntryRowProps) {
  const { state, during, resource, quantity, purpose, offeredUntil, ahead, booking } = entry;
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
          <OrganizationLink organization={resource?.provider} none="已注销的单位" />
          {[amount, purpose].filter(Boolean).map((part) => ` · ${part}`)}
        </p>
        {ahead !== null && (
          <p>{ahead === 0 ? "排在第一位，一空出来就先让给您。" : `前面还有 ${ahead} 家在等。`}</p>
        )}
        {state === "OFFERED" && offeredUntil !== null && (
          <p>
            <strong>已空出，为您保留到 {showInstant(offeredUntil)}。</strong>
            请在此之前接受，过时让给下一家。
            {isStillAsked(entry, unit) && STILL_ASKED}
          </p>
        )}
        {booking && (
          <p>
            <Link to="/bookings/$id" params={{ id: booking.id }}>
              看这个预约
            </Link>
          </p>
        )}
      </div>
      <StateMark tone={TONES[state]}>{WAITING_STATES[state]}</StateMark>
      <EntryActions entry={entry} onAccepted={onAccepted} />
    </li>
  );
}
