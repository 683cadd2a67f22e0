import { type Condition, condition } from "@alliance-hub/platform/conditions/condition";
import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import { anyOf } from "@alliance-hub/platform/keys/any-of";
import type { Row } from "@alliance-hub/platform/database/row";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { List } from "@alliance-hub/platform/pagination/list";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { isId } from "@alliance-hub/platform/keys/loader";
import DataLoader from "dataloader";
import { type SqlBool, sql } from "kysely";
import type { Term, TermState } from "./term.entity.ts";
import { readable } from "./term.policy.ts";

/** A term as lists and loaders give it. */
export type TermRow = Row<Term>;

/** The tables that terms are read from. */
export interface TermTables extends TablesWith<"term", Term> {}

/** What terms need of a call. */
export interface TermContext extends ContextWith<"terms", typeof createTermLoaders> {}

/** Condition that a term runs on a day: `termStateOn` as SQL. */
export function runsOn(today: string): Condition {
  return condition(
    "term runs on",
    [today],
    (day) => sql<SqlBool>`(term.starts_on <= ${day}::date and term.ends_on >= ${day}::date)`,
  );
}

/** Condition that a term is in one of some states on a day: `termStateOn` as SQL. */
function isInOneOf(states: readonly TermState[], today: string): Condition {
  return condition(
    "term is in one of",
    [today, states],
    (day, wanted) =>
      sql<SqlBool>`(case when term.starts_on > ${day}::date then 'PLANNED'
        when term.ends_on < ${day}::date then 'PAST' else 'CURRENT' end) = any(${wanted}::text[])`,
  );
}

/** Loaders of one call. */
export function createTermLoaders(context: BaseContext<TermTables>) {
  const today = shanghaiDay(context.clock());
  const terms = recordReads(context, { table: "term", readable: readable(context.viewer, today) });
  const latestFirst = {
    // Unique within its committee, which is enough for a nested list.
    order: [
      { column: sql.ref("term.number"), type: "integer", value: (row) => String(row.number) },
    ],
    direction: "desc",
  } satisfies Pick<List<TermTables, "term", TermRow>, "order" | "direction">;
  return {
    byId: terms.byId,
    /** The one that runs today, by committee. */
    current: new DataLoader<string, TermRow | null>(async (committeeIds) => {
      const asked = committeeIds.filter(isId);
      const query = terms.all.where(runsOn(today)).where(anyOf("committeeId", asked, "uuid"));
      const found = new Map(
        (asked.length > 0 ? await query.execute() : []).map((term) => [term.committeeId, term]),
      );
      return committeeIds.map((id) => found.get(id) ?? null);
    }),
    /** Those in some states, or all. */
    ofCommittee: (states: readonly TermState[] | null) =>
      terms.below("committee.terms", "committeeId", {
        where: states ? [isInOneOf(states, today)] : [],
        order: latestFirst,
      }),
  };
}
