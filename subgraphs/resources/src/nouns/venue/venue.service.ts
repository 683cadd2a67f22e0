import { type Checked, gathered } from "@alliance-hub/platform/errors/faults";
import { badInput } from "@alliance-hub/platform/errors/hub-error";
import { checkedWhereGiven, emptiedWhereNull } from "@alliance-hub/platform/limits/checked";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import type { BaseContext, Work } from "@alliance-hub/platform/subgraph/context";
import { valueWords } from "@alliance-hub/platform/words/enumerations";
import { sql } from "kysely";
import type { Resource } from "../resource/resource.entity.ts";
import type { ResourceContext, ResourceRow, ResourceTables } from "../resource/resource.loaders.ts";
import { resourceChanges } from "../resource/resource.service.ts";
import type { BookingContext, BookingRow } from "../booking/booking.loaders.ts";
import {
  noticesOfOutside,
  readOutsideHours,
} from "../../mechanisms/outside-hours/outside-hours.ts";
import { requireApart } from "../../mechanisms/weekly-hours/apart.ts";
import { TIME_OF_DAY } from "../../mechanisms/time-of-day/time-of-day.ts";
import {
  type BookingRulesInput,
  HOURS_NOTE,
  MOST_HOURS,
  type OpeningHoursInput,
  RULE_LIMITS,
  type SetVenueInput,
  VENUE_LIMITS,
  WEEKDAY,
} from "./venue.input.ts";
import type { BookingRulesRow, OpeningHoursRow, VenueTables } from "./venue.loaders.ts";

type Context = ResourceContext &
  Pick<BookingContext, "bookings"> &
  BaseContext<ResourceTables & VenueTables>;
type Hours = Omit<OpeningHoursRow, "resourceId" | "position">;

/** The rules of a resource for which nothing was said. */
export const NO_RULES: Omit<BookingRulesRow, "resourceId"> = {
  minNoticeMinutes: 0,
  maxAheadDays: null,
  slotMinutes: null,
  maxLengthMinutes: null,
  cancelBeforeMinutes: 0,
  onHolidays: "OPEN",
};

const changes = resourceChanges<Context>();

/** What setting a venue gives. */
export interface SetVenue {
  readonly resource: ResourceRow;
  /** Bookings ahead that lie outside the hours then, in order of time, at most 100. */
  readonly bookings: readonly BookingRow[];
}

/** How many bookings outside the hours are listed. */
const MOST_LISTED = 100;

/**
 * Sets where a resource is, when it is open and how it can be booked. What is booked already stays as it is; the units
 * whose bookings lie outside new hours are told.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`.
 */
export async function setVenue(context: Context, input: SetVenueInput): Promise<SetVenue> {
  const { resourceId: id } = input;
  const step = {
    action: "setVenue",
    may: "change",
    field: "resourceId",
    // All that was given: the same key with something else is another call.
    input: Object.assign(Object.fromEntries(Object.entries(input)), { id }),
    given: () => checkedSetting(input),
  } as const;
  const resource = await changes.change(context, step, async (locked, work, given) => {
    requireVenue(locked, input);
    const { rows, now } = work;
    const outside = new Set(
      (await readOutsideHours(rows, locked.id, now)).map(({ id: one }) => one),
    );
    await apply(locked, work, given);
    const after = await readOutsideHours(rows, locked.id, now);
    // Whoever was outside before has been told.
    await leaveNotices(
      context,
      work,
      noticesOfOutside(after.filter((one) => !outside.has(one.id))),
    );
    return { set: Object.keys(input).filter((name) => !OF_THE_CALL.has(name)) };
  });
  const outside = await readOutsideHours(context.rows, resource.id, context.clock());
  const bookings = await Promise.all(
    outside.slice(0, MOST_LISTED).map((one) => context.bookings.byId.load(one.id)),
  );
  return { resource, bookings: bookings.filter((booking) => booking !== null) };
}

const OF_THE_CALL: ReadonlySet<string> = new Set(["resourceId", "version", "idempotencyKey"]);

type Setting = ReturnType<typeof checkedSetting>;

async function apply(
  resource: Resource,
  { rows }: Work<VenueTables>,
  given: Checked<Setting>,
): Promise<void> {
  const { id: resourceId } = resource;
  const { place, hours, rules } = given();
  if (Object.keys(place).length > 0)
    await rows
      .insertInto("venue")
      .values({ ...NO_PLACE, ...place, resourceId })
      .onConflict((same) => same.column("resourceId").doUpdateSet(place))
      .execute();
  if (hours !== undefined) {
    await rows.deleteFrom("openingHours").where("resourceId", "=", resourceId).execute();
    if (hours.length > 0)
      await rows
        .insertInto("openingHours")
        .values(hours.map((period, position) => ({ ...period, resourceId, position })))
        .execute();
  }
  if (rules !== undefined) {
    const { approval, bufferMinutes, ...others } = rules;
    if (approval !== undefined) resource.approval = approval;
    if (bufferMinutes !== undefined) resource.bufferMinutes = bufferMinutes;
    await rows
      .insertInto("bookingRules")
      .values({ ...NO_RULES, ...others, resourceId })
      .onConflict((same) => same.column("resourceId").doUpdateSet({ ...others, resourceId }))
      .execute();
  }
  resource.hasRules = await readHasRules({ rows }, resourceId);
}

const NO_PLACE = {
  address: null,
  longitude: null,
  latitude: null,
  seats: null,
  areaSquareMetres: null,
  barrierFree: null,
  amenities: [],
  officePhone: null,
};

/** From now on bookings of a locked resource are compared with rules; it is decided anew when they are next set. */
export function markRuled(resource: { hasRules: boolean }): void {
  resource.hasRules = true;
}

/** Whether bookings of a resource must be compared with rules at all. */
export async function readHasRules(
  { rows }: Pick<Work<VenueTables>, "rows">,
  resourceId: string,
): Promise<boolean> {
  const { rows: found } = await sql<{ has: boolean }>`
    select exists (select from opening_hours where resource_id = ${resourceId})
      or exists (select from blocking where resource_id = ${resourceId} and state = 'ACTIVE')
      or exists (select from booking_rules where resource_id = ${resourceId}
        and ((min_notice_minutes, on_holidays) is distinct from (0, 'OPEN')
          or max_ahead_days is not null or slot_minutes is not null or max_length_minutes is not null)) as has`.execute(
    rows,
  );
  return found[0]?.has ?? true;
}

/** What a call gives, checked. @throws HubError `BAD_USER_INPUT`. */
function checkedSetting(input: SetVenueInput) {
  const { barrierFree, amenities, openingHours, bookingRules } = input;
  const { place, hours, rules } = gathered({
    place: () => ({
      ...checkedWhereGiven(input, VENUE_LIMITS),
      ...emptiedWhereNull(input, [...PLACE_FIELDS, "barrierFree"]),
      ...(barrierFree == null ? {} : { barrierFree }),
      ...(amenities === undefined ? {} : { amenities: [...new Set(amenities)] }),
    }),
    position: () => requireWholePosition(input),
    hours: () => (openingHours === undefined ? undefined : checkedHours(openingHours ?? [])),
    rules: () => (bookingRules == null ? undefined : checkedRules(bookingRules)),
  });
  return { place, hours, rules };
}

const PLACE_FIELDS = Object.keys(VENUE_LIMITS) as (keyof typeof VENUE_LIMITS)[]; // they are its own keys

function requireWholePosition({ longitude, latitude }: SetVenueInput): void {
  if ((longitude == null) === (latitude == null)) return;
  const [missing, zh] = longitude == null ? ["longitude", "经度"] : ["latitude", "纬度"];
  throw badInput(missing, {
    zh: `只写了经纬度中的一项，没有${zh}。请两项都写，或都不写。`,
    en: `"${missing}" is missing. Give both longitude and latitude, or neither.`,
  });
}

function checkedHours(periods: readonly OpeningHoursInput[]): Hours[] {
  if (periods.length > MOST_HOURS)
    throw badInput("openingHours", {
      zh: `开放时间有 ${periods.length} 段，最多 ${MOST_HOURS} 段。请合并。`,
      en: `"openingHours" has ${periods.length} periods; the limit is ${MOST_HOURS}. Join some.`,
    });
  const hours = Object.values(
    gathered(
      Object.fromEntries(
        periods.map((period, i) => [i, () => checkedPeriod(period, `openingHours.${i}`)]),
      ),
    ),
  );
  requireApart(hours);
  return hours;
}

function checkedPeriod(period: OpeningHoursInput, path: string): Hours {
  const { validFrom = null, validTo = null } = period;
  const { weekday, fromMinute, toMinute, note } = gathered({
    weekday: () => WEEKDAY.check(`${path}.weekday`, period.weekday),
    fromMinute: () => TIME_OF_DAY.check(`${path}.from`, period.from),
    toMinute: () => TIME_OF_DAY.check(`${path}.to`, period.to),
    note: () => (period.note == null ? null : HOURS_NOTE.check(`${path}.note`, period.note)),
  });
  if (toMinute <= fromMinute)
    throw badInput(`${path}.to`, {
      zh: `结束时刻 ${period.to} 不晚于开始时刻 ${period.from}。过了午夜的，请分成两段：到 24:00 为止，次日从 00:00 起。`,
      en: `"to" is ${period.to}, not after "from" ${period.from}. A period that passes midnight is two: one to 24:00, and one from 00:00 of the next day.`,
    });
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    throw badInput(`${path}.validTo`, {
      zh: `有效期止于${validTo}，早于起日${validFrom}。请改正。`,
      en: `"validTo" is ${validTo}, before "validFrom" ${validFrom}. Correct one of them.`,
    });
  return { weekday, fromMinute, toMinute, validFrom, validTo, note };
}

type Rules = Partial<Omit<BookingRulesRow, "resourceId">> & {
  readonly approval?: boolean;
  readonly bufferMinutes?: number;
};

/** Rules that are given; one that is given as null is as if nothing had ever been said. */
function checkedRules(input: BookingRulesInput): Rules {
  const limited = gathered(
    Object.fromEntries(
      Object.entries(RULE_LIMITS).map(([name, limit]) => [
        name,
        () => {
          const value = input[name as keyof typeof RULE_LIMITS]; // the names of the limits are its fields
          return value == null ? value : limit.check(`bookingRules.${name}`, value);
        },
      ]),
    ),
  );
  const none: Readonly<Record<string, unknown>> = {
    ...NO_RULES,
    approval: false,
    bufferMinutes: 0,
  };
  const { approval, onHolidays } = input;
  const all = Object.entries({ ...limited, approval, onHolidays });
  return Object.fromEntries(
    all.flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value === null ? none[name] : value]],
    ),
  );
}

/** Rejects what only venues have of anything else. @throws HubError `BAD_USER_INPUT`. */
function requireVenue({ kind }: Resource, input: SetVenueInput): void {
  if (kind === "VENUE") return;
  gathered(
    Object.fromEntries(
      [...PLACE_FIELDS, "barrierFree" as const, "amenities" as const].map((name) => [
        name,
        () => {
          if (input[name] == null) return;
          throw badInput(name, {
            zh: `类型为${valueWords("ResourceKind", kind).zh}的资源没有地址和设施，只有场地才有。请不要填写。`,
            en: `"${name}" is given for a ${kind}; only a VENUE has it. Leave it out.`,
          });
        },
      ]),
    ),
  );
}
