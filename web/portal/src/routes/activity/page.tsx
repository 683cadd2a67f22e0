import { Link, getRouteApi } from "@tanstack/react-router";
import { Empty } from "../../components/empty.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { Lost } from "../../components/lost.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import { useAsk } from "../../graph/query-client.ts";
import { ActivityPageDocument } from "../../graph/generated/graphql.ts";
import { ACTIVITY_KINDS, ACTIVITY_STATES } from "../../words/labels.ts";
import { showRange } from "../../words/time.ts";
import { ACTIVITY_TONES } from "../calendar/activity-list.tsx";
import { JoinPanel } from "./join-panel.tsx";

const route = getRouteApi("/activities/$id");

export function ActivityPage() {
  const { id } = route.useParams();
  const query = useAsk(ActivityPageDocument, { id });
  return (
    <Loaded query={query}>
      {({ activity }) =>
        activity ? (
          <div className="page">
            <p className="trail">
              <Link to="/calendar">日历</Link>
            </p>
            <h1>{activity.title}</h1>
            <p className="card-facts">
              <StateMark tone={ACTIVITY_TONES[activity.state]}>
                {ACTIVITY_STATES[activity.state]}
              </StateMark>
              <strong>{showRange({ start: activity.startsAt, end: activity.endsAt })}</strong>
              <span>{ACTIVITY_KINDS[activity.kind]}</span>
              {activity.theme !== null && <span>{activity.theme}</span>}
            </p>
            {activity.cancelReason !== null && (
              <p className="notice notice-bad">取消原因：{activity.cancelReason}</p>
            )}
            <div className="beside">
              <div className="stack">
                <dl className="facts">
                  <dt>主办</dt>
                  <dd>{activity.host?.name ?? "—"}</dd>
                  <dt>委员会</dt>
                  <dd>{activity.committee?.name ?? "—"}</dd>
                  <dt>地点</dt>
                  <dd>
                    {activity.venue ? (
                      <Link to="/resources/$id" params={{ id: activity.venue.id }}>
                        {activity.venue.title}
                      </Link>
                    ) : (
                      "未填写"
                    )}
                  </dd>
                </dl>
                {activity.description !== null && <p className="lead">{activity.description}</p>}
                <h2>参加单位</h2>
                {activity.participants.length === 0 ? (
                  <Empty title="还没有单位参加" />
                ) : (
                  <ul className="rows">
                    {activity.participants.map(({ organization, attendance }) => (
                      <li key={organization?.id} className="row">
                        <span className="row-main">{organization?.name}</span>
                        {attendance !== null && <span>{attendance} 人</span>}
                      </li>
                    ))}
                  </ul>
                )}
              </div>
              <JoinPanel activity={activity} />
            </div>
          </div>
        ) : (
          <Lost />
        )
      }
    </Loaded>
  );
}
