import { actsFor, runs } from "../../app/roles.ts";
import { useViewer } from "../../app/viewer.ts";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { StateMark, type Tone } from "../../components/state-mark.tsx";
import type { ParticipantState } from "../../graph/generated/graphql.ts";
import { isCorrectable } from "../../words/correctable.ts";
import { showDay } from "../../words/time.ts";
import { PARTICIPANT_STATES } from "../../words/labels.ts";
import { type PageActivity, hasStarted } from "./activity.ts";
import { AttendanceForm } from "./attendance-form.tsx";
import { ListUnitForm } from "./list-unit-form.tsx";
import { TakeOff } from "./take-off.tsx";

const PARTICIPANT_TONES: Readonly<Record<ParticipantState, Tone>> = {
  INVITED: "wait",
  JOINED: "good",
  DECLINED: "bad",
  LEFT: "muted",
};

/**
 * The units that take part, and how many came. Once it has started, whoever may enter numbers does it here, and whoever keeps
 * the list puts units on it that came and takes off those that did not.
 */
export function Participants({ activity }: { readonly activity: PageActivity }) {
  const viewer = useViewer();
  const { participants, state, host, committee, attendance } = activity;
  const maysAll = runs(viewer, committee) || actsFor(viewer, host?.id);
  const taking = participants.filter((one) => one.state === "JOINED");
  const others = participants.filter((one) => one.state !== "JOINED");
  const mine = taking.filter(({ organization }) => maysAll || actsFor(viewer, organization?.id));
  const isOpen = state !== "CANCELLED" && hasStarted(activity) && isCorrectable(activity.heldAt);
  const keepsList = isOpen && maysAll;
  const reported = taking.filter((one) => one.attendance !== null).length;
  return (
    <section className="stack">
      <h2>参加单位</h2>
      <p className="muted" role="status">
        {taking.length} 个单位
        {reported > 0 && `，其中 ${reported} 个报了人次，共 ${attendance} 人次`}
      </p>
      <ul className="rows" aria-label="参加单位">
        {taking.map(({ organization, joinedAt, attendance: people }) => (
          <li key={organization?.id} className="row">
            <div className="row-main">
              <p className="row-title">
                <OrganizationLink organization={organization} />
              </p>
              <p className="muted">
                {organization?.id === host?.id ? "主办" : joinedAt && `${showDay(joinedAt)} 报名`}
              </p>
            </div>
            {people !== null && <span>{people} 人次</span>}
            {keepsList && organization && organization.id !== host?.id && (
              <TakeOff activity={activity} unit={organization} />
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 && <Unjoined activity={activity} units={others} />}
      {isOpen && mine.length > 0 && <AttendanceForm activity={activity} units={mine} />}
      {keepsList && <ListUnitForm activity={activity} />}
    </section>
  );
}

interface UnjoinedProps {
  readonly activity: PageActivity;
  readonly units: PageActivity["participants"];
}

/** Those that have not answered, have declined or have left, as far as the viewer may see them. */
function Unjoined({ activity, units }: UnjoinedProps) {
  return (
    <>
      <h3>邀请与答复</h3>
      <ul className="rows" aria-label="邀请与答复">
        {units.map((unit) => {
          const { organization, reason, invitedAt, endedAt } = unit;
          const at = endedAt ?? invitedAt;
          const [tone, words] = answerOf(activity, unit);
          return (
            <li key={organization?.id} className="row">
              <div className="row-main">
                <p className="row-title">
                  <OrganizationLink organization={organization} />
                </p>
                <p className="muted">
                  {organization?.id === activity.host?.id && "受邀主办 · "}
                  {at && showDay(at)}
                  {reason !== null && ` · ${reason}`}
                </p>
              </div>
              <StateMark tone={tone}>{words}</StateMark>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** What became of an invitation: nobody answers it any more once the activity is over. */
function answerOf(
  { state: activity, heldAt }: PageActivity,
  { state, endedAt }: PageActivity["participants"][number],
): readonly [Tone, string] {
  if (state === "INVITED" && activity === "CANCELLED") return ["muted", "活动取消，邀请作废"];
  if (state === "INVITED" && activity === "HELD") return ["muted", "没有答复"];
  const isTakenOff = state === "LEFT" && heldAt !== null && (endedAt ?? "") >= heldAt;
  return [PARTICIPANT_TONES[state], isTakenOff ? "没有参加" : PARTICIPANT_STATES[state]];
}
