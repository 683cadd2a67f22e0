import { Button } from "../../../components/button.tsx";
import { Confirm } from "../../../components/confirm.tsx";
import { Fault } from "../../../components/fault.tsx";
import { TaskDecideBookingDocument } from "../../../graph/generated/graphql.ts";
import { useChange } from "../../../graph/use-change.ts";
import type { TaskActionProps } from "./task-action.ts";

/** Confirms or denies a booking. */
export function DecideBooking({ task: { recordId: id, title }, done }: TaskActionProps) {
  const decide = useChange(TaskDecideBookingDocument, done);
  return (
    <>
      <Button
        aria-label={`同意：${title}`}
        isDisabled={decide.isPending}
        onPress={() => decide.mutate({ id, confirm: true })}
      >
        同意
      </Button>
      <Confirm
        action="不同意"
        of={title}
        question={title}
        reasonLabel="原因（对方会看到）"
        stay="再看看"
        error={decide.error}
        onConfirm={async (reason) => {
          await decide.mutateAsync({ id, confirm: false, reason });
        }}
      />
      <Fault error={decide.error} />
    </>
  );
}
