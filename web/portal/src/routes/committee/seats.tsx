import { Empty } from "../../components/empty.tsx";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { StateMark, type Tone } from "../../components/state-mark.tsx";
import type { SeatRole, TermState } from "../../graph/generated/graphql.ts";
import { SEAT_ROLES, TERM_STATES } from "../../words/labels.ts";
import { showDay } from "../../words/time.ts";
import type { CommitteeOfPage } from "./committee.ts";

const ORDER = Object.keys(SEAT_ROLES) as SeatRole[];

const TERM_TONES: Readonly<Record<TermState, Tone>> = {
  PLANNED: "wait",
  CURRENT: "good",
  PAST: "muted",
};

/** Who sits in it now, by office, and its terms. */
export function Seats({ committee }: { readonly committee: CommitteeOfPage }) {
  const { currentTerm, terms, seats } = committee;
  const sorted = (seats?.nodes ?? []).toSorted(
    (one, other) => ORDER.indexOf(one.role) - ORDER.indexOf(other.role),
  );
  return (
    <>
      {currentTerm ? (
        <p>
          第 {currentTerm.number} 届，{showDay(currentTerm.startsOn)} 至{" "}
          {showDay(currentTerm.endsOn)}
        </p>
      ) : (
        <p className="notice notice-wait">现在没有正在进行的任期。</p>
      )}
      {sorted.length === 0 ? (
        <Empty title="本届还没有委员" />
      ) : (
        <ul className="rows">
          {sorted.map(({ id, role, holderName, since, fromOrganization }) => (
            <li key={id} className="row">
              <div className="row-main">
                <p className="row-title">
                  {SEAT_ROLES[role]}
                  {holderName !== null && ` · ${holderName}`}
                </p>
                <p className="muted">
                  <OrganizationLink organization={fromOrganization} />
                </p>
              </div>
              <span className="muted">{showDay(since)}任职</span>
            </li>
          ))}
        </ul>
      )}
      {sorted.some(({ holderName }) => holderName === null) && (
        <p className="hint">姓名仅联盟内登录后可见。</p>
      )}
      <h3>历届任期</h3>
      <ul className="terms">
        {(terms?.nodes ?? []).map(({ id, number, startsOn, endsOn, state }) => (
          <li key={id}>
            <span>第 {number} 届</span>
            <StateMark tone={TERM_TONES[state]}>{TERM_STATES[state]}</StateMark>
            <span>
              {showDay(startsOn)} 至 {showDay(endsOn)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
