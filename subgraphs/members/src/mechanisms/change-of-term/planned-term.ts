import type { Work } from "@alliance-hub/platform/subgraph/context";
import { beginWithTerm, removeSeatsOf } from "../../nouns/seat/seat.background.ts";
import type { SeatTables } from "../../nouns/seat/seat.loaders.ts";
import type {
  DiscardPlannedTermInput,
  UpdatePlannedTermInput,
} from "../../nouns/term/term.input.ts";
import type { TermRow, TermTables } from "../../nouns/term/term.loaders.ts";
import { changePlannedTerm, removePlannedTerm } from "../../nouns/term/term.service.ts";
import { type ChangeContext, firstDays } from "./enter-term.ts";

/**
 * Changes a planned term. Seats that begin with it begin on its new first day.
 *
 * @throws HubError as {@link changePlannedTerm}.
 */
export async function updatePlannedTerm(
  context: ChangeContext,
  input: UpdatePlannedTermInput,
): Promise<TermRow> {
  return await changePlannedTerm(context, input, {
    first: firstDays("planTerm", context.clock()),
    moved: (work, { id, startsOn }, from) =>
      beginWithTerm(withSeats(work), id, { from, to: startsOn }),
  });
}

/**
 * Gives a planned term up, with its seats.
 *
 * @throws HubError as {@link removePlannedTerm}.
 */
export async function discardPlannedTerm(
  context: ChangeContext,
  input: DiscardPlannedTermInput,
): Promise<{ readonly id: string }> {
  return await removePlannedTerm(context, input, (work, { id }) =>
    removeSeatsOf(withSeats(work), id),
  );
}

/** The transaction of a term with the tables of its seats, which are in the same schema. */
const withSeats = (work: Work<TermTables>): Work<SeatTables> => work as unknown as Work<SeatTables>; // a noun's types name its own tables only
