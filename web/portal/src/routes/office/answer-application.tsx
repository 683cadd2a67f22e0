import { Suspense, lazy } from "react";
import { Confirm } from "../../components/confirm.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { TaskReturnApplicationDocument } from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";

/** Its scripts come once it is opened. */
const AcceptApplication = lazy(async () => ({
  default: (await import("./accept-application.tsx")).AcceptApplication,
}));

interface AnswerApplicationProps {
  readonly id: string;
  /** Whose the buttons are, for those who only hear them. */
  readonly of: string;
  /** What is asked before it is sent back. */
  readonly question: string;
  /** Called as soon as the hub has done it, before anything is asked anew. */
  readonly done?: () => Promise<void>;
}

/** Takes a unit into the committee that it wants to join, or sends its application back. */
export function AnswerApplication({ id, of, question, done }: AnswerApplicationProps) {
  const sendBack = useChange(TaskReturnApplicationDocument, done);
  return (
    <>
      <FormDialog action="同意" of={of} title="同意加入" look="main">
        {(close) => (
          <Suspense>
            <AcceptApplication
              id={id}
              onDone={async () => {
                close();
                await done?.();
              }}
            />
          </Suspense>
        )}
      </FormDialog>
      <Confirm
        action="退回"
        of={of}
        question={question}
        reasonLabel="原因（对方会看到）"
        stay="再看看"
        error={sendBack.error}
        onConfirm={async (reason) => {
          await sendBack.mutateAsync({ id, reason });
        }}
      />
    </>
  );
}
