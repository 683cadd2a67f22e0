import { Loaded } from "../../components/loaded.tsx";
import { CommitteeDayDocument } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { addDays, dayOf } from "../../words/time.ts";
import { AgreementRow } from "../agreements/row.tsx";
import { Awaiting } from "./awaiting.tsx";
import { IssueRow } from "./issue-row.tsx";

interface CommitteeDayProps {
  readonly id: string;
  readonly name: string;
}

/** How far ahead agreements end, in days. */
const DAYS_AHEAD = 60;

/** What awaits others, on which whoever runs a committee has an eye. */
export function CommitteeDay({ id, name }: CommitteeDayProps) {
  const today = dayOf(new Date());
  const query = useAsk(CommitteeDayDocument, {
    committee: id,
    today,
    soon: addDays(today, DAYS_AHEAD),
  });
  return (
    <section className="stack" aria-label={name}>
      <h2>{name}</h2>
      <Loaded query={query}>
        {({ overdue, ending }) =>
          !overdue?.totalCount && !ending?.totalCount ? (
            <p className="muted">没有逾期的问题，60 天内没有协议到期。</p>
          ) : (
            <>
              <Awaiting title="逾期的问题" count={overdue?.totalCount}>
                {(overdue?.nodes ?? []).map((issue) => (
                  <IssueRow key={issue.id} issue={issue} />
                ))}
              </Awaiting>
              <Awaiting title="60 天内到期的协议" count={ending?.totalCount}>
                {(ending?.nodes ?? []).map((agreement) => (
                  <AgreementRow key={agreement.id} agreement={agreement} />
                ))}
              </Awaiting>
            </>
          )
        }
      </Loaded>
    </section>
  );
}
