import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import { region, value } from "@alliance-hub/platform/notices/facts";
import { APPOINTMENT_NOTICES } from "@alliance-hub/platform/notices/kinds/appointment";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { Appointment } from "./appointment.entity.ts";

/** Whom a change of an appointment concerns: the person. */
export function noticesOfAppointment(
  { id, subject, role, regionCode }: Readonly<Appointment>,
  { action }: Pick<MadeChange, "action">,
): readonly Notice[] {
  const facts = { place: region(regionCode), role: value("AppointedRole", role) };
  const type = action === "endAppointment" ? "ENDED" : "APPOINTED";
  return APPOINTMENT_NOTICES.tell(type, id, { subject }, facts);
}
