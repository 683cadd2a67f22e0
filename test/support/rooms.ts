import type { Answer } from "./ask.ts";
import type { TestHub } from "./hub.ts";
import { inDays, unitOf } from "./people.ts";

/** Hours of a day, some days from today. */
export interface Hours {
  readonly days: number;
  readonly from: string;
  readonly to: string;
}

/** A range as the graph takes it. */
export const rangeOn = ({ days, from, to }: Hours) => ({
  start: `${inDays(days)}T${from}:00+08:00`,
  end: `${inDays(days)}T${to}:00+08:00`,
});

/** Where a resource is booked, with a time that is chosen. */
export const bookingPage = (id: string, { days, from, to }: Hours): string =>
  `/resources/${id}?day=${inDays(days)}&from=${from}&to=${to}`;

/** Rooms that a test shares, and what is done with them without a page. */
export interface Rooms {
  /** Shares a room that is bookable at all hours. @returns its id. */
  share(as: string, title: string, over?: object): Promise<string>;
  /** @returns the booking's id. */
  book(as: string, resourceId: string, hours: Hours): Promise<string>;
  /** @returns the entry's id. */
  wait(as: string, resourceId: string, hours: Hours): Promise<string>;
  change(as: string, bookingId: string, hours: Hours): Promise<void>;
  cancel(as: string, bookingId: string): Promise<void>;
}

export function roomsOf(hub: TestHub): Rooms {
  const send = async (as: string, mutation: string, record: string, input: object) => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${record} { id } } }`;
    const { data, errors } = await hub.ask(query, { input }, as);
    if (errors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(errors)}`);
    return idOf(data[mutation]?.[record]);
  };
  const wish = (as: string, resourceId: string, hours: Hours) => ({
    resourceId,
    organizationId: unitOf(as),
    during: rangeOn(hours),
  });
  return {
    share: async (as, title, over = {}) =>
      await send(as, "shareResource", "resource", {
        providerId: unitOf(as),
        title,
        kind: "VENUE",
        audience: "PUBLIC",
        publish: true,
        ...over,
      }),
    book: async (as, id, hours) => await send(as, "bookResource", "booking", wish(as, id, hours)),
    wait: async (as, id, hours) => await send(as, "joinWaitingList", "entry", wish(as, id, hours)),
    change: async (as, id, hours) => {
      await send(as, "changeBooking", "booking", { id, during: rangeOn(hours) });
    },
    cancel: async (as, id) => {
      await send(as, "cancelBooking", "booking", { id, reason: "时间有变" });
    },
  };
}

const idOf = (record: Answer | undefined): string => String(record?.["id"]);
