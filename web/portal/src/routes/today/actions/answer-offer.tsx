import { Button } from "../../../components/button.tsx";
import { Fault } from "../../../components/fault.tsx";
import {
  TaskAcceptOfferDocument,
  TaskWithdrawWaitingDocument,
} from "../../../graph/generated/graphql.ts";
import { useChange } from "../../../graph/use-change.ts";
import type { TaskActionProps } from "./task-action.ts";

/** Accepts a time that the unit waited for, or gives it to the next one. */
export function AnswerOffer({ task: { recordId: id, title }, done }: TaskActionProps) {
  const accept = useChange(TaskAcceptOfferDocument, done);
  const withdraw = useChange(TaskWithdrawWaitingDocument, done);
  const isPending = accept.isPending || withdraw.isPending;
  return (
    <>
      <Button
        aria-label={`接受：${title}`}
        isDisabled={isPending}
        onPress={() => accept.mutate({ id })}
      >
        接受
      </Button>
      <Button
        aria-label={`退出候补：${title}`}
        isDisabled={isPending}
        onPress={() => withdraw.mutate({ id })}
      >
        退出候补
      </Button>
      <Fault error={accept.error ?? withdraw.error} />
    </>
  );
}
