import { Button } from "../../../components/button.tsx";
import { Confirm } from "../../../components/confirm.tsx";
import { Fault } from "../../../components/fault.tsx";
import {
  TodayAcceptApplicationDocument,
  TodayReturnApplicationDocument,
} from "../../../graph/generated/graphql.ts";
import { useChange } from "../../../graph/use-change.ts";
import type { TaskActionProps } from "./task-action.ts";

/** Takes a unit into the committee that it wants to join, or sends its application back. */
export function AnswerApplication({ task: { recordId: id, title }, done }: TaskActionProps) {
  const accept = useChange(TodayAcceptApplicationDocument, done);
  const sendBack = useChange(TodayReturnApplicationDocument, done);
  return (
    <>
      <Button
        aria-label={`吸收：${title}`}
        isDisabled={accept.isPending}
        onPress={() => accept.mutate({ id })}
      >
        吸收
      </Button>
      <Confirm
        action="退回"
        of={title}
        question={`${title}。退回后，对方可以再次申请。`}
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
