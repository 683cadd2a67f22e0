import { conflict } from "@alliance-hub/platform/errors/hub-error";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { valueWords } from "@alliance-hub/platform/words/enumerations";
import type { BookingTables } from "../../nouns/booking/booking.loaders.ts";
import type { Resource } from "../../nouns/resource/resource.entity.ts";
import { BOOKABLE_KINDS, type ResourceKind } from "../../vocabulary/resource-kind.ts";

/**
 * Rejects another kind of a locked resource that breaks what has been booked of it and has not begun: a kind that cannot
 * be booked has no bookings and nobody who waits, and only a venue has activities.
 *
 * @throws HubError `CONFLICT`, saying how many there are.
 */
export async function requireKindFits(
  work: Work<BookingTables>,
  { id, title, kind: current }: Readonly<Resource>,
  kind: ResourceKind,
): Promise<void> {
  if (kind === current) return;
  if (!BOOKABLE_KINDS.includes(kind)) await requireUnbooked(work, { id, title, kind });
  else if (current === "VENUE") await requireNoActivity(work, { id, title, kind });
}

/** A kind that a resource is to have. */
interface Wanted extends Pick<Resource, "id" | "title"> {
  readonly kind: ResourceKind;
}

async function requireUnbooked(
  work: Work<BookingTables>,
  { id, title, kind }: Wanted,
): Promise<void> {
  const bookings = await openBookings(work, id);
  const { count: waiting } = await work.rows
    .selectFrom("waitingEntry")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("resourceId", "=", id)
    .where("state", "in", ["WAITING", "OFFERED"])
    .where("startsAt", ">", work.now)
    .executeTakeFirstOrThrow();
  if (bookings + Number(waiting) === 0) return;
  const { zh } = valueWords("ResourceKind", kind);
  throw conflict(
    {
      zh: `${title}有 ${bookings} 项尚未开始的预约、${waiting} 家单位候补，而${zh}不能预约，类型不能改为${zh}。请先取消这些预约；或者先撤回，预约和候补随之取消，改后再重新发布。`,
      en: `${title} has ${bookings} bookings that have not begun, and ${waiting} units wait for it; ${kind} cannot be booked. Cancel the bookings first. Or withdraw the resource, which ends both, change it, and publish it again.`,
    },
    { bookings, waiting: Number(waiting), field: "kind" },
  );
}

async function requireNoActivity(
  work: Work<BookingTables>,
  { id, title, kind }: Wanted,
): Promise<void> {
  const bookings = await openBookings(work, id, true);
  if (bookings === 0) return;
  throw conflict(
    {
      zh: `${title}有 ${bookings} 项尚未开始的预约是办活动用的，活动只能用场地，类型不能改为${valueWords("ResourceKind", kind).zh}。请先请主办单位另选场地，或者取消这些预约。`,
      en: `${title} has ${bookings} bookings of activities that have not begun; activities need a VENUE, so "kind" cannot become ${kind}. Ask their hosts to choose another venue, or cancel these bookings first.`,
    },
    { bookings, field: "kind" },
  );
}

/** How many bookings of a resource, or of activities there, are held and have not begun. */
async function openBookings(
  { rows, now }: Work<BookingTables>,
  resourceId: string,
  ofActivities = false,
): Promise<number> {
  const held = rows
    .selectFrom("booking")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("resourceId", "=", resourceId)
    .where("state", "in", ["REQUESTED", "CONFIRMED"])
    .where("startsAt", ">", now);
  const wanted = ofActivities ? held.where("activityId", "is not", null) : held;
  const { count } = await wanted.executeTakeFirstOrThrow();
  return Number(count);
}
