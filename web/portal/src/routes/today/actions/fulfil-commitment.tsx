import { Suspense, lazy } from "react";
import { FormDialog } from "../../../components/form-dialog.tsx";
import type { TaskActionProps } from "./task-action.ts";

/** Its scripts come once it is opened. */
const CommitmentForm = lazy(async () => ({
  default: (await import("./commitment-form.tsx")).CommitmentForm,
}));

/** Records that a commitment was kept once more. */
export function FulfilCommitment({ task, done }: TaskActionProps) {
  return (
    <FormDialog action="登记兑现" of={task.title}>
      {(close) => (
        <Suspense>
          <CommitmentForm
            id={task.recordId}
            unit={task.organization?.id ?? ""}
            onDone={() => {
              close();
              void done();
            }}
          />
        </Suspense>
      )}
    </FormDialog>
  );
}
