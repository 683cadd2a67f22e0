import { actsFor, operates, runs } from "../../app/roles.ts";
import { useViewer } from "../../app/viewer.ts";
import {
  PortalEndRegistrationDocument,
  TaskReturnRegistrationDocument,
  type RegistrationPartsFragment,
  type RegistrationState,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { REGISTRATION_STATES } from "../../words/labels.ts";
import { dayOf, showDay } from "../../words/time.ts";
import { AcceptRegistration } from "./accept-registration.tsx";
import { Confirm } from "../../components/confirm.tsx";
import { HeadcountForm } from "./headcount-form.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { RegistrationForm } from "./registration-form.tsx";
import { StateMark, type Tone } from "../../components/state-mark.tsx";

const TONES: Readonly<Record<RegistrationState, Tone>> = {
  SUBMITTED: "wait",
  ACCEPTED: "good",
  RETURNED: "bad",
  ENDED: "muted",
};

interface RegistrationRowProps {
  readonly registration: RegistrationPartsFragment;
}

/** A unit's registration with a community, and what the viewer can do about it. */
export function RegistrationRow({ registration }: RegistrationRowProps) {
  const { id, version, state, headcount, responsible, organization, community } = registration;
  const viewer = useViewer();
  const end = useChange(PortalEndRegistrationDocument);
  const giveBack = useChange(TaskReturnRegistrationDocument);
  const answers =
    community?.committees.nodes.some((committee) => runs(viewer, committee)) ||
    operates(viewer, community);
  const isOwn = organization !== null && actsFor(viewer, organization.id);
  return (
    <li className="row">
      <div className="row-main">
        <p className="row-title">
          <OrganizationLink organization={organization} />
        </p>
        <p className="muted">
          到{community?.name} · {timeOf(registration)}
          {responsible && " · 包联责任单位"}
        </p>
        {registration.returnReason !== null && (
          <p className="muted">退回原因：{registration.returnReason}</p>
        )}
        {registration.endReason !== null && (
          <p className="muted">终止原因：{registration.endReason}</p>
        )}
      </div>
      <span>党员 {headcount} 人</span>
      <StateMark tone={TONES[state]}>{REGISTRATION_STATES[state]}</StateMark>
      {state === "SUBMITTED" && answers && (
        <div className="buttons">
          <FormDialog action="接收" title="接收报到" look="main">
            {(close) => <AcceptRegistration registration={registration} onDone={close} />}
          </FormDialog>
          <Confirm
            action="退回"
            question={`退回${organization?.name ?? "这个单位"}的报到？对方可以修改后重新提交。`}
            reasonLabel="原因（对方会看到）"
            error={giveBack.error}
            onConfirm={async (reason) => {
              await giveBack.mutateAsync({ id, version, reason });
            }}
          />
        </div>
      )}
      {state === "ACCEPTED" && (answers || isOwn) && (
        <FormDialog
          action="更新人数"
          of={`${organization?.name ?? ""}，${community?.name ?? ""}`}
          look="quiet"
        >
          {(close) => <HeadcountForm registration={registration} onDone={close} />}
        </FormDialog>
      )}
      {state === "ACCEPTED" && (answers || isOwn) && (
        <Confirm
          action="终止报到"
          question={`终止${organization?.name ?? "这个单位"}到${community?.name ?? "社区"}的报到？从今天起不再计入报到数据；以后可以重新报到。`}
          reasonLabel="原因"
          error={end.error}
          onConfirm={async (reason) => {
            await end.mutateAsync({ id, version, reason });
          }}
        />
      )}
      {state === "RETURNED" && isOwn && community && (
        <FormDialog action="修改后重新报到" look="quiet">
          {(close) => (
            <RegistrationForm
              unit={organization}
              community={community.code}
              headcount={headcount}
              onDone={close}
            />
          )}
        </FormDialog>
      )}
    </li>
  );
}

/** When what it is happened to it. */
function timeOf({
  submittedAt,
  acceptedAt,
  returnedAt,
  endedAt,
}: RegistrationPartsFragment): string {
  if (endedAt !== null) return `${showDay(dayOf(endedAt))}终止`;
  if (acceptedAt !== null) return `${showDay(dayOf(acceptedAt))}接收`;
  if (returnedAt !== null) return `${showDay(dayOf(returnedAt))}退回`;
  return `${showDay(dayOf(submittedAt))}提交`;
}
