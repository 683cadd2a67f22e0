import type { NoticeKind } from "../notice-kind.ts";
import { ACTIVITY_NOTICES } from "./activity.ts";
import { AGREEMENT_NOTICES } from "./agreement.ts";
import { APPLICATION_NOTICES } from "./application.ts";
import { APPOINTMENT_NOTICES } from "./appointment.ts";
import { BOOKING_NOTICES } from "./booking.ts";
import { COLLECTION_ROUND_NOTICES } from "./collection-round.ts";
import { COMMITTEE_NOTICES } from "./committee.ts";
import { HANDOVER_NOTICES } from "./handover.ts";
import { ISSUE_NOTICES } from "./issue.ts";
import { LIAISON_NOTICES } from "./liaison.ts";
import { MEMBERSHIP_NOTICES } from "./membership.ts";
import { NEED_NOTICES } from "./need.ts";
import { ORGANIZATION_NOTICES } from "./organization.ts";
import { REGION_CHANGE_NOTICES } from "./region-change.ts";
import { REGISTRATION_NOTICES } from "./registration.ts";
import { RESOURCE_NOTICES } from "./resource.ts";
import { SEAT_NOTICES } from "./seat.ts";
import { SERVICE_AREA_NOTICES } from "./service-area.ts";
import { TASK_NOTICES } from "./task.ts";
import { TERM_NOTICES } from "./term.ts";
import { UNIT_SEAT_NOTICES } from "./unit-seat.ts";
import { WAITING_NOTICES } from "./waiting-entry.ts";
import { WEBHOOK_ENDPOINT_NOTICES } from "./webhook-endpoint.ts";

/** What is told of all nouns. */
const ALL = [
  ACTIVITY_NOTICES,
  AGREEMENT_NOTICES,
  APPLICATION_NOTICES,
  APPOINTMENT_NOTICES,
  BOOKING_NOTICES,
  COLLECTION_ROUND_NOTICES,
  COMMITTEE_NOTICES,
  HANDOVER_NOTICES,
  ISSUE_NOTICES,
  LIAISON_NOTICES,
  MEMBERSHIP_NOTICES,
  NEED_NOTICES,
  ORGANIZATION_NOTICES,
  REGION_CHANGE_NOTICES,
  REGISTRATION_NOTICES,
  RESOURCE_NOTICES,
  SEAT_NOTICES,
  SERVICE_AREA_NOTICES,
  TASK_NOTICES,
  TERM_NOTICES,
  UNIT_SEAT_NOTICES,
  WAITING_NOTICES,
  WEBHOOK_ENDPOINT_NOTICES,
];

/** By noun and type: what is told, and to whom. docs/notices.md is the same table. */
export const NOTICE_KINDS: Readonly<Record<string, Readonly<Record<string, NoticeKind>>>> =
  Object.fromEntries(ALL.map(({ noun, kinds }) => [noun, kinds]));
