import { isId } from "@alliance-hub/platform/keys/loader";
import { LEVEL_POSITION, type RegionPath } from "@alliance-hub/sharing/place";
import { type Viewer, operates } from "@alliance-hub/sharing/viewer";
import { type RawBuilder, type SqlBool, sql } from "kysely";

/** Of whose notices and tasks. */
export interface AddresseeFilter {
  readonly organizationId?: string | null | undefined;
  readonly committeeId?: string | null | undefined;
  /** Also of the committees below those in which the viewer is secretary. Default: no. */
  readonly below?: boolean | null | undefined;
}

/** Who was told, or whom it awaits: of the four one is given. */
export interface Addressed {
  readonly organizationId: string | null;
  readonly committeeId: string | null;
  readonly subject?: string | null;
  /** The place whose operators were told, or whom it awaits. */
  readonly regionPath: RegionPath | null;
}

/** Whose notices or tasks are asked for. */
export interface Addressees {
  /** Units, committees and persons, as the column `addressee` has them. */
  readonly keys: readonly string[];
  /** Places of which the viewer is an operator; what lies below is included. */
  readonly places: readonly string[];
}

/**
 * Whether the viewer may see what is addressed so: as the unit, as whoever runs the committee, as the person, or as an
 * operator of the place or of one above it. Whoever takes over an office sees what came to it before.
 */
export function isAddressee(viewer: Viewer, to: Addressed): boolean {
  const { organizationId, committeeId, subject, regionPath } = to;
  if (regionPath !== null) return operates(viewer, regionPath);
  if (organizationId !== null) return viewer.organizationIds.includes(organizationId);
  if (committeeId !== null) return viewer.runsCommitteeIds.includes(committeeId);
  return viewer.kind === "PERSON" && subject != null && subject === viewer.subject;
}

/**
 * Those whose notices or tasks a filter asks for: those for whom {@link isAddressee} holds, and of them, unless the
 * filter says otherwise, the viewer's own offices.
 */
export function addresseesOf(viewer: Viewer, filter: AddresseeFilter): Addressees {
  const { organizationId, committeeId, below } = filter;
  const units = viewer.organizationIds.filter(
    (id) => organizationId == null || id === organizationId,
  );
  const committees = committeeIdsOf(viewer, below === true || committeeId != null).filter(
    (id) => committeeId == null || id === committeeId,
  );
  const isOfAll = organizationId == null && committeeId == null;
  const keys = [
    ...(committeeId == null ? units.map((id) => `unit:${id}`) : []),
    ...(organizationId == null ? committees.map((id) => `committee:${id}`) : []),
    ...(isOfAll && viewer.kind === "PERSON" && viewer.subject !== null
      ? [`person:${viewer.subject}`]
      : []),
  ];
  return { keys, places: isOfAll ? viewer.operatorRegionCodes : [] };
}

/** The tables whose rows are addressed to somebody, and names by which a query reads one twice. */
type AddressedTable = "notice" | "task" | "told" | "other";

/** The elements of a path; each has an index of its own. */
const POSITIONS = [...new Set(Object.values(LEVEL_POSITION))];

/** Condition that a row is addressed to one of some. */
export function isToOneOf(
  table: AddressedTable,
  { keys, places }: Addressees,
): RawBuilder<SqlBool> {
  const isKey = sql<SqlBool>`${sql.ref(`${table}.addressee`)} = any(${keys}::text[])`;
  if (places.length === 0) return isKey;
  const isWithin = POSITIONS.map(
    (at) => sql`${sql.ref(`${table}.regionPath`)}[${sql.lit(at)}] = any(${places}::text[])`,
  );
  return sql<SqlBool>`(${isKey} or ${sql.join(isWithin, sql` or `)})`;
}

/**
 * A query for the first rows of each of some addressees, each from the index: the cost does not grow with what else
 * they were told. Whoever is an operator of two places, one within the other, gets a row once.
 *
 * @param first selects those for which a condition holds, in order and no more than are wanted.
 */
export function ofEach(
  table: AddressedTable,
  { keys, places }: Addressees,
  first: (isToWhom: RawBuilder<SqlBool>) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  const each = (names: readonly string[], column: RawBuilder<unknown>) =>
    sql`select item.* from unnest(${names}::text[]) as to_whom(name)
      cross join lateral (${first(sql<SqlBool>`${column} = to_whom.name`)}) as item`;
  const ofKeys = each(keys, sql.ref(`${table}.addressee`));
  if (places.length === 0) return ofKeys;
  const ofPlaces = POSITIONS.map((at) =>
    each(places, sql`${sql.ref(`${table}.regionPath`)}[${sql.lit(at)}]`),
  );
  return sql.join([ofKeys, ...ofPlaces], sql` union `);
}

/** The committees that the viewer runs; the own ones are those of a seat, and those that were handed over to them. */
function committeeIdsOf({ runsCommitteeIds, roles }: Viewer, isBelow: boolean): readonly string[] {
  if (isBelow) return runsCommitteeIds.filter(isId);
  const own = new Set(
    roles.flatMap(({ role, committeeId }) =>
      role === "SECRETARY" || role === "DEPUTY" ? committeeId : [],
    ),
  );
  return runsCommitteeIds.filter((id) => own.has(id));
}
