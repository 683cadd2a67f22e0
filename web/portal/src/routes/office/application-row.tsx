import type { ReactNode } from "react";
import { CommitteeLink } from "../../components/committee-link.tsx";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { StateMark, type Tone } from "../../components/state-mark.tsx";
import type { ApplicationPartsFragment, ApplicationState } from "../../graph/generated/graphql.ts";
import { ORGANIZATION_KINDS } from "../../words/labels.ts";
import { APPLICATION_STATES } from "../../words/office-labels.ts";
import { dayOf, showDay } from "../../words/time.ts";

const TONES: Readonly<Record<ApplicationState, Tone>> = {
  SUBMITTED: "wait",
  ACCEPTED: "good",
  RETURNED: "bad",
  WITHDRAWN: "muted",
};

interface ApplicationRowProps {
  readonly application: ApplicationPartsFragment;
  /** Whether the row is the unit's, for a committee; the committee's by default, for a unit. */
  readonly showsUnit?: boolean;
  /** What can be done while it waits. */
  readonly children: ReactNode;
}

/** A unit that asks to join a committee. */
export function ApplicationRow({ application, showsUnit = false, children }: ApplicationRowProps) {
  const { state, message, createdAt, settledAt, returnReason, organization, committee } =
    application;
  return (
    <li className="row">
      <div className="row-main">
        <p className="row-title">
          {showsUnit ? (
            <OrganizationLink organization={organization} />
          ) : (
            committee && <CommitteeLink committee={committee} />
          )}
        </p>
        <p className="muted">
          {showsUnit && organization && `${ORGANIZATION_KINDS[organization.kind]} · `}
          {showDay(dayOf(createdAt))}申请
          {settledAt !== null &&
            `，${showDay(dayOf(settledAt))}${APPLICATION_STATES[state].slice(1)}`}
          {returnReason !== null && `：${returnReason}`}
        </p>
        {message !== null && <p className="prose">{message}</p>}
      </div>
      <StateMark tone={TONES[state]}>{APPLICATION_STATES[state]}</StateMark>
      {state === "SUBMITTED" && children}
    </li>
  );
}
