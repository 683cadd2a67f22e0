import { Link } from "@tanstack/react-router";
import { StateMark } from "../../components/state-mark.tsx";
import type { MeetingsPageQuery } from "../../graph/generated/graphql.ts";
import { ACTIVITY_STATES } from "../../words/labels.ts";
import { showRange } from "../../words/time.ts";
import { ACTIVITY_TONES } from "../calendar/activity-list.tsx";

type Meeting = NonNullable<MeetingsPageQuery["activities"]>["nodes"][number];

/** How many items a row names; the meeting's page has all. */
const NAMED = 3;

export function MeetingRow({ meeting }: { readonly meeting: Meeting }) {
  const { id, title, state, startsAt, endsAt, committee, venue, agendaItems } = meeting;
  const named = agendaItems.slice(0, NAMED).map((item) => item.title);
  const more = agendaItems.length > NAMED ? `等 ${agendaItems.length} 项` : "";
  return (
    <li className="row">
      <div className="row-main">
        <p className="row-title">
          <Link to="/activities/$id" params={{ id }}>
            {title}
          </Link>
        </p>
        <p>{showRange({ start: startsAt, end: endsAt })}</p>
        <p className="muted">{[committee?.name, venue?.title].filter(Boolean).join(" · ")}</p>
        <p className="muted">
          {named.length === 0 ? "还没有议题" : `议题：${named.join("；")}${more}`}
        </p>
      </div>
      {state !== "SCHEDULED" && (
        <StateMark tone={ACTIVITY_TONES[state]}>{ACTIVITY_STATES[state]}</StateMark>
      )}
    </li>
  );
}
