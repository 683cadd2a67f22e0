import { appendAudit } from "@alliance-hub/platform/change/audit";
import { badInput } from "@alliance-hub/platform/errors/hub-error";
import { fieldChangesOf } from "@alliance-hub/platform/field-changes/field-changes";
import { isId } from "@alliance-hub/platform/keys/loader";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import type { Booking } from "../../nouns/booking/booking.entity.ts";
import { can } from "../../nouns/booking/booking.policy.ts";
import { auditOf, lockAhead } from "../../nouns/booking/booking.service.ts";
import type { BookingSeries } from "../../nouns/booking-series/booking-series.entity.ts";
import { readResourceOf, readSides } from "../../nouns/booking-series/booking-series.loaders.ts";
import {
  type SeriesContext,
  type SeriesTables,
  seriesChanges,
} from "../../nouns/booking-series/booking-series.service.ts";
import { lockResource, resourceIn } from "../../nouns/resource/resource.service.ts";

/** A series that is changed or cancelled from a day on. */
interface SeriesStep {
  readonly id: string;
  /** The first day. Default: from now on. */
  readonly from?: string | null | undefined;
  readonly may: "change" | "cancel";
}

/**
 * A series with those of its bookings that have not begun and that the viewer may change or cancel; locked, the resource
 * before them.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`.
 */
export async function lockSeries(
  context: SeriesContext,
  work: Work<SeriesTables>,
  { id, from, may }: SeriesStep,
) {
  await lockRest(work, id);
  const { record: series, of } = await seriesChanges.lock(context, work, id);
  seriesChanges.require(context.viewer, may, of);
  const first = from == null ? work.now : new Date(`${from}T00:00:00+08:00`);
  const all = await lockAhead(work, id, first);
  const ahead = all.filter((booking) => can(context.viewer, may, booking));
  return { series, resource: await resourceIn(work, series.resourceId), ahead };
}

/** Locks the resource of a series before the series and its bookings, as whoever books does. */
export async function lockRest(work: Work<SeriesTables>, id: string): Promise<void> {
  const known = isId(id) ? await readResourceOf(work.rows, id) : undefined;
  if (known) await lockResource(work, known);
}

/** @throws HubError `BAD_USER_INPUT` if there is nothing to change or cancel from a day on. */
export function requireAny(ahead: readonly Booking[], from: string | null | undefined): void {
  if (ahead.length > 0) return;
  const since = { zh: from ? `自 ${from} 起` : "", en: from ? ` from ${from} on` : "" };
  throw badInput("from", {
    zh: `此系列${since.zh}没有尚未开始的预约。请查看系列中的预约，另选日期。`,
    en: `The series has no booking${since.en} that has not begun. Look at its bookings, and choose another day.`,
  });
}

/** Notes the bookings of a series that were changed, each by itself. @returns the entry of the mutation. */
export async function auditSeries(
  context: SeriesContext,
  work: Work<SeriesTables>,
  {
    action,
    series,
    bookings,
    details,
  }: {
    readonly action: string;
    readonly series: BookingSeries;
    readonly bookings: readonly Booking[];
    readonly details: Readonly<Record<string, number>>;
  },
) {
  for (const booking of bookings) {
    const note = await auditOf(work, booking);
    const fields = fieldChangesOf(work.em, note);
    await appendAudit(context, work.rows, { ...note, action, changes: fields });
  }
  const { regionPath } = await resourceIn(work, series.resourceId);
  const [first] = await readSides(work.rows, series.id);
  return {
    noun: "BookingSeries",
    recordId: series.id,
    organizationId: first?.organizationId ?? null,
    regionPath,
    details: { resourceId: series.resourceId, ...details },
  };
}
