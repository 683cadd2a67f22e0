import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Loaded } from "../../components/loaded.tsx";
import { UnitDayDocument, type UnitDayQuery } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { AgreementRow } from "../agreements/row.tsx";
import { Awaiting } from "./awaiting.tsx";
import { IssueRow } from "./issue-row.tsx";
import { RoundRows, openRoundsOf } from "./round-rows.tsx";
import { UnitLists } from "./unit-lists.tsx";

interface UnitDayProps {
  readonly id: string;
  readonly name: string;
  /** Whether the viewer acts for this unit alone. */
  readonly isOne: boolean;
}

/** How far ahead bookings are looked for, in days. */
const DAYS_AHEAD = 401;

/** What awaits a unit; what it has booked next; what it offers and has asked for. */
export function UnitDay({ id, name, isOne }: UnitDayProps) {
  const [now] = useState(() => Date.now());
  const ahead = {
    start: new Date(now).toISOString(),
    end: new Date(now + DAYS_AHEAD * 86_400_000).toISOString(),
  };
  const query = useAsk(UnitDayDocument, { unit: id, ahead });
  return (
    <section className="stack" aria-label={name}>
      <h2>{isOne ? "本单位" : name}</h2>
      <Loaded query={query}>
        {(day) => (
          <>
            <UnitTasks day={day} />
            <UnitLists id={id} day={day} />
          </>
        )}
      </Loaded>
    </section>
  );
}

interface UnitTasksProps {
  readonly day: UnitDayQuery;
}

function UnitTasks({ day }: UnitTasksProps) {
  const { toSign, toResolve, returned } = day;
  const rounds = openRoundsOf(day);
  return (
    <>
      <Awaiting title="协议要签署" count={toSign?.totalCount}>
        {(toSign?.nodes ?? []).map((agreement) => (
          <AgreementRow key={agreement.id} agreement={agreement} />
        ))}
      </Awaiting>
      <Awaiting title="问题要办理" count={toResolve?.totalCount}>
        {(toResolve?.nodes ?? []).map((issue) => (
          <IssueRow key={issue.id} issue={issue} />
        ))}
      </Awaiting>
      <Awaiting
        title="报到被退回"
        count={returned?.totalCount}
        more={
          <p>
            <Link to="/registrations">去双报到</Link>
          </p>
        }
      >
        {(returned?.nodes ?? []).map(({ id: registration, community, returnReason }) => (
          <li key={registration} className="row">
            <div className="row-main">
              <p className="row-title">{community?.name}</p>
              <p className="muted">原因：{returnReason}</p>
            </div>
          </li>
        ))}
      </Awaiting>
      <RoundRows rounds={rounds} />
    </>
  );
}
