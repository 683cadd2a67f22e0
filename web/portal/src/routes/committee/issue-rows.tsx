import { Empty } from "../../components/empty.tsx";
import { IssueRow, type ListedIssue } from "../../components/issue-row.tsx";

/** Matters of a committee that the viewer may see, those that are not resolved first. */
export function IssueRows({ issues }: { readonly issues: readonly ListedIssue[] }) {
  if (issues.length === 0) return <Empty title="没有您可以看到的问题" />;
  const sorted = issues.toSorted(
    (one, other) => Number(one.state === "RESOLVED") - Number(other.state === "RESOLVED"),
  );
  return (
    <ul className="rows">
      {sorted.map((issue) => (
        <IssueRow key={issue.id} issue={issue} />
      ))}
    </ul>
  );
}
