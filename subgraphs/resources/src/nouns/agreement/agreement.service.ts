import { change, requireVersion } from "@alliance-hub/platform/change/change";
import { requireText } from "@alliance-hub/platform/change/require-text";
import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import { HubError, badInput, forbidden } from "@alliance-hub/platform/errors/hub-error";
import { requireTransition } from "@alliance-hub/platform/errors/transition";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { actsFor } from "@alliance-hub/sharing/viewer";
import { AgreementParty } from "../agreement-party/agreement-party.entity.ts";
import {
  requireParties,
  requireStillUnits,
  requireUnits,
  writeParties,
} from "../agreement-party/agreement-party.service.ts";
import { Commitment } from "../commitment/commitment.entity.ts";
import { checkedCommitments, writeCommitments } from "../commitment/commitment.service.ts";
import type { ResourcesContext } from "../../context.ts";
import type { ResourcesTables } from "../../database.ts";
import { AGREEMENT_STEPS, Agreement, type AgreementState, stateOn } from "./agreement.entity.ts";
import type {
  DraftAgreementInput,
  ProposeAgreementInput,
  ReviseAgreementInput,
  TerminateAgreementInput,
  WithdrawProposalInput,
} from "./agreement.input.ts";
import { type AgreementRow, lockAgreement, readText } from "./agreement.loaders.ts";
import { type AgreementAction, can } from "./agreement.policy.ts";

const TITLE = { maxLength: 100 };
const REASON = { maxLength: 200 };

/**
 * Drafts an agreement between member units of a committee.
 *
 * @throws HubError `FORBIDDEN`, `NOT_FOUND`, `BAD_USER_INPUT`.
 */
export async function draftAgreement(
  context: ResourcesContext,
  input: DraftAgreementInput,
): Promise<AgreementRow> {
  const { viewer } = context;
  const { committeeId, partyIds } = input;
  requireParties(partyIds);
  if (!can(viewer, "draft", { committeeId, partyIds })) {
    throw forbidden(
      viewer,
      "Only a liaison of one of the parties, or who runs the committee, may draft an agreement between them.",
    );
  }
  const committee = await requireUnits(context, committeeId, partyIds);
  const title = requireText("title", input.title, TITLE);
  const term = checkedTerm(input, today(context));
  const commitments = await checkedCommitments(context, partyIds, input.commitments ?? []);
  return await change(
    context,
    { action: "draftAgreement", input, reload: (id) => context.agreements.byId.load(id) },
    async ({ em, now }) => {
      const agreement = em.create(Agreement, {
        id: context.newId(),
        createdAt: now,
        updatedAt: now,
        committeeId,
        title,
        ...term,
        state: "DRAFT",
        audience: input.audience ?? "COMMITTEE",
        partyIds,
        contentHash: null,
        proposedAt: null,
        activatedAt: null,
        terminatedAt: null,
        terminateReason: null,
        regionCode: committee.regionCode,
        regionPath: committee.regionPath,
        allianceCode: committee.allianceCode,
        ...searchColumns(title, ...commitments.map(({ clause }) => clause)),
      });
      // Before its parties and commitments: the database asks the agreement's state when those are written.
      await em.flush();
      writeParties(em, agreement);
      writeCommitments(context, em, { agreementId: agreement.id, commitments, now });
      return { record: agreement, audit: auditNote(context, agreement) };
    },
  );
}

/** Changes a draft; commitments that are given replace those there are. @throws HubError as all steps, `BAD_USER_INPUT`. */
export async function reviseAgreement(
  context: ResourcesContext,
  input: ReviseAgreementInput,
): Promise<AgreementRow> {
  return await step(
    context,
    { action: "reviseAgreement", rule: "revise", input },
    async (agreement, { em, rows, now }) => {
      if (agreement.state !== "DRAFT") {
        const message = `Agreement ${agreement.id} is ${state(context, agreement)}: its text is fixed. Take the proposal back with withdrawProposal while nobody has signed, or draft another.`;
        throw new HubError("ILLEGAL_TRANSITION", message, {
          state: state(context, agreement),
          allowed: [],
        });
      }
      if (input.title != null) agreement.title = requireText("title", input.title, TITLE);
      if (input.termFrom != null) agreement.termFrom = input.termFrom;
      if (input.termTo != null) agreement.termTo = input.termTo;
      checkedTerm(agreement, today(context));
      const { id: agreementId, partyIds } = agreement;
      const given =
        input.commitments == null
          ? undefined
          : await checkedCommitments({ rows, viewer: context.viewer }, partyIds, input.commitments);
      if (given) {
        await em.nativeDelete(Commitment, { agreementId });
        writeCommitments(context, em, { agreementId, commitments: given, now });
      }
      const commitments =
        given ?? (await em.find(Commitment, { agreementId }, { orderBy: { position: "asc" } }));
      Object.assign(
        agreement,
        searchColumns(agreement.title, ...commitments.map(({ clause }) => clause)),
      );
    },
  );
}

/** Fixes the text and opens it for signatures. @throws HubError as all steps. */
export async function proposeAgreement(
  context: ResourcesContext,
  input: ProposeAgreementInput,
): Promise<AgreementRow> {
  return await step(
    context,
    { action: "proposeAgreement", rule: "propose", input },
    async (agreement, { em, rows, now }) => {
      requireStep(context, agreement, "PROPOSED");
      requireTermAhead(context, agreement);
      await requireStillUnits(rows, agreement, agreement.partyIds);
      agreement.contentHash = (await readText(em, agreement)).hash;
      agreement.proposedAt = now;
      agreement.state = "PROPOSED";
    },
  );
}

/** Makes a proposal that nobody has signed a draft again. @throws HubError as all steps. */
export async function withdrawProposal(
  context: ResourcesContext,
  input: WithdrawProposalInput,
): Promise<AgreementRow> {
  return await step(
    context,
    { action: "withdrawProposal", rule: "withdraw", input },
    async (agreement, { em }) => {
      requireStep(context, agreement, "DRAFT");
      const signed = await em.count(AgreementParty, {
        agreementId: agreement.id,
        signedAt: { $ne: null },
      });
      if (signed > 0) {
        const message = `Agreement ${agreement.id} has been signed by ${signed} of its parties and cannot become DRAFT. Allowed from here: ACTIVE, TERMINATED.`;
        throw new HubError("ILLEGAL_TRANSITION", message, {
          state: agreement.state,
          allowed: ["ACTIVE", "TERMINATED"],
        });
      }
      agreement.contentHash = null;
      agreement.proposedAt = null;
      agreement.state = "DRAFT";
    },
  );
}

/** Ends an agreement, or a proposal, before its term. @throws HubError as all steps, `BAD_USER_INPUT`. */
export async function terminateAgreement(
  context: ResourcesContext,
  input: TerminateAgreementInput,
): Promise<AgreementRow> {
  const reason = requireText("reason", input.reason, REASON);
  return await step(
    context,
    { action: "terminateAgreement", rule: "terminate", input },
    (agreement, { now }) => {
      requireStep(context, agreement, "TERMINATED");
      Object.assign(agreement, { terminatedAt: now, terminateReason: reason, state: "TERMINATED" });
    },
  );
}

/**
 * What all steps of an agreement have in common: its row is locked, so that they happen one after
 * another; then comes who may, then the version.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `CONFLICT`, and what the step itself throws.
 */
export async function step(
  context: ResourcesContext,
  made: {
    action: string;
    rule: AgreementAction;
    input: ProposeAgreementInput;
    organizationId?: string;
  },
  apply: (agreement: Agreement, work: Work<ResourcesTables>) => Promise<void> | void,
): Promise<AgreementRow> {
  const { action, input } = made;
  const reload = (id: string): Promise<AgreementRow | null> => context.agreements.byId.load(id);
  return await change(context, { action, input, reload }, async (work) => {
    const agreement = await lockAgreement(context, work.em, input.id);
    if (!can(context.viewer, made.rule, agreement)) {
      const others = made.rule === "sign" ? "" : ", or who runs its committee,";
      const key =
        context.viewer.kind === "PARTNER"
          ? " A partner's key prepares drafts; what binds parties or releases them is done by a person."
          : "";
      throw forbidden(
        context.viewer,
        `Only a liaison of one of its parties${others} may ${made.rule} agreement ${agreement.id}.${key}`,
      );
    }
    requireVersion(agreement, input.version);
    await apply(agreement, work);
    agreement.updatedAt = work.now;
    return { record: agreement, audit: auditNote(context, agreement, made.organizationId) };
  });
}

const today = (context: ResourcesContext): string => shanghaiDay(context.clock());
const state = (context: ResourcesContext, agreement: Agreement): AgreementState =>
  stateOn(agreement, today(context));

/** @throws HubError `ILLEGAL_TRANSITION`. */
export function requireStep(
  context: ResourcesContext,
  agreement: Agreement,
  to: AgreementState,
): void {
  requireTransition(
    AGREEMENT_STEPS,
    { id: agreement.id, state: state(context, agreement) },
    { noun: "Agreement", to },
  );
}

function auditNote(context: ResourcesContext, agreement: Agreement, signer?: string) {
  const organizationId =
    signer ?? agreement.partyIds.find((id) => actsFor(context.viewer, id)) ?? null;
  const details = { state: agreement.state };
  return {
    noun: "Agreement",
    recordId: agreement.id,
    organizationId,
    regionPath: agreement.regionPath,
    details,
  };
}

function checkedTerm({ termFrom, termTo }: { termFrom: string; termTo: string }, day: string) {
  if (termTo <= termFrom)
    throw badInput(
      "termTo",
      `"termTo" ${termTo} is not after "termFrom" ${termFrom}. Give a later day.`,
    );
  if (termTo < day)
    throw badInput("termTo", `"termTo" ${termTo} is over; today is ${day}. Give a later day.`);
  return { termFrom, termTo };
}

/** @throws HubError `BAD_USER_INPUT` once the term is over. */
export function requireTermAhead(context: ResourcesContext, agreement: Agreement): void {
  const day = today(context);
  if (agreement.termTo < day) {
    throw badInput(
      "id",
      `The term of agreement ${agreement.id} was over on ${agreement.termTo}. Give the draft a later day, or terminate the proposal.`,
    );
  }
}
