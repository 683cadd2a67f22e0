import { Confirm } from "../../../components/confirm.tsx";
import { TaskResolveIssueDocument } from "../../../graph/generated/graphql.ts";
import { useChange } from "../../../graph/use-change.ts";
import type { TaskActionProps } from "./task-action.ts";

/** Settles an issue with what came of it. */
export function ResolveIssue({ task: { recordId: id, title }, done }: TaskActionProps) {
  const resolve = useChange(TaskResolveIssueDocument, done);
  return (
    <Confirm
      action="登记结果"
      of={title}
      look="plain"
      question={`${title}。办结了？登记以后就此销号。`}
      reasonLabel="办理结果"
      stay="再看看"
      error={resolve.error}
      onConfirm={async (outcome) => {
        await resolve.mutateAsync({ id, outcome });
      }}
    />
  );
}
