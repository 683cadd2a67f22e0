import { type Condition, condition } from "@alliance-hub/platform/conditions/condition";
import type { RegionPath } from "@alliance-hub/sharing/place";
import { type Viewer, operates } from "@alliance-hub/sharing/viewer";
import { type SqlBool, sql } from "kysely";

/** What may be done with an appointment. */
export type AppointmentAction = "read" | "appoint" | "end";

/** The columns of an appointment that the rule needs. */
export interface AppointmentPlace {
  readonly subject: string;
  readonly regionPath: RegionPath;
}

/**
 * Operators appoint for their region and everything below it. Auditors of the region, and the appointed person,
 * may read.
 */
export function can(
  viewer: Viewer,
  action: AppointmentAction,
  appointment: AppointmentPlace,
): boolean {
  if (operates(viewer, appointment.regionPath)) return true;
  if (action !== "read") return false;
  if (viewer.auditorRegionCodes.some((code) => appointment.regionPath.includes(code))) return true;
  return viewer.kind === "PERSON" && viewer.subject === appointment.subject;
}

/** Appointments are not public: without a token nobody is given even an empty list. */
export function canList(viewer: Viewer): boolean {
  return viewer.kind !== "ANONYMOUS";
}

/** `read` as a WHERE condition. */
export function readable(viewer: Viewer): Condition {
  const regionCodes = [...viewer.operatorRegionCodes, ...viewer.auditorRegionCodes];
  const subject = viewer.kind === "PERSON" ? viewer.subject : null;
  return condition(
    "appointment",
    [regionCodes, subject],
    (codes, sub) =>
      sql<SqlBool>`(appointment.region_path && ${codes}::text[] or appointment.subject = ${sub}::text)`,
  );
}
