import { committee, day, number } from "@alliance-hub/platform/notices/facts";
import { TERM_NOTICES } from "@alliance-hub/platform/notices/kinds/term";
import type { Addressee, Notice } from "@alliance-hub/platform/notices/notice-kind";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { type QueryExecutorProvider, sql } from "kysely";
import type { Term } from "./term.entity.ts";

/** What a notice says of a term. */
export type ToldTerm = Readonly<
  Pick<Term, "id" | "committeeId" | "number" | "startsOn" | "endsOn">
>;

/** The transaction of the change. */
interface Reads {
  readonly rows: QueryExecutorProvider;
  readonly now: Date;
}

const factsOf = ({ committeeId, number: ordinal, startsOn, endsOn }: ToldTerm) => ({
  committee: committee(committeeId),
  number: number(ordinal),
  startsOn: day(startsOn),
  endsOn: day(endsOn),
});

/** Whom a change of a planned term concerns: the committee, and each person with a seat of it. */
export async function noticesOfPlannedTerm(
  type: "PLANNED" | "CHANGED" | "DISCARDED",
  term: ToldTerm,
  reads: Reads,
): Promise<readonly Notice[]> {
  const { subjects } = await holdersOf(term, reads);
  const to = [{ committeeId: term.committeeId }, ...persons(subjects)];
  return TERM_NOTICES.tell(type, term.id, to, factsOf(term));
}

/**
 * Whom it concerns that a term has taken over: the committee, each person with a seat of it, the units that sent them,
 * and each person whose seat has ended with the term before.
 */
export async function noticesOfTakeover(term: ToldTerm, reads: Reads): Promise<readonly Notice[]> {
  const { subjects, unitIds, former } = await holdersOf(term, reads);
  const units = unitIds.map((organizationId) => ({ organizationId }));
  const to = [{ committeeId: term.committeeId }, ...persons(subjects), ...units];
  const facts = factsOf(term);
  return [
    ...TERM_NOTICES.tell("TOOK_OVER", term.id, to, facts),
    ...TERM_NOTICES.tell("SEAT_ENDED", term.id, persons(former), facts),
  ];
}

const persons = (subjects: readonly string[]): Addressee[] =>
  subjects.map((subject) => ({ subject }));

/** Who is told because of a seat. */
interface Holders {
  /** Persons with a seat of the term, by their sign-ins. Whoever runs the committee is told for it. */
  readonly subjects: readonly string[];
  /** The units that sent those with a seat. */
  readonly unitIds: readonly string[];
  /** Persons whose seat lasted as long as the term before, and who have none in this one. */
  readonly former: readonly string[];
}

async function holdersOf({ id, committeeId, startsOn }: ToldTerm, reads: Reads): Promise<Holders> {
  const today = shanghaiDay(reads.now);
  const { rows: found } = await sql<Holders>`
    with holder as (
      select subject, organization_id from seat
      where term_id = ${id} and not taken_out and (until is null or counts_to_last_day and until >= ${today}::date)
    ),
    secretary as (
      select subject from directory.seat where committee_id = ${committeeId} and role = 'SECRETARY'
        and first_day <= ${today}::date and last_day >= ${today}::date
    ),
    before as (
      select id, ends_on from term where committee_id = ${committeeId} and starts_on < ${startsOn}::date
      order by starts_on desc limit 1
    )
    select array(
        select subject from holder where subject is not null except select subject from secretary order by 1
      ) as subjects,
      array(select distinct organization_id::text from holder order by 1) as unit_ids,
      array(
        select subject from seat join before on before.id = seat.term_id
        where subject is not null and not taken_out and (until is null or counts_to_last_day and until >= before.ends_on)
        except select subject from holder order by 1
      ) as former`.execute(reads.rows);
  return found[0] ?? { subjects: [], unitIds: [], former: [] };
}
