import { change, requireVersion } from "@alliance-hub/platform/change/change";
import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { type DayLimits, requireDay } from "@alliance-hub/platform/change/require-day";
import { requireCommittee } from "@alliance-hub/platform/directory/committee-units";
import { type CommitteeEntry, createDirectory } from "@alliance-hub/platform/directory/directory";
import { gathered } from "@alliance-hub/platform/errors/faults";
import { badInput, illegalTransition } from "@alliance-hub/platform/errors/hub-error";
import { isId } from "@alliance-hub/platform/keys/loader";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { dayWords } from "@alliance-hub/platform/words/times";
import type { Words } from "@alliance-hub/platform/words/words";
import { endBefore, lockCurrentTerm } from "./term.background.ts";
import { TERM_STATES, Term, TermState, termStateOn } from "./term.entity.ts";
import { type DiscardPlannedTermInput, NUMBER, type UpdatePlannedTermInput } from "./term.input.ts";
import type { TermContext, TermRow, TermTables } from "./term.loaders.ts";
import { noticesOfPlannedTerm } from "./term.notices.ts";
import { can, canRead } from "./term.policy.ts";

/** Latest last day of a term. A later day is a typing error. */
const LATEST = "2199-12-31";

/** The number and the days of a term. */
export type TermDays = Pick<Term, "number" | "startsOn" | "endsOn">;

type TermWork = Work<TermTables>;

const changes = recordChanges({
  noun: "Term",
  entity: Term,
  reload: ({ terms }: TermContext, id): Promise<TermRow | null> => terms.byId.load(id),
  judged: async ({ committeeId, startsOn }, { rows, now }) => {
    const directory = createDirectory(rows);
    const { name, regionCode, regionPath } = await requireCommittee(directory, committeeId);
    const today = shanghaiDay(now);
    return { committeeId, startsOn, today, name, regionCode, regionPath };
  },
  mayRead: (viewer, term) => canRead(viewer, term, term.today),
  can,
  only: (term) => whoMay(term),
  note: async ({ committeeId, number }, _context, { rows }) => {
    const { regionPath } = await requireCommittee(createDirectory(rows), committeeId);
    return { regionPath, details: { number } };
  },
  notices: (term, _made, work) => noticesOfPlannedTerm("CHANGED", term, work),
});

/** Who may enter and plan the terms of a committee, as a sentence for those who may not. */
export function whoMay({ name, regionCode }: Pick<CommitteeEntry, "name" | "regionCode">): Words {
  return {
    zh: `只有${name}的书记、上级委员会的书记，或当地的平台管理员，可以办理它的换届；代行期间不能办理。`,
    en: `Only the secretary of ${name}, of a committee above it, or an operator of ${regionCode} may enter and plan its terms. A deputy may not.`,
  };
}

/**
 * Changes the number or the days of a planned term; the current one lasts to the eve of its new first day.
 *
 * @param of how far ahead it may begin, and what follows the new first day.
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION` if it has begun.
 */
export async function changePlannedTerm(
  context: TermContext,
  input: UpdatePlannedTermInput,
  of: {
    readonly first: DayLimits;
    readonly moved: (work: TermWork, term: TermRow, from: string) => Promise<void>;
  },
): Promise<TermRow> {
  const action = "updatePlannedTerm";
  const given = () => (input.number == null ? null : NUMBER.check("number", input.number));
  const step = { action, may: "plan", lockFirst: lockTermsOf, given, input } as const;
  return await changes.change(context, step, async (term, work, number) => {
    requirePlanned(term, work.now);
    const current = await lockCurrentTerm(work, term.committeeId);
    const { startsOn, endsOn } = input;
    const from = term.startsOn;
    const days = checkedTerm(
      {
        number: number() ?? term.number,
        startsOn: startsOn ?? from,
        endsOn: endsOn ?? term.endsOn,
      },
      of.first,
    );
    const others = (await termsOf(work, term.committeeId)).filter(({ id }) => id !== term.id);
    requireNext(days, { last: Math.max(0, ...others.map((one) => one.number)), current });
    Object.assign(term, days);
    if (current) endBefore(work, current, days.startsOn);
    if (days.startsOn !== from) await of.moved(work, term, from);
  });
}

/**
 * Gives a planned term up. The current one then lasts to its own last day.
 *
 * @param clear removes what belongs to it.
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `CONFLICT`, `ILLEGAL_TRANSITION` if it has begun.
 */
export async function removePlannedTerm(
  context: TermContext,
  input: DiscardPlannedTermInput,
  clear: (work: TermWork, term: TermRow) => Promise<void>,
): Promise<{ readonly id: string }> {
  const { id } = input;
  // It is gone: the answer to the same key says no more than the first one.
  const reload = (): Promise<{ id: string }> => Promise.resolve({ id });
  return await change(context, { action: "discardPlannedTerm", input, reload }, async (work) => {
    await lockTermsOf(work, id);
    const { record: term, of } = await changes.lock(context, work, id);
    changes.require(context.viewer, "plan", of);
    requireVersion(term, input.version);
    requirePlanned(term, work.now);
    const current = await lockCurrentTerm(work, term.committeeId);
    const told = await noticesOfPlannedTerm("DISCARDED", term, work);
    await clear(work, term);
    work.em.remove(term);
    if (current) endBefore(work, current, null);
    await leaveNotices(context, work, told);
    const { number, committeeId } = term;
    const { regionPath } = of;
    const details = { number, committeeId };
    return { record: { id }, audit: { noun: "Term", recordId: id, regionPath, details } };
  });
}

function requirePlanned(term: Term, now: Date): void {
  const state = termStateOn(term, shanghaiDay(now));
  if (state === TermState.PLANNED) return;
  const wanted = { zh: "更改或取消，只有待开始的一届可以", en: "another planned term" };
  throw illegalTransition({
    noun: "Term",
    id: term.id,
    state,
    wanted,
    allowed: TERM_STATES[state],
  });
}

/** Locks the current term of a term's committee: whatever changes terms does so first. */
async function lockTermsOf(work: TermWork, id: string): Promise<void> {
  if (!isId(id)) return;
  const term = work.rows.selectFrom("term").select("committeeId").where("id", "=", id);
  const known = await term.executeTakeFirst();
  if (known) await lockCurrentTerm(work, known.committeeId);
}

/** All terms of a committee. */
export function termsOf(
  { rows }: Pick<TermWork, "rows">,
  committeeId: string,
): Promise<Pick<TermRow, "id" | "number" | "state" | "startsOn">[]> {
  return rows
    .selectFrom("term")
    .select(["id", "number", "state", "startsOn"])
    .where("committeeId", "=", committeeId)
    .execute();
}

/** The number and the days of a term to enter. @throws HubError `BAD_USER_INPUT`. */
export function checkedTerm(input: TermDays, first: DayLimits): TermDays {
  const { startsOn, endsOn, number } = gathered({
    startsOn: () => requireDay("startsOn", input.startsOn, first),
    endsOn: () => requireDay("endsOn", input.endsOn, { latest: LATEST }),
    number: () => NUMBER.check("number", input.number),
  });
  if (endsOn <= startsOn) {
    throw badInput("endsOn", {
      zh: `任期止${dayWords(endsOn).zh}不晚于任期起${dayWords(startsOn).zh}。请填更晚的日期。`,
      en: `"endsOn" ${endsOn} is not after "startsOn" ${startsOn}. Give a later day.`,
    });
  }
  return { number, startsOn, endsOn };
}

/** Refuses a term that does not come after those there are. @throws HubError `BAD_USER_INPUT`. */
export function requireNext(
  input: TermDays,
  before: { readonly last: number; readonly current: Readonly<Term> | null },
): void {
  if (input.number <= before.last) {
    throw badInput("number", {
      zh: `届次为 ${input.number}，而该委员会已有第 ${before.last} 届。请填更大的届次，例如 ${before.last + 1}。`,
      en: `"number" is ${input.number}, but the committee has had term ${before.last}. Give a higher number, such as ${before.last + 1}.`,
    });
  }
  if (before.current && input.startsOn <= before.current.startsOn) {
    throw badInput("startsOn", {
      zh: `任期起${dayWords(input.startsOn).zh}不晚于本届的起日${dayWords(before.current.startsOn).zh}。请填更晚的日期。`,
      en: `"startsOn" ${input.startsOn} is not after ${before.current.startsOn}, when the current term began. Give a later day.`,
    });
  }
}
