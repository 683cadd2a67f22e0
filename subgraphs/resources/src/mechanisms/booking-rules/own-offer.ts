import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { instantWords, whenWords } from "@alliance-hub/platform/words/times";
import { type Kysely, sql } from "kysely";
import type { TakingTables } from "../free-time/takings.ts";
import type { TimedResource, WantedBooking } from "./keeps-rules.ts";
import { isLeft } from "./least-left.ts";

/** An offer that holds a time. */
interface OpenOffer {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly offeredUntil: Date;
}

/**
 * Rejects a time that cannot be had only because it is held for the unit itself, which waited for it: it accepts the offer
 * instead of booking again. Asked after a time was found to be taken.
 *
 * @throws HubError `BOOKING_CONFLICT`, naming the offer.
 */
export async function requireNoOwnOffer(
  rows: Kysely<TakingTables>,
  resource: TimedResource,
  wanted: WantedBooking & { readonly organizationId: string },
): Promise<void> {
  const { organizationId, during, without = [] } = wanted;
  const { rows: offers } = await sql<OpenOffer>`
    select id, starts_at, ends_at, offered_until from waiting_entry
    where resource_id = ${resource.id} and organization_id = ${organizationId} and state = 'OFFERED'
      and held && tstzrange(${during.start}, minutes_after(${during.end}, ${resource.bufferMinutes}))
    order by starts_at`.execute(rows);
  const [first] = offers;
  if (!first) return;
  const others = { ...wanted, without: [...without, ...offers.map(({ id }) => id)] };
  // Something else is in the way, too: accepting would not help.
  if (!(await isLeft(rows, resource, others))) return;
  const range = whenWords({ start: first.startsAt, end: first.endsAt });
  const until = instantWords(first.offeredUntil);
  throw new HubError(
    "BOOKING_CONFLICT",
    {
      zh: `${resource.title} ${range.zh} 已让给您的单位，保留至${until.zh}，不必另行预约。请接受让出的时段（acceptOffer），或换一个时间。`,
      en: `${resource.title} is held for your unit ${range.en}, because it waited for that time. The offer ends at ${until.en}. Accept the offer with acceptOffer, or choose another time.`,
    },
    { start: first.startsAt.toISOString(), end: first.endsAt.toISOString(), offerId: first.id },
  );
}
