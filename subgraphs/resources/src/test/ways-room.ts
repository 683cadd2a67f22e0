import type { Answer } from "@alliance-hub/testing/answer";
import { expect } from "@jest/globals";
import type { AgreementSetting as Setting } from "./agreement-setting.ts";
import { shared } from "./resource-calls.ts";
import { type Setup, type Span, type Taken, isFree, keepsRules } from "./rules-model.ts";
import { NOW, type Step } from "./ways-arbitraries.ts";

const SET = `mutation ($input: SetVenueInput!) { setVenue(input: $input) { resource { id } } }`;
const BLOCK = `mutation ($input: BlockResourceInput!) { blockResource(input: $input) { blocking { id } } }`;

/** A booking, as the model knows it. */
export interface Held extends Taken {
  readonly id: string;
  readonly isRequested: boolean;
}

/** A resource, and what is booked of it. */
export interface Room {
  readonly id: string;
  /** Where its owner approves, a booking is a request at first. */
  readonly setup: Setup & { readonly approval: boolean };
  readonly taken: Held[];
  /** Ids of series, each with those of its bookings. */
  readonly series: (readonly [id: string, bookings: readonly string[]])[];
}

/** A step as it is taken, in one of two rooms. */
export interface Turn extends Step {
  readonly setting: Setting;
  readonly room: Room;
  readonly other: Room;
  /** Asks as the liaison of the unit that books. */
  readonly ask: (document: string, input: object) => Promise<Answer>;
}

export const rangeOf = ({ from, to }: Span) => ({
  start: new Date(from).toISOString(),
  end: new Date(to).toISOString(),
});

/** Shares a resource that is set up like this. */
export async function roomOf(setting: Setting, setup: Room["setup"]): Promise<Room> {
  const { capacity, approval } = setup;
  const id = await shared(setting, { capacity, approval });
  const provider = setting.liaison(setting.units.a);
  const input = { resourceId: id, openingHours: setup.hours, bookingRules: setup.rules };
  expect((await setting.call(provider, SET, { input })).code).toBeUndefined();
  for (const one of setup.blocked) {
    const blocking = { resourceId: id, during: rangeOf(one), reason: "检修" };
    expect((await setting.call(provider, BLOCK, { input: blocking })).code).toBeUndefined();
  }
  return { id, setup, taken: [], series: [] };
}

/** Whether the model gives so much of a room at a time. @param without the booking that would move there. */
export function mayHave(
  { setup, taken }: Room,
  at: Span & { readonly quantity: number },
  without?: string,
): boolean {
  const others = taken.filter(({ id }) => id !== without);
  return at.quantity <= setup.capacity && keepsRules(setup, at, NOW) && isFree(setup, others, at);
}

/** Notes a booking that the hub has made, with the buffer that it holds. */
export function note(
  { setup, taken }: Room,
  id: string,
  at: Span & { readonly quantity: number },
): void {
  const buffer = (setup.rules.bufferMinutes ?? 0) * 60_000;
  const { from, to, quantity } = at;
  taken.push({ from, to, quantity, id, heldTo: to + buffer, isRequested: setup.approval });
}

/** Forgets a booking that is not held any more, or not at its time. */
export const forget = ({ taken }: Room, held: Held): void => {
  taken.splice(taken.indexOf(held), 1);
};

/** Expects that the hub did something, or gave a reason why not. */
export const expectDone = (
  { way, span, quantity }: Turn,
  { code, message }: Answer,
  may: boolean,
): void =>
  expect({ way, ...rangeOf(span), quantity, message, done: code === undefined }).toEqual({
    way,
    ...rangeOf(span),
    quantity,
    message: may ? undefined : expect.any(String),
    done: may,
  });

/** What is held of a room, as the database has it, and as the model has it. */
export async function expectHeld(setting: Setting, { id, taken }: Room): Promise<void> {
  const { rows } = await setting.admin.query(
    `select id, starts_at as from, ends_at as to, quantity, state = 'REQUESTED' as requested from resources.booking
     where resource_id = $1 and state in ('REQUESTED', 'CONFIRMED') order by id`,
    [id],
  );
  const held = taken.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  expect(rows).toEqual(
    held.map(({ id: booking, from, to, quantity, isRequested: requested }) => ({
      id: booking,
      from: new Date(from),
      to: new Date(to),
      quantity,
      requested,
    })),
  );
}
