import { type SqlBool, sql } from "kysely";

/**
 * As a condition on `participant` beside its `activity`: the unit hosts it, asked or not, or takes part. Lists, feeds and
 * reminders of a unit are about these; who is only invited has a task instead.
 */
export const hostsOrTakesPart = sql<SqlBool>`(participant.state = 'JOINED' or participant.organization_id = activity.host_id)`;
