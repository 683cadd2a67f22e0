import "../../components/sections.css";
import "./activity.css";
import { Link, getRouteApi } from "@tanstack/react-router";
import { BackTo } from "../../components/back-to.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { Lost } from "../../components/lost.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import { useAsk } from "../../graph/query-client.ts";
import { ActivityPageDocument } from "../../graph/generated/graphql.ts";
import { ACTIVITY_STATES } from "../../words/labels.ts";
import { showRange } from "../../words/time.ts";
import { ACTIVITY_TONES } from "../calendar/activity-list.tsx";
import { Corrections } from "../audit/corrections.tsx";
import type { PageActivity } from "./activity.ts";
import { Agenda } from "./agenda.tsx";
import { Facts } from "./facts.tsx";
import { History } from "./history.tsx";
import { JoinPanel } from "./join-panel.tsx";
import { ManagePanel } from "./manage-panel.tsx";
import { Participants } from "./participants.tsx";
import { RaisedIssues } from "./raised-issues.tsx";

const route = getRouteApi("/activities/$id");

/** What it is, who takes part, what changed; and what the viewer can do about it. */
export function ActivityPage() {
  const { id } = route.useParams();
  const query = useAsk(ActivityPageDocument, { id });
  return (
    <Loaded query={query}>
      {({ activity }) => (activity ? <ShownActivity key={id} activity={activity} /> : <Lost />)}
    </Loaded>
  );
}

function ShownActivity({ activity }: { readonly activity: PageActivity }) {
  const { title, state, cancelReason, description, kind } = activity;
  return (
    <div className="page">
      <BackTo list="/calendar">日历</BackTo>
      <h1>{title}</h1>
      <p className="card-facts">
        <StateMark tone={ACTIVITY_TONES[state]}>{ACTIVITY_STATES[state]}</StateMark>
      </p>
      <Notice activity={activity} />
      {cancelReason !== null && <p className="notice notice-bad">取消原因：{cancelReason}</p>}
      <div className="beside activity">
        <Facts activity={activity} />
        <div className="sections">
          {description !== null && <p className="prose">{description}</p>}
          {kind === "MEETING" && <Agenda activity={activity} />}
          <Participants activity={activity} />
          <RaisedIssues activity={activity} />
          <History activity={activity} />
          <Corrections record={activity.id} />
        </div>
        <aside className="activity-side" aria-label="可以做的事">
          <JoinPanel activity={activity} />
          <ManagePanel activity={activity} />
          <section className="panel stack">
            <h2>放进自己的日历</h2>
            <p className="hint">
              手机和电脑上的日历可以订阅单位或委员会的全部活动，改期会自己更新。
            </p>
            <Link to="/calendar/addresses">取得日历地址</Link>
          </section>
        </aside>
      </div>
    </div>
  );
}

/** What changed last, for whoever knows the old time. */
function Notice({ activity: { state, reschedulings } }: { readonly activity: PageActivity }) {
  const last = reschedulings.at(-1);
  if (state !== "RESCHEDULED" || !last) return null;
  return (
    <p className="notice notice-wait">
      时间有变：原定 {showRange(last.from)}，改到 {showRange(last.to)}。
      {last.reason !== null && `原因：${last.reason}`}
    </p>
  );
}
