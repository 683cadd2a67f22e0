import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Empty } from "../../components/empty.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { StateMark, type Tone } from "../../components/state-mark.tsx";
import { TermSeatsDocument, type TermState } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { TERM_STATES } from "../../words/labels.ts";
import { showDays } from "../../words/time.ts";
import type { CommitteeOfPage } from "./committee.ts";
import { SeatRows } from "./seat-rows.tsx";

const TONES: Readonly<Record<TermState, Tone>> = {
  PLANNED: "wait",
  CURRENT: "good",
  PAST: "muted",
};

interface TermsProps {
  readonly committee: Pick<CommitteeOfPage, "id" | "terms">;
}

/** All terms, and who sits or sat in each of the others than the current one. */
export function Terms({ committee }: TermsProps) {
  const [open, setOpen] = useState<string>();
  return (
    <ul className="rows">
      {(committee.terms?.nodes ?? []).map(({ id, number, startsOn, endsOn, state }) => (
        <li key={id} className="row">
          <div className="row-main">
            第 {number} 届，{showDays(startsOn, endsOn)}
          </div>
          <StateMark tone={TONES[state]}>{TERM_STATES[state]}</StateMark>
          {state !== "CURRENT" && (
            <Button
              look="quiet"
              aria-expanded={open === id}
              onPress={() => setOpen(open === id ? undefined : id)}
            >
              {open === id ? "收起委员" : "看委员"}
            </Button>
          )}
          {open === id && (
            <div className="term-seats stack">
              <TermSeats committee={committee.id} term={id} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

interface TermSeatsProps {
  /** Their ids. */
  readonly committee: string;
  readonly term: string;
}

function TermSeats({ committee, term }: TermSeatsProps) {
  const query = useAsk(TermSeatsDocument, { id: committee });
  return (
    <Loaded query={query}>
      {(found) => {
        const seats = found.committee?.terms?.nodes.find(({ id }) => id === term)?.seats?.nodes;
        return seats && seats.length > 0 ? (
          <SeatRows seats={seats} />
        ) : (
          <Empty title="这一届没有登记委员" />
        );
      }}
    </Loaded>
  );
}
