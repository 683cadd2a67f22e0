import type { ChangedRecord } from "@alliance-hub/platform/notices/concerned/changed-records";
import { NOUNS, type Noun } from "@alliance-hub/platform/words/nouns";
import type { Words } from "@alliance-hub/platform/words/words";
import { type Kysely, sql } from "kysely";

/** A record of a unit that is not over yet, in whichever subgraph. */
export interface OpenRecord {
  readonly noun: Noun;
  /** Null for what has a name instead, which is its title then. */
  readonly recordId: string | null;
  /** Null if not everybody may read it. */
  readonly title: string | null;
  /** Whether it ends with its unit, has to be settled before, or stays as it is. */
  readonly onEnd: "ENDS" | "OPEN" | "STAYS";
  /** Whether it follows its unit into another alliance. */
  readonly moves: boolean;
}

/** A unit, at a moment. */
export interface UnitAt {
  readonly id: string;
  readonly now: Date;
}

/** What is open of a unit in all subgraphs, in one statement: each publishes a function for it. */
export async function openRecordsOf<DB>(
  rows: Kysely<DB>,
  { id, now }: UnitAt,
): Promise<readonly OpenRecord[]> {
  const { rows: found } = await sql<OpenRecord>`
    select 'Committee' as noun, id as record_id, name as title, 'OPEN' as on_end, true as moves
      from committee where organization_id = ${id}
    union all
    select 'Organization', id, name, 'OPEN', false from organization where parent_id = ${id} and state = 'ACTIVE'
    union all
    select 'ServiceArea', service_area.id, region.name, 'ENDS', false
      from service_area join region on region.code = region_code
      where organization_id = ${id} and (ends_on is null or ends_on >= (${now}::timestamptz at time zone 'Asia/Shanghai')::date)
    union all select * from directory.members_of_unit(${id}, ${now})
    union all select * from directory.resources_of_unit(${id}, ${now})
    union all select * from directory.activities_of_unit(${id}, ${now})
    union all select noun, null::uuid, title, 'ENDS', true from directory.partners_of_unit(${id})`.execute(
    rows,
  );
  return found;
}

/** A record in which two units are named, which cannot stay as it is when they become one. */
export interface SharedRecord extends Pick<OpenRecord, "noun" | "recordId" | "title"> {
  /** Whether it has to be settled before. */
  readonly blocks: boolean;
}

/** The records in which both units are named. */
export async function recordsOfBoth<DB>(
  rows: Kysely<DB>,
  { fromId, intoId, now }: { readonly fromId: string; readonly intoId: string; readonly now: Date },
): Promise<readonly SharedRecord[]> {
  const { rows: found } = await sql<SharedRecord>`
    select noun, record_id, title, false as blocks from directory.members_of_both(${fromId}, ${intoId})
    union all select * from directory.resources_of_both(${fromId}, ${intoId}, ${now})
    union all select noun, record_id, title, false from directory.activities_of_both(${fromId}, ${intoId})`.execute(
    rows,
  );
  return found;
}

/** The committees that a unit is a member of, and those that it has. */
export async function committeesOf<DB>(rows: Kysely<DB>, id: string): Promise<readonly string[]> {
  const { rows: found } = await sql<{ id: string }>`
    select committee_id as id from directory.membership where organization_id = ${id}
    union select id from committee where organization_id = ${id}`.execute(rows);
  return found.map((one) => one.id);
}

/**
 * Ends what ends with a unit, in all subgraphs.
 *
 * @returns what of this concerns others.
 */
export async function endRecordsOf<DB>(
  rows: Kysely<DB>,
  { id, now }: UnitAt,
  { lastDay, reason }: { readonly lastDay: string; readonly reason: string },
): Promise<readonly ChangedRecord[]> {
  await sql`select end_organizations_of_unit(${id}, ${lastDay}::date, ${now}),
    directory.revoke_partners_of_unit(${id}, ${now})`.execute(rows);
  const { rows: ofMembers } = await sql<ChangedRecord>`
    select * from directory.end_members_of_unit(${id}, ${lastDay}::date, ${reason}, ${now})`.execute(
    rows,
  );
  await lockRecordsOf(rows, id);
  const { rows: others } = await sql<ChangedRecord>`
    select * from directory.end_resources_of_unit(${id}, ${reason}, ${now})
    union all select * from directory.end_activities_of_unit(${id}, ${reason}, ${now})`.execute(
    rows,
  );
  return [...ofMembers, ...others];
}

/**
 * Locks the activities of a unit, then the resources, in the order that all keep to: whoever moves an activity at the same time
 * goes before or after.
 */
async function lockRecordsOf<DB>(rows: Kysely<DB>, id: string): Promise<void> {
  const { rows: venues } = await sql<{ id: string }>`
    select id from directory.lock_activities_of_unit(${id}) as id`.execute(rows);
  const ids = venues.map((venue) => venue.id);
  await sql`select directory.lock_resources_of_unit(${id}, ${ids}::uuid[])`.execute(rows);
}

/** Makes all records of one unit those of another, in all subgraphs. */
export async function mergeRecordsOf<DB>(
  rows: Kysely<DB>,
  { fromId, intoId, now }: { readonly fromId: string; readonly intoId: string; readonly now: Date },
): Promise<void> {
  await sql`select merge_organizations_of_unit(${fromId}, ${intoId}, ${now}),
    directory.merge_members_of_unit(${fromId}, ${intoId}, ${now})`.execute(rows);
  await lockRecordsOf(rows, fromId);
  await sql`select directory.merge_resources_of_unit(${fromId}, ${intoId}, ${now}),
    directory.merge_activities_of_unit(${fromId}, ${intoId}, ${now}),
    directory.merge_partners_of_unit(${fromId}, ${intoId})`.execute(rows);
}

/** Moves what stands where its unit is, in all subgraphs. */
export async function moveRecordsOf<DB>(
  rows: Kysely<DB>,
  { id, now }: UnitAt,
  place: {
    readonly regionCode: string;
    readonly regionPath: readonly (string | null)[];
    readonly allianceCode: string;
  },
): Promise<void> {
  const { regionCode, regionPath, allianceCode } = place;
  await sql`select
    directory.move_members_of_unit(${id}, ${regionCode}, ${regionPath}::text[], ${allianceCode}, ${now}),
    directory.move_resources_of_unit(${id}, ${regionCode}, ${regionPath}::text[], ${allianceCode}, ${now})`.execute(
    rows,
  );
}

/** How many there are of each noun. */
export function countedByNoun(
  records: readonly Pick<OpenRecord, "noun">[],
): { readonly noun: Noun; readonly count: number }[] {
  return [...Map.groupBy(records, ({ noun }) => noun)].map(([noun, of]) => ({
    noun,
    count: of.length,
  }));
}

/** The same in words: 共建协议 2、活动 1. */
export function countedInWords(records: readonly Pick<OpenRecord, "noun">[]): Words {
  const counts = countedByNoun(records);
  return {
    zh: counts.map(({ noun, count }) => `${NOUNS[noun]} ${count} 项`).join("、"),
    en: counts.map(({ noun, count }) => `${count} × ${noun}`).join(", "),
  };
}

type NamedRecord = Pick<OpenRecord, "noun" | "recordId" | "title">;

/** How many records an error names, so that its answer stays short. */
const MOST_NAMED = 100;

/** The records as an error names them. */
export function namedRecords(records: readonly NamedRecord[]): {
  readonly open: readonly NamedRecord[];
} {
  const open = records.slice(0, MOST_NAMED);
  return { open: open.map(({ noun, recordId, title }) => ({ noun, recordId, title })) };
}
