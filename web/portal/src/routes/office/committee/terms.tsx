import { Empty } from "../../../components/empty.tsx";
import { StateMark, type Tone } from "../../../components/state-mark.tsx";
import type { TermState } from "../../../graph/generated/graphql.ts";
import { TERM_STATES } from "../../../words/labels.ts";
import { showDay } from "../../../words/time.ts";
import type { OfficeCommittee } from "./page.tsx";
import { StartTerm } from "./start-term.tsx";

const TONES: Readonly<Record<TermState, Tone>> = {
  PLANNED: "wait",
  CURRENT: "good",
  PAST: "muted",
};

/** All terms of a committee, and a form for the next one. */
export function Terms({ committee }: { readonly committee: OfficeCommittee }) {
  const terms = committee.terms?.nodes ?? [];
  return (
    <div className="beside">
      {terms.length === 0 ? (
        <Empty title="还没有届次">用旁边的表单登记第一届。</Empty>
      ) : (
        <ul className="rows">
          {terms.map(({ id, number, startsOn, endsOn, state }) => (
            <li key={id} className="row">
              <div className="row-main">
                <p className="row-title">第 {number} 届</p>
                <p className="muted">
                  {showDay(startsOn)} 至 {showDay(endsOn)}
                </p>
              </div>
              <StateMark tone={TONES[state]}>{TERM_STATES[state]}</StateMark>
            </li>
          ))}
        </ul>
      )}
      <StartTerm key={terms[0]?.id} committee={committee} />
    </div>
  );
}
