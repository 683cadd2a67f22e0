import { Empty } from "../../components/empty.tsx";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import type { IssueState } from "../../graph/generated/graphql.ts";
import { dayOf, showDay } from "../../words/time.ts";

interface IssueRowsProps {
  readonly issues: readonly {
    readonly id: string;
    readonly title: string;
    readonly state: IssueState;
    readonly deadline: string | null;
    readonly owner: { readonly id: string; readonly name: string } | null;
  }[];
}

/** Matters of a committee that the viewer may see, those that are not resolved first. */
export function IssueRows({ issues }: IssueRowsProps) {
  if (issues.length === 0) return <Empty title="没有您可以看到的问题" />;
  const sorted = issues.toSorted(
    (one, other) => Number(one.state === "RESOLVED") - Number(other.state === "RESOLVED"),
  );
  const today = dayOf(new Date());
  return (
    <ul className="rows">
      {sorted.map(({ id, title, state, deadline, owner }) => (
        <li key={id} className="row">
          <div className="row-main">
            <p className="row-title">{title}</p>
            <p className="muted">
              责任单位：
              <OrganizationLink organization={owner} />
            </p>
          </div>
          {state === "RAISED" && deadline !== null && (
            <span className={deadline < today ? "fault" : "muted"}>
              {showDay(deadline)}前办结{deadline < today && "，已逾期"}
            </span>
          )}
          <StateMark tone={state === "RESOLVED" ? "good" : "wait"}>
            {state === "RESOLVED" ? "已办结" : "办理中"}
          </StateMark>
        </li>
      ))}
    </ul>
  );
}
