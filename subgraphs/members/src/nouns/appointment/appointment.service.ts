import { change, requireVersion } from "@alliance-hub/platform/change/change";
import { requireSubject } from "@alliance-hub/platform/change/require-subject";
import { createDirectory } from "@alliance-hub/platform/directory/directory";
import {
  conflict,
  forbidden,
  illegalTransition,
  notFound,
} from "@alliance-hub/platform/errors/hub-error";
import { isId } from "@alliance-hub/platform/keys/loader";
import { LockMode } from "@mikro-orm/core";
import type { MembersContext } from "../../context.ts";
import { Appointment } from "./appointment.entity.ts";
import type { AppointInput, EndAppointmentInput } from "./appointment.input.ts";
import type { AppointmentRow } from "./appointment.loaders.ts";
import { can } from "./appointment.policy.ts";

/**
 * Appoints an auditor or operator for a region.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` if the person is so already.
 */
export async function appoint(
  context: MembersContext,
  input: AppointInput,
): Promise<AppointmentRow> {
  const { role, regionCode } = input;
  const region = await createDirectory(context.rows).region(regionCode);
  if (!region) throw notFound("Region", regionCode);
  if (!can(context.viewer, "appoint", { subject: input.subject, regionPath: region.path })) {
    throw forbidden(
      context.viewer,
      `Only an operator of ${region.code} or of a place above may appoint for it.`,
    );
  }
  const subject = requireSubject("subject", input.subject);
  return await change(
    context,
    {
      action: "appoint",
      input,
      reload: (id) => context.appointments.byId.load(id),
      constraints: {
        appointment_one_current: () =>
          conflict(
            `${JSON.stringify(subject)} is ${role} of ${region.code} already. Nothing needs to be done.`,
          ),
      },
    },
    async ({ em, now }) => {
      const record = em.create(Appointment, {
        id: context.newId(),
        createdAt: now,
        updatedAt: now,
        subject,
        role,
        regionCode: region.code,
        regionPath: region.path,
        endedAt: null,
      });
      return {
        record,
        audit: {
          noun: "Appointment",
          recordId: record.id,
          regionPath: region.path,
          details: { role },
        },
      };
    },
  );
}

/**
 * Ends an appointment.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function endAppointment(
  context: MembersContext,
  input: EndAppointmentInput,
): Promise<AppointmentRow> {
  return await change(
    context,
    { action: "endAppointment", input, reload: (id) => context.appointments.byId.load(id) },
    async ({ em, now }) => {
      const record = isId(input.id)
        ? await em.findOne(Appointment, input.id, { lockMode: LockMode.PESSIMISTIC_WRITE })
        : null;
      if (!record || !can(context.viewer, "read", record)) throw notFound("Appointment", input.id);
      if (!can(context.viewer, "end", record)) {
        throw forbidden(
          context.viewer,
          `Only an operator of ${record.regionCode} or of a place above may end appointments for it.`,
        );
      }
      if (record.subject === context.viewer.subject) {
        throw conflict(
          "This is your own appointment; whoever ends it last could not be replaced. Ask another operator to end it.",
        );
      }
      requireVersion(record, input.version);
      if (record.endedAt !== null) {
        throw illegalTransition({
          noun: "Appointment",
          id: record.id,
          state: "ENDED",
          wanted: "ENDED",
          allowed: [],
        });
      }
      record.endedAt = now;
      record.updatedAt = now;
      return {
        record,
        audit: {
          noun: "Appointment",
          recordId: record.id,
          regionPath: record.regionPath,
          details: { role: record.role },
        },
      };
    },
  );
}
