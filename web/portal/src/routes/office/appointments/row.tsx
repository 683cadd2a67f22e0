import { operates } from "../../../app/roles.ts";
import { useViewer } from "../../../app/viewer.ts";
import { Confirm } from "../../../components/confirm.tsx";
import { StateMark } from "../../../components/state-mark.tsx";
import {
  type OfficeAppointmentsQuery,
  PortalEndAppointmentDocument,
} from "../../../graph/generated/graphql.ts";
import { useChange } from "../../../graph/use-change.ts";
import { APPOINTED_ROLES } from "../../../words/labels.ts";
import { showDay } from "../../../words/time.ts";

type Appointment = NonNullable<OfficeAppointmentsQuery["appointments"]>["nodes"][number];

/** An appointment; one's own can be ended by another operator only. */
export function AppointmentRow({ appointment }: { readonly appointment: Appointment }) {
  const { id, version, subject, role, region, createdAt } = appointment;
  const viewer = useViewer();
  const end = useChange(PortalEndAppointmentDocument);
  const isOwn = viewer?.subject === subject;
  const where = region?.name ?? "";
  return (
    <li className="row">
      <div className="row-main">
        <p className="row-title">{subject}</p>
        <p className="muted">
          {where}及其下级 · {showDay(createdAt)}起
        </p>
      </div>
      {isOwn && <StateMark tone="good">您本人</StateMark>}
      <span>{APPOINTED_ROLES[role]}</span>
      {!isOwn && operates(viewer, region) && (
        <Confirm
          action="解除任命"
          of={subject}
          question={`${subject} 不再担任${where}的${APPOINTED_ROLES[role]}？从现在起失去相应权限。`}
          error={end.error}
          onConfirm={async () => {
            await end.mutateAsync({ id, version });
          }}
        />
      )}
    </li>
  );
}
