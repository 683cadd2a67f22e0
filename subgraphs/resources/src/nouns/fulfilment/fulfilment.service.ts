import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import { change, requireVersion } from "@alliance-hub/platform/change/change";
import { InputChecks } from "@alliance-hub/platform/errors/faults";
import { HubError, forbidden, notFound } from "@alliance-hub/platform/errors/hub-error";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { stateInChinese } from "@alliance-hub/platform/words/states";
import { actsFor } from "@alliance-hub/sharing/viewer";
import { stateOn } from "../agreement/agreement.entity.ts";
import { lockAgreement } from "../agreement/agreement.service.ts";
import type { CommitmentRow } from "../commitment/commitment.loaders.ts";
import { lockCommitment, noteFulfilled } from "../commitment/commitment.service.ts";
import { type RecordFulfilmentInput, TIMES } from "./fulfilment.input.ts";
import type { FulfilmentContext } from "./fulfilment.loaders.ts";
import { can } from "./fulfilment.policy.ts";
import { noticesOfFulfilment } from "./fulfilment.notices.ts";

/**
 * Records how often a commitment has been kept so far.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION` before the
 *   agreement is in force and after it was terminated, `CONFLICT` from a stale version.
 */
export async function recordFulfilment(
  context: FulfilmentContext,
  input: RecordFulfilmentInput,
): Promise<CommitmentRow> {
  const { viewer } = context;
  const { commitmentId } = input;
  const checks = new InputChecks();
  const given = await checks.of(() => TIMES.check("times", input.times));
  const found = await checks.of(async () => {
    const commitment = await context.fulfilments.ofCommitment.load(commitmentId);
    if (!commitment) throw notFound("Commitment", commitmentId, "commitmentId");
    return commitment;
  });
  checks.end();
  const [times, known] = [given(), found()];
  // Not by `recordChanges`: who may, and when, is the agreement's, which is locked before the commitment.
  return await change(
    context,
    {
      action: "recordFulfilment",
      input,
      reload: (id) => context.fulfilments.ofCommitment.load(id),
    },
    async (work) => {
      const agreement = await lockAgreement(context, work, known.agreementId);
      const commitment = await lockCommitment(work, commitmentId);
      if (!commitment) throw notFound("Commitment", commitmentId, "commitmentId");
      if (!can(viewer, "recordFulfilment", agreement)) {
        throw forbidden(viewer, {
          zh: "只有协议其中一方的联络员可以登记兑现次数。",
          en: "Only a liaison of one of the parties of the agreement may record how often it was kept.",
        });
      }
      requireVersion(commitment, input.version);
      const state = stateOn(agreement, shanghaiDay(work.now));
      if (state !== "ACTIVE" && state !== "EXPIRED") {
        const words = {
          zh: `此协议的状态为${stateInChinese("Agreement", state)}，生效或到期的协议才能登记兑现次数。`,
          en: `This agreement is ${state}; fulfilment can be recorded only if it is ACTIVE or EXPIRED.`,
        };
        throw new HubError("ILLEGAL_TRANSITION", words, { state, allowed: [] });
      }
      noteFulfilled(commitment, times, work.now);
      await leaveNotices(context, work, noticesOfFulfilment(agreement, commitment));
      const organizationId = agreement.partyIds.find((id) => actsFor(viewer, id)) ?? null;
      const audit = {
        noun: "Commitment",
        recordId: commitment.id,
        organizationId,
        regionPath: agreement.regionPath,
      };
      return { record: commitment, audit: { ...audit, details: { times } } };
    },
  );
}
