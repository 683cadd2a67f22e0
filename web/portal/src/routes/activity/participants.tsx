import { actsFor, runs } from "../../app/roles.ts";
import { useViewer } from "../../app/viewer.ts";
import { NumberLine } from "../../components/number-line.tsx";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { StateMark, type Tone } from "../../components/state-mark.tsx";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import {
  type ParticipantState,
  PortalRecordAttendanceDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { showDay } from "../../words/time.ts";
import { PARTICIPANT_STATES } from "../../words/labels.ts";
import { type PageActivity, hasStarted } from "./activity.ts";

/** The most people of one unit, as the hub has it. */
const MOST_PEOPLE = 1_000_000;

const PARTICIPANT_TONES: Readonly<Record<ParticipantState, Tone>> = {
  INVITED: "wait",
  JOINED: "good",
  DECLINED: "bad",
  LEFT: "muted",
};

/** The units that take part, and how many came; once it has started, whoever may enter numbers does it here. */
export function Participants({ activity }: { readonly activity: PageActivity }) {
  const viewer = useViewer();
  const { participants, state, host, committee, attendance } = activity;
  const maysAll = runs(viewer, committee) || actsFor(viewer, host?.id);
  const taking = participants.filter((one) => one.state === "JOINED");
  const others = participants.filter((one) => one.state !== "JOINED");
  const mine = taking.filter(({ organization }) => maysAll || actsFor(viewer, organization?.id));
  const isCounting = state !== "CANCELLED" && hasStarted(activity) && mine.length > 0;
  const reported = taking.filter((one) => one.attendance !== null).length;
  return (
    <section className="stack">
      <h2>参加单位</h2>
      <p className="muted" role="status">
        {taking.length} 个单位
        {reported > 0 && `，其中 ${reported} 个报了人数，共 ${attendance} 人次`}
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
            {people !== null && <span>{people} 人</span>}
          </li>
        ))}
      </ul>
      {others.length > 0 && <Unjoined units={others} hostId={host?.id} />}
      {isCounting && <AttendanceForm activity={activity} units={mine} />}
    </section>
  );
}

interface UnjoinedProps {
  readonly units: PageActivity["participants"];
  readonly hostId: string | undefined;
}

/** Those that have not answered, have declined or have left, as far as the viewer may see them. */
function Unjoined({ units, hostId }: UnjoinedProps) {
  return (
    <>
      <h3>邀请与答复</h3>
      <ul className="rows" aria-label="邀请与答复">
        {units.map(({ organization, state, reason, invitedAt, endedAt }) => {
          const at = endedAt ?? invitedAt;
          return (
            <li key={organization?.id} className="row">
              <div className="row-main">
                <p className="row-title">
                  <OrganizationLink organization={organization} />
                </p>
                <p className="muted">
                  {organization?.id === hostId && "受邀主办 · "}
                  {at && showDay(at)}
                  {reason !== null && ` · ${reason}`}
                </p>
              </div>
              <StateMark tone={PARTICIPANT_TONES[state]}>{PARTICIPANT_STATES[state]}</StateMark>
            </li>
          );
        })}
      </ul>
    </>
  );
}

interface AttendanceFormProps {
  readonly activity: PageActivity;
  readonly units: PageActivity["participants"];
}

type People = Readonly<Record<string, number | undefined>>;

/** Numbers of several units at once; what is left empty is left as it is. */
function AttendanceForm({ activity, units }: AttendanceFormProps) {
  const { id, state } = activity;
  const record = useChange(PortalRecordAttendanceDocument);
  const known: People = Object.fromEntries(
    units.map(({ organization, attendance }) => [organization?.id, attendance ?? undefined]),
  );
  const form = useForm<People>({
    name: `attendance.${id}`,
    initial: known,
    check: (people) =>
      Object.fromEntries(
        Object.entries(people).map(([unit, count]) => [
          unit,
          count !== undefined && count > MOST_PEOPLE ? `最多 ${MOST_PEOPLE} 人。` : undefined,
        ]),
      ),
    send: async (people) => {
      for (const [organizationId, attendance] of Object.entries(people)) {
        if (attendance === undefined || attendance === known[organizationId]) continue;
        await record.mutateAsync({ id, organizationId, attendance });
      }
    },
  });
  return (
    <div className="panel stack">
      <h3>{state === "HELD" ? "更正到场人数" : "登记到场人数"}</h3>
      {state !== "HELD" && <p className="hint">登记之后，活动即记为已举办。</p>}
      <Form form={form} action="保存人数" label="到场人数">
        <div className="counts">
          {units.map(({ organization }) =>
            organization ? (
              <NumberLine
                key={organization.id}
                label={organization.name}
                {...form.field(organization.id)}
              />
            ) : null,
          )}
        </div>
      </Form>
    </div>
  );
}
