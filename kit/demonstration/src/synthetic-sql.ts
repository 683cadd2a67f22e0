import { type RawBuilder, sql } from "kysely";
import { ENTERED_AT } from "./days.ts";
import type { SyntheticUnit } from "./synthetic.ts";

/**
 * Id of a synthetic record by its number, as SQL: a UUID version 7 (RFC 9562, section 5.7) whose
 * time grows by a millisecond with the number, so that lists are in the order of numbers.
 */
export function syntheticId(noun: string, number: RawBuilder<unknown>): RawBuilder<string> {
  const hash = sql`md5(${`${noun} `}::text || ${number})`;
  return sql<string>`(lpad(to_hex(${ENTERED_AT.getTime()}::bigint + ${number}), 12, '0') || '7' || substr(${hash}, 1, 3)
    || '8' || substr(${hash}, 4, 15))::uuid`;
}

/**
 * So many numbers from one on, as a table `number` (i, mixed): what is taken from `mixed` does not
 * follow what is taken from `i` (multiplicative hashing, Knuth volume 3, 6.4).
 */
export function syntheticNumbers(from: number, count: number): RawBuilder<unknown> {
  return sql`(select i, i::bigint * 2654435761 % 4294967296 as mixed
    from generate_series(${from}::int, ${from + count - 1}::int) as series (i)) as number`;
}

/** A step's units as a table `unit` (n from 0, id, committee_id, region_code, region_path, alliance_code). */
export function syntheticUnitsTable(units: readonly SyntheticUnit[]): RawBuilder<unknown> {
  const records = units.map(({ unit, committee }, n) => ({
    n,
    id: unit.id,
    committee_id: committee.id,
    region_code: unit.region.code,
    region_path: unit.region.path,
    alliance_code: unit.region.allianceCode,
  }));
  return sql`jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
    as unit (n int, id uuid, committee_id uuid, region_code text, region_path text[], alliance_code text)`;
}
