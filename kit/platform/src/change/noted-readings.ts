import DataLoader from "dataloader";
import { sql } from "kysely";
import { shanghaiDay } from "../scalars/shanghai-day.ts";
import { type BaseContext, subjectOf } from "../subgraph/context.ts";

/** A record whose personal fields somebody reads unmasked. */
export interface PersonalRecord {
  readonly id: string;
  readonly organizationId: string | null;
  readonly regionPath: readonly (string | null)[];
}

/** Records readings. The fields may be returned only after the reading was recorded. */
export type NotedReadings = DataLoader<PersonalRecord, void, string>;

/**
 * Records in the audit log who reads personal fields that are masked for others: once a day for each person and
 * record, with one statement for all records of a call. The table `personal_reading` of the schema remembers
 * the last day.
 *
 * @param action the action in the audit log, such as `readContactCard`.
 */
export function notedReadings<DB>(
  context: BaseContext<DB>,
  of: { readonly noun: string; readonly action: string },
): NotedReadings {
  return new DataLoader(
    async (records) => {
      const read = records.map(({ id, organizationId, regionPath }) => ({
        entryId: context.newId(),
        recordId: id,
        organizationId,
        regionPath,
      }));
      const { viewer, subgraph, requestId } = context;
      const now = context.clock();
      const [subject, day] = [subjectOf(viewer), shanghaiDay(now)];
      await sql`
        with read as (
          select * from jsonb_to_recordset(${JSON.stringify(read)}::jsonb)
            as read("entryId" uuid, "recordId" text, "organizationId" uuid, "regionPath" text[])
        ), fresh as (
          insert into personal_reading (noun, record_id, subject, day)
          select ${of.noun}, "recordId", ${subject}, ${day}::date from read
          on conflict (noun, record_id, subject) do update set day = excluded.day
            where personal_reading.day < excluded.day
          returning record_id
        )
        insert into audit.entry (id, at, subgraph, action, noun, record_id, subject, organization_id, region_path, request_id, details)
        select "entryId", ${now}, ${subgraph}, ${of.action}, ${of.noun}, "recordId", ${subject}, "organizationId",
          "regionPath", ${requestId}, '{}' from read where "recordId" in (select record_id from fresh)`.execute(
        context.rows,
      );
      return records.map(() => undefined);
    },
    { cacheKeyFn: ({ id }) => id },
  );
}
