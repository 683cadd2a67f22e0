import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import { HubError, forbidden } from "@alliance-hub/platform/errors/hub-error";
import { InputChecks, gathered } from "@alliance-hub/platform/errors/faults";
import { stateInChinese } from "@alliance-hub/platform/words/states";
import { checked, checkedWhereGiven } from "@alliance-hub/platform/limits/checked";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { DiscardDraftPayload } from "@alliance-hub/platform/noun/discard-draft.type";
import { createDirectory } from "@alliance-hub/platform/directory/directory";
import { requireCommittee } from "@alliance-hub/platform/directory/committee-units";
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
  checkedClauses,
  clearCommitments,
  requireGivers,
  requireOwnResources,
  writeCommitments,
} from "../commitment/commitment.service.ts";
import { checkedTerm, requireTermAhead } from "../../mechanisms/agreement-term/agreement-term.ts";
import { AGREEMENT_STEPS, Agreement, stateOn } from "./agreement.entity.ts";
import {
  type DiscardAgreementInput,
  type DraftAgreementInput,
  LIMITS,
  type ProposeAgreementInput,
  type ReviseAgreementInput,
  type TerminateAgreementInput,
  type WithdrawProposalInput,
} from "./agreement.input.ts";
import { type AgreementContext, type AgreementRow, readText } from "./agreement.loaders.ts";
import { noticesOfAgreement } from "./agreement.notices.ts";
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
    const others =
      action === "sign"
        ? { zh: "", en: "" }
        : { zh: "，或主持该委员会的人，", en: ", or whoever runs its committee," };
    const key =
      kind === "PARTNER"
        ? {
            zh: "合作系统的密钥只能用于起草；凡约束或解除各方的，须由个人办理。",
            en: " A partner key can only draft agreements; whatever binds or releases the parties must be done by a person.",
          }
        : { zh: "", en: "" };
    return {
      zh: `只有其中一方的联络员${others.zh}可以办理此协议。${key.zh}`,
      en: `Only a liaison of one of the parties${others.en} may ${action} an agreement.${key.en}`,
    };
  },
  steps: AGREEMENT_STEPS,
  stateOf: (agreement, now) => stateOn(agreement, shanghaiDay(now)),
  note: ({ partyIds, regionPath, state }, { viewer }) => ({
    organizationId: partyIds.find((id) => actsFor(viewer, id)) ?? null,
    regionPath,
    details: { state },
  }),
  notices: noticesOfAgreement,
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
    en: `Agreement ${agreement.id} is ${state}: its text can no longer change. Withdraw the proposal with withdrawProposal while nobody has signed, or draft another agreement.`,
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
  { em, rows }: Parameters<typeof changes.lock>[1],
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
  { em, now }: Parameters<typeof changes.lock>[1],
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

/** Fixes the text and opens it for signatures. @throws HubError as all steps. */
export async function proposeAgreement(
  context: AgreementContext,
  input: ProposeAgreementInput,
): Promise<AgreementRow> {
  const step = { action: "proposeAgreement", may: "propose", to: "PROPOSED", input } as const;
  return await changes.change(context, step, async (agreement, { em, rows, now }) => {
    requireTermAhead(agreement, today(context));
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
      const words = {
        zh: `此协议已有 ${signed} 方签署，不能退回草稿。现在可以由其余各方签署，或者终止。`,
        en: `Agreement ${agreementId} has been signed by ${signed} of its parties and cannot become DRAFT. Allowed from here: ACTIVE, TERMINATED.`,
      };
      throw new HubError("ILLEGAL_TRANSITION", words, {
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
  const given = () => REASON.check("reason", input.reason);
  const step = { action: "terminateAgreement", may: "terminate", to: "TERMINATED", input } as const;
  return await changes.change(context, { ...step, given }, (agreement, { now }, reason) => {
    Object.assign(agreement, { terminatedAt: now, terminateReason: reason() });
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
