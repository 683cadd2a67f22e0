import type { EntitySchema } from "@mikro-orm/core";
import type { ClassType } from "type-graphql";
import type { SearchedTable } from "../database/refresh-search-keys.ts";
import type { ReferenceResolver } from "../subgraph/build-schema.ts";
import type { BaseContext } from "../subgraph/context.ts";

/**
 * What a noun brings to its subgraph. Each noun's `noun.ts` has one. The schema, context and tables of the
 * subgraph are made from the array of nouns; what is not in the array does not exist.
 */
export interface Noun {
  /** Its type in the graph, such as `Team`. */
  readonly name: string;
  /** Its record, for what is written through MikroORM. */
  readonly entity?: EntitySchema;
  /** Its loaders, by their names in the context. Each is made when a call first uses it. */
  readonly loaders: Readonly<Record<string, (context: never) => unknown>>;
  /** All that its resolver file exports. */
  readonly resolvers: Readonly<Record<string, ClassType>>;
  /** Resolves its entity key. Left out if it is not an entity. */
  readonly reference?: ReferenceResolver;
  /** The texts by which it is found, for each search key of its table. Left out if search does not find it. */
  readonly search?: readonly Omit<SearchedTable, "table">[];
}

/** A noun whose entity key is resolved by the `byId` of its loaders, the first where it has several. */
export function recordNoun<const Brought extends Omit<Noun, "reference">>(
  noun: Brought,
): Brought & Required<Pick<Noun, "reference">> {
  const [loaders = ""] = Object.keys(noun.loaders);
  const reference = ({ id }: { id: string }, context: Readonly<Record<string, ById>>) =>
    context[loaders]?.byId.load(id);
  return { ...noun, reference };
}

interface ById {
  readonly byId: { load(id: string): Promise<object | null> };
}

type Loaders<Nouns extends readonly Noun[]> = Intersection<Nouns[number]["loaders"]>;
type Intersection<U> = (U extends unknown ? (member: U) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;

/** The loaders of nouns, as a context has them. */
export type LoadersOf<Nouns extends readonly Noun[]> = {
  readonly [Name in keyof Loaders<Nouns>]: Loaders<Nouns>[Name] extends (
    ...args: never[]
  ) => infer Made
    ? Made
    : never;
};

/** The tables of nouns, which their loaders read. */
export type TablesOf<Nouns extends readonly Noun[]> = Intersection<
  {
    [Name in keyof Loaders<Nouns>]: Loaders<Nouns>[Name] extends (context: infer Context) => unknown
      ? Context extends BaseContext<infer Tables>
        ? Tables
        : never
      : never;
  }[keyof Loaders<Nouns>]
>;

/** How the loaders of nouns are made, for `lazily`. */
export function loadersOf<Nouns extends readonly Noun[]>(nouns: Nouns): Loaders<Nouns> {
  return Object.assign({}, ...nouns.map(({ loaders }) => loaders)) as Loaders<Nouns>;
}

/** The records of nouns, for MikroORM. */
export function entitiesOf(nouns: readonly Noun[]): EntitySchema[] {
  return nouns.flatMap(({ entity }) => entity ?? []);
}

/** The tables of nouns that search finds. */
export function searchedOf(nouns: readonly Noun[]): SearchedTable[] {
  return nouns.flatMap(({ entity, search }) =>
    (search ?? []).map((texts) => ({ table: entity?.meta.tableName ?? "", ...texts })),
  );
}

/** The resolvers of nouns. */
export function resolversOf(nouns: readonly Noun[]): ClassType[] {
  return nouns.flatMap(({ resolvers }) => Object.values(resolvers));
}

/** How the keys of nouns are resolved, by type. */
export function referencesOf(nouns: readonly Noun[]): Record<string, ReferenceResolver> {
  return Object.fromEntries(
    nouns.flatMap(({ name, reference }) => (reference ? [[name, reference]] : [])),
  );
}
