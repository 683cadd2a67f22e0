import { requireDay } from "@alliance-hub/platform/change/require-day";
import { checkedWhereGiven } from "@alliance-hub/platform/limits/checked";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { type QueryExecutorProvider, sql } from "kysely";
import { followName } from "../seat/seat.background.ts";
import type { Seat } from "../seat/seat.entity.ts";
import { LIMITS } from "../seat/seat.input.ts";
import type { SeatContext, SeatRow } from "../seat/seat.loaders.ts";
import { changes } from "../seat/seat.service.ts";
import type { UpdateSeatInput } from "./seat-correction.input.ts";

/**
 * Corrects what was entered of a seat, also of one that has ended. The audit log says that the name was corrected, and
 * keeps neither.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`.
 */
export async function updateSeat(context: SeatContext, input: UpdateSeatInput): Promise<SeatRow> {
  const given = () => checkedWhereGiven(input, LIMITS);
  const step = { action: "updateSeat", may: "update", given, input } as const;
  return await changes.change(context, step, async (seat, work, texts) => {
    const { since } = input;
    if (since != null && since !== seat.since) {
      const today = shanghaiDay(work.now);
      seat.since = requireDay("since", since, {
        of: "Seat",
        ...(await daysFor(work, seat, today)),
      });
    }
    Object.assign(seat, texts());
    if (input.holderName != null) await followName(work, seat);
  });
}

/** Days on which a seat can have begun: within its term, before it ended. That of a planned term begins with it. */
async function daysFor(
  { rows }: { readonly rows: QueryExecutorProvider },
  { termId, until }: Readonly<Seat>,
  today: string,
): Promise<{ readonly earliest: string; readonly latest: string }> {
  const { rows: found } = await sql<{ startsOn: string; endsOn: string }>`
    select starts_on, ends_on from term where id = ${termId}`.execute(rows);
  const [term] = found;
  if (!term) throw new Error("A seat without a term");
  const { startsOn: earliest, endsOn } = term;
  const lasts = [endsOn, until ?? endsOn, today].toSorted();
  const latest = lasts[0] ?? earliest;
  return { earliest, latest: latest < earliest ? earliest : latest };
}
