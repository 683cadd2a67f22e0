import { type RawBuilder, sql } from "kysely";
import { type Addressees, isToOneOf } from "../addressees/addressees.ts";
import type { NoticeEntry } from "./notice-log.ts";

/** Changes that are remembered while a reader follows the log. */
const REMEMBERED = 200;

/**
 * Condition that a row of `notice` is the first that a reader was told of its change. A change is told to a unit and to
 * a committee, for instance; whoever reads for both is told once.
 *
 * @param addressees all those for whom the reader reads.
 */
export function isFirstTold(addressees: Addressees): RawBuilder<boolean> {
  if (addressees.keys.length + addressees.places.length < 2) return sql`true`;
  return sql`not exists (
    select from notice as told where told.record_id = notice.record_id and told.number < notice.number
      and told.type = notice.type and told.occurred_at = notice.occurred_at and told.facts = notice.facts
      and ${isToOneOf("told", addressees)})`;
}

/** The same for entries as they come, in order: whether an entry is the first of its change. */
export function firstTold(): (entry: NoticeEntry) => boolean {
  const told = new Set<string>();
  return ({ recordId, type, occurredAt, facts }) => {
    const change = JSON.stringify([recordId, type, occurredAt, facts]);
    if (told.has(change)) return false;
    told.add(change);
    // What one change has left comes together, so the oldest is no longer needed.
    for (const oldest of told) {
      if (told.size <= REMEMBERED) break;
      told.delete(oldest);
    }
    return true;
  };
}
