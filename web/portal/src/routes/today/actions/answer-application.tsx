import { AnswerApplication as Answers } from "../../office/answer-application.tsx";
import type { TaskActionProps } from "./task-action.ts";

/** The answers to an application, as the committee's own page has them. */
export function AnswerApplication({ task: { recordId, title }, done }: TaskActionProps) {
  return (
    <Answers
      id={recordId}
      of={title}
      question={`${title}。退回后，对方可以再次申请。`}
      done={done}
    />
  );
}
