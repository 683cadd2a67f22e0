import { Link } from "@tanstack/react-router";
import { useOwnCommittees } from "../../app/own-committees.ts";
import { ActivityIssuesDocument } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { IssueRow } from "../../components/issue-row.tsx";
import type { PageActivity } from "./activity.ts";

/** What was taken up at a meeting, and how far it is. */
export function RaisedIssues({ activity }: { readonly activity: PageActivity }) {
  const { id, kind, committee } = activity;
  const own = useOwnCommittees();
  const { data } = useAsk(ActivityIssuesDocument, { id });
  const issues = data?.issues?.nodes ?? [];
  const mayRaise =
    activity.state !== "CANCELLED" && own?.some((one) => one.id === committee?.id) === true;
  if (issues.length === 0 && !(kind === "MEETING" && mayRaise)) return null;
  return (
    <section className="stack">
      <h2>提出的问题</h2>
      {issues.length > 0 && (
        <ul className="rows" aria-label="提出的问题">
          {issues.map((issue) => (
            <IssueRow key={issue.id} issue={issue} />
          ))}
        </ul>
      )}
      {mayRaise && (
        <div>
          <Link to="/issues/new" search={{ activity: id }} className="button">
            提出问题
          </Link>
        </div>
      )}
    </section>
  );
}
