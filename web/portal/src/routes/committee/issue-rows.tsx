import { Empty } from "../../components/empty.tsx";
import { IssueRow, type ListedIssue } from "../../components/issue-row.tsx";

/** Matters of a committee that the viewer may see, in the order in which they are due. */
export function IssueRows({ issues }: { readonly issues: readonly ListedIssue[] }) {
  if (issues.length === 0) return <Empty title="没有您可以看到的问题" />;
  return (
    <ul className="rows">
      {issues.map((issue) => (
        <IssueRow key={issue.id} issue={issue} />
      ))}
    </ul>
  );
}
