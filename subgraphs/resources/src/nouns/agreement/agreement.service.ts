import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import { HubError, badInput, forbidden } from "@alliance-hub/platform/errors/hub-error";
import { checked, checkedWhereGiven } from "@alliance-hub/platform/limits/checked";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { createDirectory } from "@alliance-hub/platform/directory/directory";
import { placeOf } from "@alliance-hub/platform/directory/placement";
import { actsFor } from "@alliance-hub/sharing/viewer";
import { countSigned } from "../agreement-party/agreement-party.loaders.ts";
import {
  clearParties,
  requireParties,
  requireStillUnits,
  requireUnits,
  writeParties,
} from "../agreement-party/agreement-party.service.ts";
import { commitmentsOf } from "../commitment/commitment.loaders.ts";
import {
  type CheckedCommitment,
  checkedCommitments,
  clearCommitments,
  requireGivers,
  writeCommitments,
} from "../commitment/commitment.service.ts";
import { AGREEMENT_STEPS, Agreement, stateOn } from "./agreement.entity.ts";
import {
  type DraftAgreementInput,
  LIMITS,
  type ProposeAgreementInput,
  type ReviseAgreementInput,
  type TerminateAgreementInput,
  type WithdrawProposalInput,
} from "./agreement.input.ts";
import { type AgreementContext, type AgreementRow, readText } from "./agreement.loaders.ts";
import { can, canRead } from "./agreement.policy.ts";

/** The changes of an agreement; the signatures' service makes one of them. */
export const changes = recordChanges({
  noun: "Agreement",
  entity: Agreement,
  reload: ({ agreements }: AgreementContext, id): Promise<AgreementRow | null> =>
    agreements.byId.load(id),
  judged: (agreement: Agreement): Agreement => agreement,
  mayRead: canRead,
  can,
  only: (_agreement, action, { kind }) => {
    const others = action === "sign" ? "" : ", or whoever runs its committee,";
    const key =
      kind === "PARTNER"
        ? " A partner key can only draft agreements; whatever binds or releases the parties must be done by a person."
        : "";
    return `Only a liaison of one of the parties${others} may ${action} an agreement.${key}`;
  },
  steps: AGREEMENT_STEPS,
  stateOf: (agreement, now) => stateOn(agreement, shanghaiDay(now)),
  note: ({ partyIds, regionPath, state }, { viewer }) => ({
    organizationId: partyIds.find((id) => actsFor(viewer, id)) ?? null,
    regionPath,
    details: { state },
  }),
});

/** The agreement, locked: steps of one agreement happen one after another. @throws HubError `NOT_FOUND`. */
export async function lockAgreement(
  context: AgreementContext,
  work: Parameters<typeof changes.lock>[1],
  id: string,
): Promise<Readonly<Agreement>> {
  return (await changes.lock(context, work, id)).record;
}

/** Puts a locked agreement in force: its last party has signed. */
export function activate(agreement: Agreement, now: Date): void {
  Object.assign(agreement, { state: "ACTIVE", activatedAt: now });
}

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
  requireParties(partyIds);
  requireSide(context, committeeId, partyIds);
  const committee = await requireUnits(context, committeeId, partyIds);
  const { title } = checked(input, LIMITS);
  const term = checkedTerm(input, today(context));
  const commitments = await checkedCommitments(context, partyIds, input.commitments ?? []);
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
  const step = { action: "reviseAgreement", may: "revise", input } as const;
  return await changes.change(context, step, async (agreement, work) => {
    requireDraft(agreement, work.now);
    Object.assign(agreement, checkedWhereGiven(input, LIMITS));
    if (input.termFrom != null) agreement.termFrom = input.termFrom;
    if (input.termTo != null) agreement.termTo = input.termTo;
    if (input.audience != null) agreement.audience = input.audience;
    checkedTerm(agreement, today(context));
    const commitments = await reviseSides(context, { agreement, input }, work);
    const clauses = commitments.map(({ clause }) => clause);
    Object.assign(agreement, searchColumns(agreement.title, ...clauses));
  });
}

function requireDraft(agreement: Agreement, now: Date): void {
  const state = stateOn(agreement, shanghaiDay(now));
  if (state === "DRAFT") return;
  const message = `Agreement ${agreement.id} is ${state}: its text can no longer change. Withdraw the proposal with withdrawProposal while nobody has signed, or draft another agreement.`;
  throw new HubError("ILLEGAL_TRANSITION", message, { state, allowed: [] });
}

/** Replaces the parties and the commitments of a draft, where they are given. The commitments that it then has. */
async function reviseSides(
  context: AgreementContext,
  { agreement, input }: { agreement: Agreement; input: ReviseAgreementInput },
  { em, rows, now }: Parameters<typeof changes.lock>[1],
): Promise<readonly CheckedCommitment[]> {
  const { id: agreementId, committeeId } = agreement;
  const partyIds = input.partyIds ?? agreement.partyIds;
  const present = await commitmentsOf(em, agreementId);
  if (input.partyIds == null && input.commitments == null) return present;
  if (input.partyIds != null) {
    requireParties(partyIds);
    requireSide(context, committeeId, partyIds);
    await requireUnits({ rows, directory: createDirectory(rows) }, committeeId, partyIds);
  }
  requireGivers(partyIds, input.commitments ?? present);
  const lookUp = { rows, viewer: context.viewer };
  const commitments =
    input.commitments == null
      ? present
      : await checkedCommitments(lookUp, partyIds, input.commitments);
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

/** Fixes the text and opens it for signatures. @throws HubError as all steps. */
export async function proposeAgreement(
  context: AgreementContext,
  input: ProposeAgreementInput,
): Promise<AgreementRow> {
  const step = { action: "proposeAgreement", may: "propose", to: "PROPOSED", input } as const;
  return await changes.change(context, step, async (agreement, { em, rows, now }) => {
    requireTermAhead(context, agreement);
    await requireStillUnits(rows, agreement, agreement.partyIds);
    agreement.contentHash = (await readText(em, agreement)).hash;
    agreement.proposedAt = now;
  });
}

/** Turns a proposal that nobody has signed into a draft again. @throws HubError as all steps. */
export async function withdrawProposal(
  context: AgreementContext,
  input: WithdrawProposalInput,
): Promise<AgreementRow> {
  const step = { action: "withdrawProposal", may: "withdraw", to: "DRAFT", input } as const;
  return await changes.change(context, step, async (agreement, { em }) => {
    const { id: agreementId, state } = agreement;
    const signed = await countSigned(em, agreementId);
    if (signed > 0) {
      const message = `Agreement ${agreementId} has been signed by ${signed} of its parties and cannot become DRAFT. Allowed from here: ACTIVE, TERMINATED.`;
      throw new HubError("ILLEGAL_TRANSITION", message, {
        state,
        allowed: ["ACTIVE", "TERMINATED"],
      });
    }
    Object.assign(agreement, { contentHash: null, proposedAt: null });
  });
}

/** Ends an agreement, or a proposal, before its term. @throws HubError as all steps, `BAD_USER_INPUT`. */
export async function terminateAgreement(
  context: AgreementContext,
  input: TerminateAgreementInput,
): Promise<AgreementRow> {
  const terminateReason = REASON.check("reason", input.reason);
  const step = { action: "terminateAgreement", may: "terminate", to: "TERMINATED", input } as const;
  return await changes.change(context, step, (agreement, { now }) => {
    Object.assign(agreement, { terminatedAt: now, terminateReason });
  });
}

const today = (context: AgreementContext): string => shanghaiDay(context.clock());

function requireSide(
  { viewer }: AgreementContext,
  committeeId: string,
  partyIds: readonly string[],
): void {
  if (can(viewer, "draft", { committeeId, partyIds })) return;
  throw forbidden(
    viewer,
    "Only a liaison of one of the parties, or whoever runs the committee, may draft an agreement between them.",
  );
}

function checkedTerm({ termFrom, termTo }: { termFrom: string; termTo: string }, day: string) {
  if (termTo <= termFrom)
    throw badInput(
      "termTo",
      `"termTo" ${termTo} is not after "termFrom" ${termFrom}. Give a later day.`,
    );
  if (termTo < day)
    throw badInput(
      "termTo",
      `"termTo" ${termTo} is in the past; today is ${day}. Give a later day.`,
    );
  return { termFrom, termTo };
}

/** @throws HubError `BAD_USER_INPUT` once the term is over. */
export function requireTermAhead(context: AgreementContext, agreement: Agreement): void {
  const day = today(context);
  if (agreement.termTo < day) {
    throw badInput(
      "id",
      `The term of agreement ${agreement.id} ended on ${agreement.termTo}. Give the draft a later day, or terminate the proposal.`,
    );
  }
}
