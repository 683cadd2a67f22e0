import type { Work } from "@alliance-hub/platform/subgraph/context";
import { LockMode } from "@mikro-orm/core";
import { Term } from "../../nouns/term/term.entity.ts";
import type { TermTables } from "../../nouns/term/term.loaders.ts";

/**
 * The term of a committee that was entered last, held by a shared lock until the transaction ends. Whatever changes
 * seats holds it before it locks anything else, so that the next term starts before or after, and
 * carries over exactly the seats that are held.
 */
export async function holdCurrentTerm(
  em: Work<TermTables>["em"],
  committeeId: string,
): Promise<Term | null> {
  const current = { committeeId, state: "CURRENT" } as const;
  for (;;) {
    const term = await em.findOne(Term, current, { lockMode: LockMode.PESSIMISTIC_READ });
    // Who waited for the next term to start finds the row no longer CURRENT: the next one is.
    if (term || (await em.count(Term, current)) === 0) return term;
  }
}
