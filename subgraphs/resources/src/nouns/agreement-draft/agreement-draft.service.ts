import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import { createDirectory } from "@alliance-hub/platform/directory/directory";
import { requireCommittee } from "@alliance-hub/platform/directory/committee-units";
import { placeOf } from "@alliance-hub/platform/directory/placement";
import { InputChecks, gathered } from "@alliance-hub/platform/errors/faults";
import { HubError, forbidden } from "@alliance-hub/platform/errors/hub-error";
import { checked, checkedWhereGiven } from "@alliance-hub/platform/limits/checked";
import type { DiscardDraftPayload } from "@alliance-hub/platform/noun/discard-draft.type";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { stateInChinese } from "@alliance-hub/platform/words/states";
import { checkedTerm } from "../../mechanisms/agreement-term/agreement-term.ts";
import { type Agreement, stateOn } from "../agreement/agreement.entity.ts";
import type { AgreementContext, AgreementRow } from "../agreement/agreement.loaders.ts";
import { can } from "../agreement/agreement.policy.ts";
import { type AgreementWork, changes } from "../agreement/agreement.service.ts";
import {
  clearParties,
  requireParties,
  requireUnits,
  writeParties,
} from "../agreement-party/agreement-party.service.ts";
import { commitmentsOf } from "../commitment/commitment.loaders.ts";
import {
  type CheckedCommitment,
  checkedClauses,
  clearCommitments,
  requireGivers,
  requireOwnResources,
  writeCommitments,
} from "../commitment/commitment.service.ts";
import {
  type DiscardAgreementInput,
  type DraftAgreementInput,
  LIMITS,
  type ReviseAgreementInput,
} from "./agreement-draft.input.ts";

/**
 * Drafts an agreement between member units of a committee.
 *
 * @throws HubError `FORBIDDEN`, `NOT_FOUND`, `BAD_USER_INPUT`.
 */
export async function draftAgreement(
  context: AgreementContext,
  input: DraftAgreementInput,
): Promise<AgreementRow> {
  const { committeeId, partyIds } = input;
  const checks = new InputChecks();
  const sides = await checks.of(() => {
    requireParties(partyIds);
    requireSide(context, committeeId, partyIds);
    return partyIds;
  });
  const place = await checks.of(() => requireCommittee(context.directory, committeeId));
  await checks.of(() => requireUnits(context, place(), sides()));
  const given = await checks.of(() =>
    gathered({
      texts: () => checked(input, LIMITS),
      term: () => checkedTerm(input, today(context)),
      commitments: () => checkedClauses(partyIds, input.commitments ?? []),
    }),
  );
  await checks.of(() => requireOwnResources(context, input.commitments ?? []));
  checks.end();
  const committee = place();
  const { texts, term, commitments } = given();
  const { title } = texts;
  const clauses = commitments.map(({ clause }) => clause);
  const text = { committeeId, partyIds, title, ...term, ...searchColumns(title, ...clauses) };
  return await changes.create(
    context,
    { action: "draftAgreement", input },
    async ({ em, now }, create) => {
      const agreement = create({
        ...placeOf(committee),
        ...text,
        state: "DRAFT",
        audience: input.audience ?? "COMMITTEE",
      });
      // Written before its parties and commitments, because the database checks the agreement's state when
      // those are written.
      await em.flush();
      writeParties(em, agreement);
      writeCommitments(context, em, { agreementId: agreement.id, commitments, now });
      return agreement;
    },
  );
}

/**
 * Changes a draft. Given parties and commitments replace the present ones.
 *
 * @throws HubError as all steps, `BAD_USER_INPUT`.
 */
export async function reviseAgreement(
  context: AgreementContext,
  input: ReviseAgreementInput,
): Promise<AgreementRow> {
  const given = () => checkedWhereGiven(input, LIMITS);
  const step = { action: "reviseAgreement", may: "revise", given, input } as const;
  return await changes.change(context, step, async (agreement, work, texts) => {
    requireDraft(agreement, work.now);
    const term = {
      termFrom: input.termFrom ?? agreement.termFrom,
      termTo: input.termTo ?? agreement.termTo,
    };
    const checks = new InputChecks();
    await checks.of(() => checkedTerm(term, today(context)));
    const sides = await checks.of(() => checkedSides(context, { agreement, input }, work));
    checks.end();
    Object.assign(agreement, texts(), term);
    if (input.audience != null) agreement.audience = input.audience;
    const commitments = await reviseSides(context, { agreement, input, ...sides() }, work);
    const clauses = commitments.map(({ clause }) => clause);
    Object.assign(agreement, searchColumns(agreement.title, ...clauses));
  });
}

function requireDraft(agreement: Agreement, now: Date): void {
  const state = stateOn(agreement, shanghaiDay(now));
  if (state === "DRAFT") return;
  const words = {
    zh: `此协议的状态为${stateInChinese("Agreement", state)}，文本不能再改。尚无人签署时可以撤回提议，否则请另拟一份协议。`,
    en: `This agreement is ${state}: its text can no longer change. Withdraw the proposal with withdrawProposal while nobody has signed, or draft another agreement.`,
  };
  throw new HubError("ILLEGAL_TRANSITION", words, { state, allowed: [] });
}

/** A draft, and what is to become of it. */
interface Revision {
  readonly agreement: Agreement;
  readonly input: ReviseAgreementInput;
}

/** The commitments of a draft, and those of a revision, if the parties and commitments of the revision are right. */
async function checkedSides(
  context: AgreementContext,
  { agreement, input }: Revision,
  { em, rows }: AgreementWork,
) {
  const { id: agreementId, committeeId } = agreement;
  const partyIds = input.partyIds ?? agreement.partyIds;
  const checks = new InputChecks();
  const given = await checks.of(() =>
    input.commitments == null ? undefined : checkedClauses(partyIds, input.commitments),
  );
  await checks.of(async () => {
    if (input.partyIds == null) return;
    requireParties(partyIds);
    requireSide(context, committeeId, partyIds);
    const directory = createDirectory(rows);
    const committee = await requireCommittee(directory, committeeId);
    await requireUnits({ rows, directory }, committee, partyIds);
  });
  const present = await commitmentsOf(em, agreementId);
  await checks.of(async () => {
    if (input.commitments != null)
      await requireOwnResources({ rows, viewer: context.viewer }, input.commitments);
    else if (input.partyIds != null) requireGivers(partyIds, present);
  });
  checks.end();
  return { present, given: given() };
}

/** Replaces the parties and the commitments of a draft, where they are given. The commitments that it then has. */
async function reviseSides(
  context: AgreementContext,
  revised: Revision & {
    readonly present: readonly CheckedCommitment[];
    readonly given: readonly CheckedCommitment[] | undefined;
  },
  { em, now }: AgreementWork,
): Promise<readonly CheckedCommitment[]> {
  const { agreement, input, present, given } = revised;
  const { id: agreementId } = agreement;
  const partyIds = input.partyIds ?? agreement.partyIds;
  if (input.partyIds == null && !given) return present;
  const commitments = given ?? present;
  await clearCommitments(em, agreementId);
  if (input.partyIds != null) {
    await clearParties(em, agreementId);
    agreement.partyIds = partyIds;
    writeParties(em, agreement);
  }
  writeCommitments(context, em, { agreementId, commitments: commitments.map(textOf), now });
  return commitments;
}

const textOf = ({
  organizationId,
  clause,
  resourceId,
  timesPerYear,
}: CheckedCommitment): CheckedCommitment => ({ organizationId, clause, resourceId, timesPerYear });

/** Discards a draft, with its parties and commitments. It binds nobody. @throws HubError as all steps. */
export async function discardAgreement(
  context: AgreementContext,
  input: DiscardAgreementInput,
): Promise<DiscardDraftPayload> {
  const step = { action: "discardAgreement", may: "discard", input } as const;
  return await changes.discard(context, step, async ({ id }, { em }) => {
    await clearCommitments(em, id);
    await clearParties(em, id);
  });
}

const today = (context: AgreementContext): string => shanghaiDay(context.clock());

function requireSide(
  { viewer }: AgreementContext,
  committeeId: string,
  partyIds: readonly string[],
): void {
  if (can(viewer, "draft", { committeeId, partyIds })) return;
  throw forbidden(viewer, {
    zh: "只有其中一方的联络员，或主持该委员会的人，可以起草各方之间的协议。",
    en: "Only a liaison of one of the parties, or whoever runs the committee, may draft an agreement between them.",
  });
}
