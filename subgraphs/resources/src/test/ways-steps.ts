import { expect } from "@jest/globals";
import { BASKET, BOOK, CANCEL, CHANGE, DECIDE_ALL, SERIES } from "./resource-calls.ts";
import type { Step } from "./ways-arbitraries.ts";
import { type Held, type Turn, expectDone, forget, mayHave, note, rangeOf } from "./ways-room.ts";
import { cancelSeries, changeSeries } from "./ways-series-steps.ts";

const WEEK_MS = 7 * 86_400_000;

/** Takes a step by each way to book, and expects what the model says of it. */
export const WAYS: Readonly<Record<Step["way"], (turn: Turn) => Promise<void>>> = {
  single: async (turn) => {
    const { room, span, quantity } = turn;
    const may = mayHave(room, { ...span, quantity });
    const answer = await turn.ask(BOOK, { ...wish(turn), resourceId: room.id, quantity });
    expectDone(turn, answer, may);
    if (may) note(room, answer.data.bookResource.booking.id, { ...span, quantity });
  },
  series: async (turn) => {
    const { room, span, quantity } = turn;
    const first = { ...span, quantity };
    const dates = [first, { quantity, from: span.from + WEEK_MS, to: span.to + WEEK_MS }];
    const possible = dates.map((date) => mayHave(room, date));
    const may = possible.every(Boolean);
    const repeat = { every: "WEEK", count: 2 };
    const input = { ...wish(turn), resourceId: room.id, quantity, repeat };
    if (quantity <= room.setup.capacity) {
      const { data } = await turn.ask(SERIES, { ...input, preview: true });
      const outcomes = data.bookSeries.dates.map((date: { outcome: string }) => date.outcome);
      expect(outcomes).toEqual(possible.map((has) => (has ? "WOULD_BOOK" : "SKIPPED")));
    }
    const answer = await turn.ask(SERIES, input);
    expectDone(turn, answer, may);
    if (!may) return;
    const { series, dates: made } = answer.data.bookSeries;
    const ids = made.map((date: { booking: { id: string } }) => date.booking.id) as string[];
    for (const [place, date] of dates.entries()) note(room, ids[place] ?? "none", date);
    room.series.push([series.id, ids]);
  },
  basket: async (turn) => {
    const { room, other, span, quantity } = turn;
    const wanted = { ...span, quantity };
    const may = mayHave(room, wanted) && mayHave(other, wanted);
    const items = [room, other].map(({ id }) => ({ resourceId: id, quantity }));
    const answer = await turn.ask(BASKET, { ...wish(turn), items });
    expectDone(turn, answer, may);
    if (!may) return;
    const [first, second] = answer.data.bookBasket.bookings;
    note(room, first.id, wanted);
    note(other, second.id, wanted);
  },
  change: async (turn) => {
    const { room, span, quantity } = turn;
    const known = heldBy(turn);
    // A confirmed one would hold two times until the owner has approved.
    if (!known || (room.setup.approval && !known.isRequested)) return;
    const same = known.from === span.from && known.to === span.to && known.quantity === quantity;
    const may = same || mayHave(room, { ...span, quantity }, known.id);
    const answer = await turn.ask(CHANGE, { id: known.id, during: rangeOf(span), quantity });
    expectDone(turn, answer, may);
    if (!may || same) return;
    forget(room, known);
    note(room, known.id, { ...span, quantity });
  },
  cancel: async (turn) => {
    const known = heldBy(turn);
    if (!known) return;
    expectDone(turn, await turn.ask(CANCEL, { id: known.id, reason: "改期" }), true);
    forget(turn.room, known);
  },
  changeSeries,
  cancelSeries,
  decide: async (turn) => {
    const { setting, room, quantity, which } = turn;
    const chosen = room.taken.filter((_one, place) => (place + which) % 2 === 0).slice(0, 3);
    if (chosen.length === 0) return;
    const confirm = quantity === 1;
    const input = { bookings: chosen.map(({ id }) => ({ id })), confirm };
    const may = chosen.every(({ isRequested }) => isRequested);
    expectDone(turn, await setting.call(setting.people.a, DECIDE_ALL, { input }), may);
    if (!may) return;
    for (const held of chosen) {
      const decided = confirm ? [{ ...held, isRequested: false }] : [];
      room.taken.splice(room.taken.indexOf(held), 1, ...decided);
    }
  },
};

/** Who wants to book, and when. */
const wish = ({ setting, span }: Turn) => ({
  organizationId: setting.units.b,
  during: rangeOf(span),
});

/** The booking that a step is about; undefined if nothing is booked. */
const heldBy = ({ room: { taken }, which }: Turn): Held | undefined =>
  taken[which % Math.max(taken.length, 1)];
