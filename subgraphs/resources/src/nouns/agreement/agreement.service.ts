import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { actsFor } from "@alliance-hub/sharing/viewer";
import { countSigned } from "../agreement-party/agreement-party.loaders.ts";
import { requireStillUnits } from "../agreement-party/agreement-party.service.ts";
import { requireTermAhead } from "../../mechanisms/agreement-term/agreement-term.ts";
import { AGREEMENT_STEPS, Agreement, stateOn } from "./agreement.entity.ts";
import {
  type ProposeAgreementInput,
  type TerminateAgreementInput,
  type WithdrawProposalInput,
} from "./agreement.input.ts";
import { type AgreementContext, type AgreementRow, readText } from "./agreement.loaders.ts";
import { noticesOfAgreement } from "./agreement.notices.ts";
import { can, canRead } from "./agreement.policy.ts";

/** The changes of an agreement; those of drafts and of signatures are made in their own folders. */
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

/** What a step of an agreement works with. */
export type AgreementWork = Parameters<typeof changes.lock>[1];

/** The agreement, locked: steps of one agreement happen one after another. @throws HubError `NOT_FOUND`. */
export async function lockAgreement(
  context: AgreementContext,
  work: AgreementWork,
  id: string,
): Promise<Readonly<Agreement>> {
  return (await changes.lock(context, work, id)).record;
}

/** Puts a locked agreement in force: its last party has signed. */
export function activate(agreement: Agreement, now: Date): void {
  Object.assign(agreement, { state: "ACTIVE", activatedAt: now });
}

/** Fixes the text and opens it for signatures. @throws HubError as all steps. */
export async function proposeAgreement(
  context: AgreementContext,
  input: ProposeAgreementInput,
): Promise<AgreementRow> {
  const step = { action: "proposeAgreement", may: "propose", to: "PROPOSED", input } as const;
  return await changes.change(context, step, async (agreement, { em, rows, now }) => {
    requireTermAhead(agreement, shanghaiDay(context.clock()));
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
        en: `This agreement has been signed by ${signed} of its parties and cannot become DRAFT. Allowed from here: ACTIVE, TERMINATED.`,
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
