import { Confirm } from "../../components/confirm.tsx";
import { PortalReopenIssueDocument } from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";

interface ReopenProps {
  readonly id: string;
  readonly version: number;
  readonly title: string;
}

/** Opens an issue again that was resolved by mistake. */
export function Reopen({ id, version, title }: ReopenProps) {
  const reopen = useChange(PortalReopenIssueDocument);
  return (
    <Confirm
      action="恢复办理"
      question={`“${title}”其实没有解决？恢复后重新列为办理中，责任单位会得到通知。`}
      reasonLabel="原因"
      stay="不，已经解决"
      error={reopen.error}
      onConfirm={async (reason) => void (await reopen.mutateAsync({ id, version, reason }))}
    />
  );
}
