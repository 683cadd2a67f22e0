import { type CorrectedField, number, unit } from "@alliance-hub/platform/notices/facts";
import type { BaseContext, Work } from "@alliance-hub/platform/subgraph/context";
import { defineEntity, p } from "@mikro-orm/core";

export const CorrectionSchema = defineEntity({
  name: "Correction",
  tableName: "correction",
  properties: {
    id: p.uuid().primary(),
    activityId: p.uuid(),
    at: p.datetime(),
    fields: p.json<readonly CorrectedField[]>(),
    reason: p.string().nullable().strictNullable(),
  },
});

/** What was corrected of an activity, its agenda or its attendance at one time (更正). */
export class Correction extends CorrectionSchema.class {}
CorrectionSchema.setClass(Correction);

/** Notes a correction in the transaction that makes it. One that those concerned are told nothing of is not noted. */
export function noteCorrection(
  context: Pick<BaseContext, "newId">,
  { em, now }: Pick<Work<unknown>, "em" | "now">,
  {
    activityId,
    fields,
    reason = null,
  }: {
    readonly activityId: string;
    readonly fields: readonly CorrectedField[];
    readonly reason?: string | null;
  },
): void {
  if (fields.length === 0) return;
  em.create(Correction, { id: context.newId(), activityId, at: now, fields, reason });
}

/** Notes that a unit recorded another attendance. The first number is no correction. */
export function noteAttendanceCorrection(
  context: Pick<BaseContext, "newId">,
  work: Pick<Work<unknown>, "em" | "now">,
  {
    activity,
    organizationId,
    before,
    after,
  }: {
    readonly activity: { readonly id: string };
    readonly organizationId: string;
    readonly before: number | null;
    readonly after: number;
  },
): void {
  if (before === null || before === after) return;
  const field = { noun: "Activity", field: "attendance", of: unit(organizationId) } as const;
  const fields = [{ ...field, before: number(before), after: number(after) }];
  noteCorrection(context, work, { activityId: activity.id, fields });
}

/** That a unit is on the list of participants. */
export const LISTED = { noun: "Participant", field: "organizationId" } as const;

/** Notes that a unit was put on the list of an activity that was held, or taken off it with what it had reported. */
export function noteParticipantCorrection(
  context: Pick<BaseContext, "newId">,
  work: Pick<Work<unknown>, "em" | "now">,
  {
    activity,
    organizationId,
    takesPart,
    attendance = null,
  }: {
    readonly activity: { readonly id: string; readonly state: string };
    readonly organizationId: string;
    readonly takesPart: boolean;
    /** What it had reported. Default: nothing. */
    readonly attendance?: number | null;
  },
): void {
  if (activity.state !== "HELD") return;
  const one = unit(organizationId);
  const fields: CorrectedField[] = [
    { ...LISTED, before: takesPart ? null : one, after: takesPart ? one : null },
  ];
  if (attendance !== null)
    fields.push({
      noun: "Activity",
      field: "attendance",
      of: one,
      before: number(attendance),
      after: null,
    });
  noteCorrection(context, work, { activityId: activity.id, fields });
}

/** The unit that a correction took off the list, if it is such a correction. */
export function takenOff(fields: readonly CorrectedField[]): string | undefined {
  const off = fields.find(({ noun, after }) => noun === LISTED.noun && after === null);
  return off?.before && "unit" in off.before ? off.before.unit : undefined;
}
