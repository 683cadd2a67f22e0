import { badInput, conflict, forbidden } from "@alliance-hub/platform/errors/hub-error";
import { requireTransition } from "@alliance-hub/platform/errors/transition";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { subjectOf } from "@alliance-hub/platform/subgraph/context";
import { instantWords } from "@alliance-hub/platform/words/times";
import { actsFor } from "@alliance-hub/sharing/viewer";
import { AGREEMENT_STEPS, stateOn } from "../agreement/agreement.entity.ts";
import {
  type AgreementContext,
  type AgreementRow,
  readText,
} from "../agreement/agreement.loaders.ts";
import { requireStillUnits, signFor } from "../agreement-party/agreement-party.service.ts";
import { requireTermAhead } from "../../mechanisms/agreement-term/agreement-term.ts";
import { activate, changes } from "../agreement/agreement.service.ts";
import type { SignAgreementInput } from "./signature.input.ts";

/**
 * Signs for one party. The last signature puts the agreement in force. Steps of one agreement happen one after
 * another, so if parties sign at the same moment, exactly one of them is the last.
 *
 * @throws HubError as all steps, `ILLEGAL_TRANSITION` also for a party that has left the committee;
 *   `BAD_USER_INPUT`; `CONFLICT` for a second signature of a party, and for a text that is not the proposed
 *   one.
 */
export async function signAgreement(
  context: AgreementContext,
  input: SignAgreementInput,
): Promise<AgreementRow> {
  const { viewer } = context;
  const { organizationId } = input;
  const step = { action: "signAgreement", may: "sign", actingFor: organizationId, input } as const;
  return await changes.change(context, step, async (agreement, { em, rows, now }) => {
    if (!actsFor(viewer, organizationId))
      throw forbidden(viewer, {
        zh: "只有该方的联络员可以代表它签署。",
        en: "Only a liaison of a party may sign for it.",
      });
    const { parties, hash } = await readText(em, agreement);
    const party = parties.find((side) => side.organizationId === organizationId);
    if (!party) {
      throw badInput("organizationId", {
        zh: "该单位不是此协议的一方。请在协议各方中选择。",
        en: `"organizationId" is not a party of this agreement. Give one of its parties.`,
      });
    }
    if (party.signedAt) {
      throw conflict({
        zh: `该单位已于${instantWords(party.signedAt).zh}签署此协议，每方只签署一次。`,
        en: `This unit has already signed the agreement, at ${instantWords(party.signedAt).en}; a party can sign only once.`,
      });
    }
    const state = stateOn(agreement, shanghaiDay(now));
    requireTransition(
      AGREEMENT_STEPS,
      { id: agreement.id, state },
      { noun: "Agreement", to: "ACTIVE" },
    );
    requireTermAhead(agreement, shanghaiDay(now));
    const isLast = parties.every((side) => side === party || side.signedAt !== null);
    await requireStillUnits(rows, agreement, isLast ? agreement.partyIds : [organizationId]);
    if (hash !== agreement.contentHash) {
      throw conflict({
        zh: "协议文本与提议时不同，未予签署。请终止此协议，另拟一份。",
        en: "The text of this agreement is not the one that was proposed; nothing was signed. Terminate it and draft another.",
      });
    }
    signFor(party, { now, by: subjectOf(viewer), hash });
    // Written before the agreement's own row, because the database activates only an agreement that all have
    // signed.
    await em.flush();
    if (isLast) activate(agreement, now);
    return { signedFor: organizationId };
  });
}
