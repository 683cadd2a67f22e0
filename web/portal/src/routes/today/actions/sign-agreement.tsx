import { Suspense, lazy, useState } from "react";
import { Button } from "../../../components/button.tsx";
import type { TaskActionProps } from "./task-action.ts";

/** Its scripts come once it is asked. */
const SignQuestion = lazy(async () => ({
  default: (await import("./sign-question.tsx")).SignQuestion,
}));

/** Signs an agreement, after showing what is signed and what the unit itself takes on. */
export function SignAgreement({ task, done }: TaskActionProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        aria-label={`签署：${task.title}`}
        aria-haspopup="dialog"
        onPress={() => setOpen(true)}
      >
        签署
      </Button>
      {isOpen && (
        <Suspense>
          <SignQuestion task={task} done={done} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
