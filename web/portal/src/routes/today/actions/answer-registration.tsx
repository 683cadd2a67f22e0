import { Button } from "../../../components/button.tsx";
import { Confirm } from "../../../components/confirm.tsx";
import { Fault } from "../../../components/fault.tsx";
import {
  TaskAcceptRegistrationDocument,
  TaskReturnRegistrationDocument,
} from "../../../graph/generated/graphql.ts";
import { useChange } from "../../../graph/use-change.ts";
import type { TaskActionProps } from "./task-action.ts";

/** Accepts a unit that has reported to a community, or sends it back. */
export function AnswerRegistration({ task: { recordId: id, title }, done }: TaskActionProps) {
  const accept = useChange(TaskAcceptRegistrationDocument, done);
  const sendBack = useChange(TaskReturnRegistrationDocument, done);
  return (
    <>
      <Button
        aria-label={`接收：${title}`}
        isDisabled={accept.isPending}
        onPress={() => accept.mutate({ id })}
      >
        接收
      </Button>
      <Confirm
        action="退回"
        of={title}
        question={`${title}。退回后，对方可以修改再提交。`}
        reasonLabel="原因（对方会看到）"
        stay="再看看"
        error={sendBack.error}
        onConfirm={async (reason) => {
          await sendBack.mutateAsync({ id, reason });
        }}
      />
      <Fault error={accept.error} />
    </>
  );
}
