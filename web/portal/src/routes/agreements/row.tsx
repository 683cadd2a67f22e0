import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import { unitsOf, useViewer } from "../../app/viewer.ts";
import { CommitteeLink } from "../../components/committee-link.tsx";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import type { AgreementOfListFragment } from "../../graph/generated/graphql.ts";
import { AGREEMENT_STATES } from "../../words/labels.ts";
import { daysBetween, dayOf, showDays, showDaysLeft } from "../../words/time.ts";
import { AGREEMENT_TONES, isSignedBy } from "./states.ts";

/** From how many days before the end of a term it is pointed out. */
const SOON_DAYS = 60;

/** An agreement in a list: its parties, its term, how far it has come. */
export function AgreementRow({ agreement }: { readonly agreement: AgreementOfListFragment }) {
  const viewer = useViewer();
  const { id, title, state, termFrom, termTo, committee, parties } = agreement;
  const signed = parties.filter(({ signedAt }) => signedAt !== null).length;
  const awaitsViewer =
    state === "PROPOSED" &&
    unitsOf(viewer).some((unit) => isSignedBy(agreement, unit.id) === false);
  const isEnding = state === "ACTIVE" && daysBetween(dayOf(new Date()), termTo) <= SOON_DAYS;
  return (
    <li className="row">
      <div className="row-main">
        <p className="row-title">
          <Link to="/agreements/$id" params={{ id }}>
            {title}
          </Link>
        </p>
        <p className="muted">
          {parties.map(({ organization }, at) => (
            <Fragment key={organization?.id ?? at}>
              {at > 0 && "、"}
              {organization ? <OrganizationLink organization={organization} /> : "已注销的单位"}
            </Fragment>
          ))}
          {committee && (
            <>
              {" · "}
              <CommitteeLink committee={committee} />
            </>
          )}
        </p>
      </div>
      <span className="row-term">
        {showDays(termFrom, termTo)}
        {isEnding && `（${showDaysLeft(termTo)}）`}
      </span>
      {awaitsViewer ? (
        <StateMark tone="wait">等您签署</StateMark>
      ) : (
        <StateMark tone={AGREEMENT_TONES[state]}>
          {state === "PROPOSED"
            ? `${AGREEMENT_STATES[state]} ${signed}/${parties.length}`
            : AGREEMENT_STATES[state]}
        </StateMark>
      )}
    </li>
  );
}
