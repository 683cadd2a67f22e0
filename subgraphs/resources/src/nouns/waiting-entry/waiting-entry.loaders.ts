import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import { anyOf } from "@alliance-hub/platform/keys/any-of";
import { isRecord, oneOf } from "@alliance-hub/platform/database/one-of";
import { isOrganization } from "@alliance-hub/platform/directory/current-organization";
import type { Row } from "@alliance-hub/platform/database/row";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import DataLoader from "dataloader";
import { type SqlBool, sql } from "kysely";
import type { TakingTables } from "../../mechanisms/free-time/takings.ts";
import type { ResourceContext } from "../resource/resource.loaders.ts";
import { type WaitingEntry, WaitingEntrySchema } from "./waiting-entry.entity.ts";
import type { WaitingFilter } from "./waiting-entry.input.ts";
import { readable } from "./waiting-entry.policy.ts";

/** A waiting entry as lists and loaders give it. */
export type WaitingRow = Row<WaitingEntry>;

/** The tables that waiting lists are read from and decided by. */
export interface WaitingTables extends TablesWith<"waitingEntry", WaitingEntry>, TakingTables {}

/** What of a booking its rivals follow from. */
export interface BookedTime {
  readonly resourceId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Whether an entry is for a time that another one takes, or for a part of it. */
export const isRival = (entry: BookedTime, { resourceId, startsAt, endsAt }: BookedTime): boolean =>
  entry.resourceId === resourceId && entry.startsAt < endsAt && entry.endsAt > startsAt;

/** How many rivals of a booking are named: whoever decides looks at the first ones. */
export const MOST_RIVALS = 50;

/** The first open entries for the time of each booking, in the order in which they joined. */
async function readRivals(
  rows: BaseContext<WaitingTables>["rows"],
  bookings: readonly (BookedTime & { readonly id: string })[],
): Promise<readonly { readonly bookingId: string; readonly entryId: string }[]> {
  const { rows: found } = await sql<{ bookingId: string; entryId: string }>`
    select asked.booking_id, rival.id as entry_id
    from unnest(${bookings.map(({ id }) => id)}::uuid[], ${bookings.map(({ resourceId }) => resourceId)}::uuid[],
        ${bookings.map(({ startsAt }) => startsAt)}::timestamptz[], ${bookings.map(({ endsAt }) => endsAt)}::timestamptz[])
      as asked(booking_id, resource_id, starts_at, ends_at)
    cross join lateral (
      select id, line_number from waiting_entry as entry
      where entry.resource_id = asked.resource_id and entry.state in ('WAITING', 'OFFERED')
        and entry.starts_at < asked.ends_at and entry.ends_at > asked.starts_at
      order by line_number limit ${sql.lit(MOST_RIVALS)}
    ) as rival
    order by rival.line_number`.execute(rows);
  return found;
}

/** What waiting lists need of a call. */
export interface WaitingContext
  extends
    ContextWith<"waitingEntries", typeof createWaitingLoaders>,
    Pick<ResourceContext, "resources" | "directory"> {}

/** Loaders of one call. */
export function createWaitingLoaders(context: BaseContext<WaitingTables>) {
  const reads = recordReads(context, {
    table: "waitingEntry",
    entity: WaitingEntrySchema,
    readable: readable(context.viewer),
  });
  return {
    byId: reads.byId,
    /**
     * Who waits for the time of bookings, or for a part of it, in the order in which they joined: the first
     * {@link MOST_RIVALS} of each. Two statements.
     */
    rivals: new DataLoader<BookedTime & { readonly id: string }, WaitingRow[], string>(
      async (bookings) => {
        const found = await readRivals(context.rows, bookings);
        const entries = await reads.byId.loadMany(found.map(({ entryId }) => entryId));
        const [error] = entries.filter((entry) => entry instanceof Error);
        if (error) throw error;
        const byBooking = Map.groupBy(found.keys(), (at) => found[at]?.bookingId);
        return bookings.map(({ id }) =>
          [...(byBooking.get(id) ?? [])].flatMap((at) => {
            const entry = entries[at];
            return entry && !(entry instanceof Error) ? [entry] : [];
          }),
        );
      },
      { cacheKeyFn: ({ id }) => id },
    ),
    /**
     * How many other units are before an entry: those that joined earlier and wait for, or were offered, a part of its
     * time. One statement. The keys come from entries that were read; a number says nothing of who they are.
     */
    ahead: new DataLoader<string, number>(async (ids) => {
      const counts = await context.rows
        .selectFrom("waitingEntry as own")
        .innerJoin("waitingEntry as other", (join) =>
          join
            .onRef("other.resourceId", "=", "own.resourceId")
            .onRef("other.lineNumber", "<", "own.lineNumber")
            .onRef("other.organizationId", "<>", "own.organizationId")
            .onRef("other.startsAt", "<", "own.endsAt")
            .onRef("other.endsAt", ">", "own.startsAt")
            // In words, so that the index of open entries serves.
            .on(sql<SqlBool>`other.state in ('WAITING', 'OFFERED')`),
        )
        .where(anyOf("own.id", ids, "uuid"))
        .groupBy("own.id")
        .select(["own.id", sql<number>`count(distinct other.organization_id)::integer`.as("ahead")])
        .execute();
      const byId = new Map(counts.map(({ id, ahead }) => [id, ahead]));
      return ids.map((id) => byId.get(id) ?? 0);
    }),
    /** Who waits for a resource, or was offered a time of it, in the order in which they joined. */
    ofResource: reads.below("resource.waitingList", "resourceId", {
      where: [oneOf("waitingEntry.state", ["WAITING", "OFFERED"])],
      order: {
        order: [
          {
            column: sql.ref("waitingEntry.lineNumber"),
            type: "integer",
            value: (row) => String(row.lineNumber),
          },
          { column: sql.ref("waitingEntry.id"), type: "uuid", value: (row) => row.id },
        ],
        direction: "asc",
      },
    }),
    list: ({ resourceId, organizationId, providerId, states }: WaitingFilter) =>
      reads.list("waitingEntries", [
        isRecord("waitingEntry.resourceId", resourceId),
        isOrganization("waitingEntry.organizationId", organizationId),
        isOrganization("waitingEntry.providerId", providerId),
        oneOf("waitingEntry.state", states),
      ]),
  };
}
