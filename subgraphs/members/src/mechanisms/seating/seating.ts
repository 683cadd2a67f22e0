import { requireDay, tomorrow } from "@alliance-hub/platform/change/require-day";
import type { CommitteeEntry, OrganizationEntry } from "@alliance-hub/platform/directory/directory";
import { badInput, conflict, notFound } from "@alliance-hub/platform/errors/hub-error";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { dayWords } from "@alliance-hub/platform/words/times";
import { type QueryExecutorProvider, sql } from "kysely";
import { type Term, termStateOn } from "../../nouns/term/term.entity.ts";
import { findPlannedTerm, holdCurrentTerm } from "../../nouns/term/term.background.ts";

type Reading = Pick<Work<unknown>, "em" | "now"> & { readonly rows: QueryExecutorProvider };

/**
 * The term whose seats are to be filled: the current one by default, or the planned one. A shared lock holds it until
 * the seat is stored.
 *
 * @throws HubError `CONFLICT` if no term runs; `NOT_FOUND` for a term of another committee or one that is over.
 */
export async function requireTermToFill(
  work: Reading,
  committee: Pick<CommitteeEntry, "id" | "name">,
  termId: string | null | undefined,
): Promise<Readonly<Term>> {
  const current = await holdCurrentTerm(work, committee.id);
  if (termId != null && termId !== current?.id) {
    const planned = await findPlannedTerm(work, committee.id);
    if (planned?.id !== termId) throw notFound("Term", termId, "termId");
    return planned;
  }
  if (!current)
    throw conflict({
      zh: `${committee.name}没有本届任期。请先开始一届。`,
      en: `${committee.name} has no current term. Start one with startTerm.`,
    });
  requireRunning(current, shanghaiDay(work.now));
  return current;
}

/**
 * Rejects a term that is over: its seats are not valid.
 *
 * @throws HubError `CONFLICT`.
 */
function requireRunning(term: Readonly<Term>, today: string): void {
  if (termStateOn(term, today) !== "PAST") return;
  throw conflict({
    zh: `该委员会的上一届（第 ${term.number} 届）已于${dayWords(term.endsOn).zh}届满，委员任职不再有效。请先开始下一届。`,
    en: `The last term of the committee, number ${term.number}, ended on ${term.endsOn}; its seats are no longer valid. Start the next one with startTerm.`,
  });
}

/**
 * From which day a seat of a term is held. It cannot begin before its term, so that figures of past years do not
 * change, nor after it. Seats of a planned term begin with it.
 *
 * @throws HubError `BAD_USER_INPUT`.
 */
export function firstDayIn(
  term: Readonly<Term>,
  since: string | null | undefined,
  now: Date,
): string {
  const [today, earliest] = [shanghaiDay(now), term.startsOn];
  if (termStateOn(term, today) === "PLANNED")
    return requireDay("since", since ?? earliest, { of: "Seat", earliest, latest: earliest });
  const latest = term.endsOn < tomorrow(now) ? term.endsOn : tomorrow(now);
  return requireDay("since", since ?? today, { of: "Seat", earliest, latest });
}

/**
 * Rejects an organisation that may not send somebody. A shared lock holds its membership, after the term, until the
 * seat is stored, so that neither can end in between and leave a seat behind.
 *
 * @throws HubError `BAD_USER_INPUT`.
 */
export async function requireSeating(
  work: Reading,
  committee: CommitteeEntry,
  { id: organizationId, name }: Pick<OrganizationEntry, "id" | "name">,
): Promise<void> {
  const belongs =
    committee.organizationId === organizationId ||
    (await holdMembership(work, committee.id, organizationId));
  if (belongs) return;
  throw badInput("organizationId", {
    zh: `${name}既不是${committee.name}的成员单位，也不是它所依托的党组织。请先让它加入。`,
    en: `${name} is neither a member unit of ${committee.name} nor the organisation that the committee belongs to. Let it join first, with joinCommittee.`,
  });
}

/** Whether the organisation is a member unit; held by a shared lock, so that it cannot leave meanwhile. */
async function holdMembership(
  { rows }: Reading,
  committeeId: string,
  organizationId: string,
): Promise<boolean> {
  const { rows: held } = await sql`select id from membership
    where committee_id = ${committeeId} and organization_id = ${organizationId} and left_on is null
    for share`.execute(rows);
  return held.length > 0;
}
