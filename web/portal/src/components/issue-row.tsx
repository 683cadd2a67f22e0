import { Link } from "@tanstack/react-router";
import { StateMark } from "./state-mark.tsx";
import type { IssueState } from "../graph/generated/graphql.ts";
import { deadlineOf } from "../words/deadline.ts";
import { ISSUE_STATES } from "../words/labels.ts";
import { showDay } from "../words/time.ts";

/** What a row shows of an issue. */
export interface ListedIssue {
  readonly id: string;
  readonly title: string;
  readonly state: IssueState;
  readonly deadline: string | null;
  readonly resolvedAt?: string | null;
  readonly owner: { readonly id: string; readonly name: string } | null;
  readonly committee?: { readonly id: string; readonly name: string } | null;
}

export function IssueRow({ issue }: { readonly issue: ListedIssue }) {
  const { id, title, owner, committee } = issue;
  return (
    <li className="row">
      <div className="row-main">
        <p className="row-title">
          <Link to="/issues/$id" params={{ id }}>
            {title}
          </Link>
        </p>
        <p className="muted">
          {[owner && `责任单位 ${owner.name}`, committee?.name].filter(Boolean).join(" · ")}
        </p>
      </div>
      <IssueMarks issue={issue} />
    </li>
  );
}

/** Until when, and how near that is; or since when it is resolved. */
export function IssueMarks({
  issue: { state, deadline, resolvedAt },
}: {
  readonly issue: Pick<ListedIssue, "state" | "deadline" | "resolvedAt">;
}) {
  if (state === "RESOLVED")
    return (
      <>
        {resolvedAt != null && <span className="muted">{showDay(resolvedAt)}</span>}
        <StateMark tone="good">{ISSUE_STATES.RESOLVED}</StateMark>
      </>
    );
  if (deadline === null) return <StateMark tone="muted">{ISSUE_STATES.RAISED}</StateMark>;
  const { words, tone } = deadlineOf(deadline);
  return (
    <>
      <span>{showDay(deadline)}前</span>
      <StateMark tone={tone}>{words}</StateMark>
    </>
  );
}
