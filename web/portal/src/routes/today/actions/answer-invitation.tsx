import { AnswerInvitation } from "../../activity/answer-invitation.tsx";
import type { TaskActionProps } from "./task-action.ts";

/** Accepts or declines an invitation where its task stands. */
export function AnswerInvitationTask({ task, done }: TaskActionProps) {
  const { recordId: id, organization, title } = task;
  if (!organization) return null;
  return <AnswerInvitation id={id} organizationId={organization.id} of={title} done={done} />;
}
