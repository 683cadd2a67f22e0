import { Link } from "@tanstack/react-router";
import { Confirm } from "../../components/confirm.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import {
  type IssueOfTodayFragment,
  TaskResolveIssueDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { dayOf, daysBetween, showDay } from "../../words/time.ts";

/** An issue that is due, which can be closed here with its outcome. */
export function IssueRow({ issue }: { readonly issue: IssueOfTodayFragment }) {
  const { id, version, title, measure, deadline, committee, owner } = issue;
  const resolve = useChange(TaskResolveIssueDocument);
  return (
    <li className="row">
      <div className="row-main">
        <p className="row-title">
          <Link to="/issues/$id" params={{ id }}>
            {title}
          </Link>
        </p>
        <p className="muted">
          {[committee?.name, owner?.name, measure].filter(Boolean).join(" · ")}
        </p>
      </div>
      {deadline !== null && <Deadline day={deadline} />}
      <Confirm
        action="登记结果"
        question={`“${title}”办结了？登记以后就此销号。`}
        reasonLabel="办理结果"
        error={resolve.error}
        onConfirm={async (outcome) => {
          await resolve.mutateAsync({ id, version, outcome });
        }}
      />
    </li>
  );
}

function Deadline({ day }: { readonly day: string }) {
  const left = daysBetween(dayOf(new Date()), day);
  if (left < 0) return <StateMark tone="bad">{`逾期 ${-left} 天`}</StateMark>;
  if (left === 0) return <StateMark tone="wait">今天到期</StateMark>;
  return <StateMark tone={left <= 7 ? "wait" : "muted"}>{`${showDay(day)}到期`}</StateMark>;
}
