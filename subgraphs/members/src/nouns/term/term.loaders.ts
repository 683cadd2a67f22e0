import { anyOf } from "@alliance-hub/platform/keys/any-of";
import type { List } from "@alliance-hub/platform/pagination/list";
import { type NestedPages, nestedPages } from "@alliance-hub/platform/pagination/nested-pages";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { BaseContext, Work } from "@alliance-hub/platform/subgraph/context";
import { byId, isId } from "@alliance-hub/platform/keys/loader";
import { LockMode } from "@mikro-orm/core";
import DataLoader from "dataloader";
import { type Expression, type SqlBool, sql } from "kysely";
import type { MembersTables } from "../../database.ts";
import { Term } from "./term.entity.ts";

/** A term as lists and loaders give it. */
export type TermRow = MembersTables["term"];

/** Reads of terms. */
export interface TermLoaders {
  readonly byId: DataLoader<string, TermRow | null>;
  /** The one that runs today, by committee. */
  readonly current: DataLoader<string, TermRow | null>;
  readonly ofCommittee: NestedPages<TermRow>;
}

/** Condition that a term runs on a day: `termStateOn` as SQL. */
export function runsOn(today: string): Expression<SqlBool> {
  return sql<SqlBool>`(term.starts_on <= ${today}::date and term.ends_on >= ${today}::date)`;
}

/** Loaders of one call. */
export function createTermLoaders({ rows, clock }: BaseContext<MembersTables>): TermLoaders {
  const list: List<MembersTables, "term", TermRow> = {
    name: "committee.terms",
    query: rows.selectFrom("term").selectAll("term"),
    // Unique within its committee, which is all that a nested list needs.
    order: [
      { column: sql.ref("term.number"), type: "integer", value: (row) => String(row.number) },
    ],
    direction: "desc",
  };
  return {
    byId: byId((ids) =>
      rows
        .selectFrom("term")
        .selectAll()
        .where(anyOf("id", ids, "uuid"))
        .execute(),
    ),
    current: new DataLoader(async (committeeIds) => {
      const asked = committeeIds.filter(isId);
      const query = rows
        .selectFrom("term")
        .selectAll()
        .where(runsOn(shanghaiDay(clock())))
        .where(anyOf("committeeId", asked, "uuid"));
      const found = new Map(
        (asked.length > 0 ? await query.execute() : []).map((term) => [term.committeeId, term]),
      );
      return committeeIds.map((id) => found.get(id) ?? null);
    }),
    ofCommittee: nestedPages({
      rows,
      list,
      parent: sql.ref("term.committeeId"),
      parentType: "uuid",
    }),
  };
}

/**
 * The term of a committee that was entered last, held by a shared lock until the transaction ends. Whatever changes
 * seats holds it before it locks anything else, so that the next term starts before or after, and
 * carries over exactly the seats that are held.
 */
export async function holdCurrentTerm(
  em: Work<MembersTables>["em"],
  committeeId: string,
): Promise<Term | null> {
  const current = { committeeId, state: "CURRENT" } as const;
  for (;;) {
    const term = await em.findOne(Term, current, { lockMode: LockMode.PESSIMISTIC_READ });
    // Who waited for the next term to start finds the row no longer CURRENT: the next one is.
    if (term || (await em.count(Term, current)) === 0) return term;
  }
}
