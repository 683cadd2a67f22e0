import { InputChecks } from "@alliance-hub/platform/errors/faults";
import { valueWords } from "@alliance-hub/platform/words/enumerations";
import { LASTING, recordChanges } from "@alliance-hub/platform/change/record-changes";
import { requireSubject } from "@alliance-hub/platform/change/require-subject";
import { createDirectory } from "@alliance-hub/platform/directory/directory";
import { conflict, notFound } from "@alliance-hub/platform/errors/hub-error";
import { Appointment } from "./appointment.entity.ts";
import type { AppointInput, EndAppointmentInput } from "./appointment.input.ts";
import type { AppointmentContext, AppointmentRow } from "./appointment.loaders.ts";
import { can } from "./appointment.policy.ts";
import { noticesOfAppointment } from "./appointment.notices.ts";

const changes = recordChanges({
  noun: "Appointment",
  entity: Appointment,
  reload: ({ appointments }: AppointmentContext, id): Promise<AppointmentRow | null> =>
    appointments.byId.load(id),
  mayRead: (viewer, appointment) => can(viewer, "read", appointment),
  can,
  only: ({ regionPath }) => ({
    zh: "只有该地或其上级的平台管理员可以任命和结束任命。",
    en: `Only an operator of ${regionPath.findLast((code) => code !== null)} or of a place above may appoint for it or end appointments.`,
  }),
  steps: LASTING,
  stateOf: ({ endedAt }) => (endedAt === null ? "LASTING" : "ENDED"),
  note: ({ regionPath, role }) => ({ regionPath, details: { role } }),
  notices: noticesOfAppointment,
});

/**
 * Appoints an auditor or operator for a region.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` if the person already has the role.
 */
export async function appoint(
  context: AppointmentContext,
  input: AppointInput,
): Promise<AppointmentRow> {
  const { role } = input;
  const checks = new InputChecks();
  const place = await checks.of(async () => {
    const found = await createDirectory(context.rows).region(input.regionCode);
    if (!found) throw notFound("Region", input.regionCode, "regionCode");
    const appointment = { subject: input.subject, regionPath: found.path };
    changes.require(context.viewer, "appoint", appointment);
    return found;
  });
  const person = await checks.of(() => requireSubject("subject", input.subject));
  checks.end();
  const region = place();
  const { code: regionCode, path: regionPath } = region;
  const subject = person();
  const constraints = {
    appointment_one_current: () =>
      conflict({
        zh: `${subject} 已是${region.name}的${valueWords("AppointedRole", role).zh}，无需再任命。`,
        en: `${JSON.stringify(subject)} is already ${role} of ${region.name}. You do not need to do anything.`,
      }),
  };
  return await changes.create(context, { action: "appoint", input, constraints }, (_work, create) =>
    create({ subject, role, regionCode, regionPath }),
  );
}

/**
 * Ends an appointment.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function endAppointment(
  context: AppointmentContext,
  input: EndAppointmentInput,
): Promise<AppointmentRow> {
  const step = { action: "endAppointment", may: "end", to: "ENDED", input } as const;
  return await changes.change(context, step, (appointment, { now }) => {
    if (appointment.subject === context.viewer.subject) {
      throw conflict({
        zh: "这是您本人的任命；最后一位平台管理员结束后将无人可以接替。请由另一位平台管理员办理。",
        en: "This is your own appointment, and the last operator could not be replaced. Ask another operator to end it.",
      });
    }
    appointment.endedAt = now;
  });
}
