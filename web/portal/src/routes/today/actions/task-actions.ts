import type { ComponentType } from "react";
import { AnswerApplication } from "./answer-application.tsx";
import { AnswerRegistration } from "./answer-registration.tsx";
import { AnswerInvitationTask } from "./answer-invitation.tsx";
import { AnswerOffer } from "./answer-offer.tsx";
import { CloseActivity } from "./close-activity.tsx";
import { DecideBooking } from "./decide-booking.tsx";
import { FulfilCommitment } from "./fulfil-commitment.tsx";
import { KeepSeriesTask } from "./keep-series.tsx";
import { NameLiaison } from "./name-liaison.tsx";
import { ResolveIssue } from "./resolve-issue.tsx";
import { SignAgreement } from "./sign-agreement.tsx";
import type { TaskActionProps } from "./task-action.ts";

/** By kind of task: what does it where it stands. Tasks of other kinds lead to their record's page. */
export const TASK_ACTIONS: Readonly<Record<string, ComponentType<TaskActionProps>>> = {
  DECIDE_BOOKING: DecideBooking,
  ANSWER_INVITATION: AnswerInvitationTask,
  ANSWER_OFFER: AnswerOffer,
  KEEP_SERIES: KeepSeriesTask,
  SIGN_AGREEMENT: SignAgreement,
  FULFIL_COMMITMENT: FulfilCommitment,
  ACCEPT_REGISTRATION: AnswerRegistration,
  DECIDE_APPLICATION: AnswerApplication,
  RESOLVE_ISSUE: ResolveIssue,
  CLOSE_ACTIVITY: CloseActivity,
  NAME_LIAISON: NameLiaison,
};
