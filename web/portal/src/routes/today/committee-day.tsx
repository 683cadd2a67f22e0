import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Loaded } from "../../components/loaded.tsx";
import { CommitteeDayDocument } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { addDays, dayOf, showRange } from "../../words/time.ts";
import { AgreementRow } from "../agreements/row.tsx";
import { Awaiting } from "./awaiting.tsx";
import { IssueRow } from "./issue-row.tsx";
import { RegistrationRow } from "./registration-row.tsx";

interface CommitteeDayProps {
  readonly id: string;
  readonly name: string;
  /** Code of its place. */
  readonly place: string;
}

/** How far back activities are looked for that nobody has recorded, and how far ahead agreements end, in days. */
const [DAYS_BACK, DAYS_AHEAD] = [60, 60] as const;
const DAY_MS = 86_400_000;

/** What the secretary of a committee has an eye on. */
export function CommitteeDay({ id, name, place }: CommitteeDayProps) {
  const [now] = useState(() => Date.now());
  const today = dayOf(new Date(now));
  const query = useAsk(CommitteeDayDocument, {
    committee: id,
    place,
    today,
    soon: addDays(today, DAYS_AHEAD),
    past: {
      start: new Date(now - DAYS_BACK * DAY_MS).toISOString(),
      end: new Date(now).toISOString(),
    },
  });
  return (
    <section className="stack" aria-label={name}>
      <h2>{name}</h2>
      <Loaded query={query}>
        {({ toAccept, overdue, toRecord, ending }) => {
          const over = (toRecord?.nodes ?? []).filter(({ endsAt }) => Date.parse(endsAt) <= now);
          const counts = [
            toAccept?.totalCount,
            overdue?.totalCount,
            over.length,
            ending?.totalCount,
          ];
          if (counts.every((count) => !count))
            return <p className="muted">{name}没有别的要留意的事。</p>;
          return (
            <>
              <Awaiting
                title="报到要接收"
                count={toAccept?.totalCount}
                more={
                  <p>
                    <Link to="/registrations">全部报到</Link>
                  </p>
                }
              >
                {(toAccept?.nodes ?? []).map((registration) => (
                  <RegistrationRow key={registration.id} registration={registration} />
                ))}
              </Awaiting>
              <Awaiting title="逾期的问题" count={overdue?.totalCount}>
                {(overdue?.nodes ?? []).map((issue) => (
                  <IssueRow key={issue.id} issue={issue} />
                ))}
              </Awaiting>
              <Awaiting title="已结束、待登记的活动" count={over.length}>
                {over.map(({ id: activity, title, startsAt, endsAt }) => (
                  <li key={activity} className="row">
                    <div className="row-main">
                      <p className="row-title">
                        <Link to="/activities/$id" params={{ id: activity }}>
                          {title}
                        </Link>
                      </p>
                      <p className="muted">{showRange({ start: startsAt, end: endsAt })}</p>
                    </div>
                  </li>
                ))}
              </Awaiting>
              <Awaiting title="60 天内到期的协议" count={ending?.totalCount}>
                {(ending?.nodes ?? []).map((agreement) => (
                  <AgreementRow key={agreement.id} agreement={agreement} />
                ))}
              </Awaiting>
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
