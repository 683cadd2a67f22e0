import DataLoader from "dataloader";
import { type Kysely, sql } from "kysely";

/** Place and days of a report; both days are counted, as days of Asia/Shanghai. */
export interface ReportKey {
  readonly regionCode: string;
  readonly from: string;
  readonly to: string;
}

/** What of a figure a report tells: what came within its days, or what stands at the end of the last one. */
export type FigureKind = "within" | "standing";

/**
 * Figures of a place that are kept as sums by day (`figure_count`, and in `figure_change` what has not been folded into
 * it). One statement for all reports of a call, so that a change counts as a whole or not at all. A place that nobody
 * knows has nothing.
 *
 * @param figures by the name under which the migration keeps them.
 */
export async function readFigures<DB, Name extends string>(
  rows: Kysely<DB>,
  key: ReportKey,
  figures: Readonly<Record<Name, FigureKind>>,
): Promise<Record<Name, number>> {
  let loader = loaders.get(rows);
  if (!loader) {
    // What is asked for at once is read at once; nothing is remembered.
    loader = new DataLoader((keys) => readAll(rows, keys), { cache: false });
    loaders.set(rows, loader);
  }
  const sums = await loader.load(key);
  const entries = Object.entries<FigureKind>(figures).map(([name, kind]) => [
    name,
    sums.get(name)?.[kind] ?? 0,
  ]);
  return Object.fromEntries(entries) as Record<Name, number>;
}

/** How many there are of a kind. */
export interface KindCount<Kind extends string> {
  readonly kind: Kind;
  readonly count: number;
}

/**
 * A figure by kinds, each of which the migration keeps as `<figure> <KIND>`; in the order of the kinds, those without
 * any included. Read by the same statement as other figures that are asked for at once.
 */
export async function readKinds<DB, Kind extends string>(
  rows: Kysely<DB>,
  key: ReportKey,
  of: { readonly figure: string; readonly kinds: readonly Kind[]; readonly counted: FigureKind },
): Promise<KindCount<Kind>[]> {
  const nameOf = (kind: Kind): string => `${of.figure} ${kind}`;
  const wanted = Object.fromEntries(of.kinds.map((kind) => [nameOf(kind), of.counted]));
  const counts = await readFigures(rows, key, wanted);
  return of.kinds.map((kind) => ({ kind, count: counts[nameOf(kind)] ?? 0 }));
}

/** What is kept of a place, by figure. */
type Sums = ReadonlyMap<string, Readonly<Record<FigureKind, number>>>;

const loaders = new WeakMap<object, DataLoader<ReportKey, Sums>>();

async function readAll<DB>(rows: Kysely<DB>, keys: readonly ReportKey[]): Promise<Sums[]> {
  const of = (name: keyof ReportKey): string[] => keys.map((key) => key[name]);
  const found = await sql<{ at: number; figure: string; within: number; standing: number }>`
    select wanted.at::integer as at, item.figure, item.within, item.standing
    from unnest(${of("regionCode")}::text[], ${of("from")}::date[], ${of("to")}::date[])
      with ordinality as wanted (place, first, last, at)
    cross join lateral (
      select figure, coalesce(sum(amount) filter (where day >= wanted.first), 0)::bigint as within, sum(amount)::bigint as standing
      from (
        select figure, day, amount from figure_count where place = wanted.place and day <= wanted.last
        union all
        select figure, day, amount from figure_change where wanted.place = any (region_path) and day <= wanted.last
      ) as counted
      group by figure
    ) as item`.execute(rows);
  const sums = keys.map(() => new Map<string, Record<FigureKind, number>>());
  for (const { at, figure, within, standing } of found.rows)
    sums[at - 1]?.set(figure, { within, standing });
  return sums;
}
