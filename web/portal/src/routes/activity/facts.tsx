import { Link } from "@tanstack/react-router";
import { CommitteeLink } from "../../components/committee-link.tsx";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import { AUDIENCES, ACTIVITY_KINDS } from "../../words/labels.ts";
import { showRange } from "../../words/time.ts";
import { type PageActivity, isHostAsked, isOpen } from "./activity.ts";
import { RoomState } from "./room-state.tsx";

/** What it is, when and where, and whose. */
export function Facts({ activity }: { readonly activity: PageActivity }) {
  const { kind, theme, host, committee, venue, place, audience } = activity;
  const { attendance, startsAt, endsAt } = activity;
  return (
    <dl className="facts">
      <dt>时间</dt>
      <dd>{showRange({ start: startsAt, end: endsAt })}</dd>
      <dt>地点</dt>
      <dd>
        {venue ? (
          <>
            <Link to="/resources/$id" params={{ id: venue.id }}>
              {venue.title}
            </Link>
            {venue.provider && (
              <span className="muted">
                {" · "}
                <OrganizationLink organization={venue.provider} />
              </span>
            )}
          </>
        ) : (
          (place ?? "未填写")
        )}
        {venue && place !== null && !isUsual(venue, place) && <span> · {place}</span>}
        {venue?.venue?.address != null && <p className="hint">{venue.venue.address}</p>}
        <RoomState activity={activity} />
      </dd>
      <dt>类型</dt>
      <dd>
        {ACTIVITY_KINDS[kind]}
        {theme !== null && ` · ${theme}`}
      </dd>
      <dt>主办</dt>
      <dd>
        <OrganizationLink organization={host} />
        {isOpen(activity) && isHostAsked(activity) && (
          <>
            {" "}
            <StateMark tone="wait">待确认</StateMark>
          </>
        )}
      </dd>
      <dt>委员会</dt>
      <dd>
        <CommitteeLink committee={committee} />
      </dd>
      <dt>公开范围</dt>
      <dd>{AUDIENCES[audience]}</dd>
      {activity.state === "HELD" && (
        <>
          <dt>到场人次</dt>
          <dd>{attendance} 人次</dd>
        </>
      )}
    </dl>
  );
}

/** Whether the words for a place say no more than its venue: the title and the address are there already. */
function isUsual({ title, venue }: NonNullable<PageActivity["venue"]>, place: string): boolean {
  return place === title || place === `${title}（${venue?.address ?? ""}）`;
}
