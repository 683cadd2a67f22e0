import { Suspense, lazy } from "react";
import type { QuestionProps } from "./dialogs/question-dialog.tsx";

/** Its scripts come once it is asked. */
const QuestionDialog = lazy(async () => ({
  default: (await import("./dialogs/question-dialog.tsx")).QuestionDialog,
}));

/** A question in front of the page, which goes on once it was answered. */
export const Question = (props: QuestionProps) =>
  props.isOpen && (
    <Suspense>
      <QuestionDialog {...props} />
    </Suspense>
  );
