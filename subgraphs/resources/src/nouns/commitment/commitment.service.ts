import { anyOf } from "@alliance-hub/platform/keys/any-of";
import { change, requireVersion } from "@alliance-hub/platform/change/change";
import { HubError, badInput, forbidden, notFound } from "@alliance-hub/platform/errors/hub-error";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { BaseContext, Work } from "@alliance-hub/platform/subgraph/context";
import { isId } from "@alliance-hub/platform/keys/loader";
import { actsFor } from "@alliance-hub/sharing/viewer";
import { LockMode } from "@mikro-orm/core";
import { stateOn } from "../agreement/agreement.entity.ts";
import type { AgreementContext } from "../agreement/agreement.loaders.ts";
import { lockAgreement } from "../agreement/agreement.service.ts";
import type { ResourceTables } from "../resource/resource.loaders.ts";
import { readable } from "../resource/resource.policy.ts";
import { Commitment } from "./commitment.entity.ts";
import { type CommitmentInput, LIMITS, type RecordFulfilmentInput } from "./commitment.input.ts";
import type { CommitmentRow } from "./commitment.loaders.ts";
import { can } from "../fulfilment/fulfilment.policy.ts";

const MOST_COMMITMENTS = 50;

/** A commitment that has been checked and may be written. */
export interface CheckedCommitment {
  readonly organizationId: string;
  readonly clause: string;
  readonly resourceId: string | null;
  readonly timesPerYear: number | null;
}

/** Where resources are looked up: outside a transaction, or through the rows of the one under way. */
export type LookUp = Pick<BaseContext<ResourceTables>, "rows" | "viewer">;

/**
 * Checks the commitments of an agreement between these parties.
 *
 * @throws HubError `BAD_USER_INPUT`; `NOT_FOUND` for a resource that the viewer may not see.
 */
export async function checkedCommitments(
  lookUp: LookUp,
  partyIds: readonly string[],
  inputs: readonly CommitmentInput[],
): Promise<CheckedCommitment[]> {
  if (inputs.length > MOST_COMMITMENTS) {
    throw badInput(
      "commitments",
      `"commitments" has ${inputs.length} entries; ${MOST_COMMITMENTS} at most. Put some together.`,
    );
  }
  const commitments = inputs.map((input, i) =>
    checkedCommitment({ partyIds, input, at: `commitments.${i}` }),
  );
  await requireOwnResources(lookUp, commitments);
  return commitments;
}

function checkedCommitment({
  partyIds,
  input,
  at,
}: {
  partyIds: readonly string[];
  input: CommitmentInput;
  at: string;
}): CheckedCommitment {
  const { organizationId } = input;
  const resourceId = input.resourceId ?? null;
  const timesPerYear = input.timesPerYear ?? null;
  if (!partyIds.includes(organizationId)) {
    throw badInput(
      `${at}.organizationId`,
      `"${at}.organizationId" ${JSON.stringify(organizationId)} is no party of the agreement. Give one of ${partyIds.join(", ")}.`,
    );
  }
  if (timesPerYear !== null) LIMITS.timesPerYear.check(`${at}.timesPerYear`, timesPerYear);
  const clause = LIMITS.clause.check(`${at}.clause`, input.clause);
  return { organizationId, clause, resourceId, timesPerYear };
}

/** Each resource that is named must be the committed party's own. One statement at most. */
async function requireOwnResources(
  { rows, viewer }: LookUp,
  commitments: readonly CheckedCommitment[],
): Promise<void> {
  const ids = commitments.flatMap(({ resourceId }) =>
    resourceId !== null && isId(resourceId) ? [resourceId] : [],
  );
  const found =
    ids.length === 0
      ? []
      : await rows
          .selectFrom("resource")
          .select(["id", "providerId"])
          .where(anyOf("id", ids, "uuid"))
          .where(readable(viewer))
          .execute();
  const providers = new Map(found.map(({ id, providerId }) => [id, providerId]));
  for (const [i, { organizationId, resourceId }] of commitments.entries()) {
    if (resourceId === null) continue;
    const providerId = providers.get(resourceId);
    if (providerId === undefined) throw notFound("Resource", resourceId);
    if (providerId !== organizationId) {
      throw badInput(
        `commitments.${i}.resourceId`,
        `"commitments.${i}.resourceId" ${resourceId} is not provided by ${organizationId}. Give a resource of that party, or leave it out.`,
      );
    }
  }
}

/** Puts the commitments of a draft into the unit of work, in order. */
export function writeCommitments(
  context: Pick<BaseContext, "newId">,
  em: Work<unknown>["em"],
  {
    agreementId,
    commitments,
    now,
  }: { agreementId: string; commitments: readonly CheckedCommitment[]; now: Date },
): void {
  for (const [i, commitment] of commitments.entries()) {
    const id = context.newId();
    em.create(Commitment, {
      ...commitment,
      id,
      createdAt: now,
      updatedAt: now,
      agreementId,
      position: i + 1,
      fulfilled: 0,
    });
  }
}

/** Takes the commitments of a draft away: others take their place. */
export async function clearCommitments(
  em: Work<unknown>["em"],
  agreementId: string,
): Promise<void> {
  await em.nativeDelete(Commitment, { agreementId });
}

/**
 * Records how often a commitment has been kept so far.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION` before the
 *   agreement is in force and after it was terminated, `CONFLICT` from a stale version.
 */
export async function recordFulfilment(
  context: AgreementContext,
  input: RecordFulfilmentInput,
): Promise<CommitmentRow> {
  const { viewer } = context;
  const { commitmentId } = input;
  const times = LIMITS.times.check("times", input.times);
  const known = await context.commitments.byId.load(commitmentId);
  if (!known) throw notFound("Commitment", commitmentId);
  return await change(
    context,
    { action: "recordFulfilment", input, reload: (id) => context.commitments.byId.load(id) },
    async (work) => {
      const { em, now } = work;
      const agreement = await lockAgreement(context, work, known.agreementId);
      const commitment = await em.findOne(Commitment, commitmentId, {
        lockMode: LockMode.PESSIMISTIC_WRITE,
      });
      if (!commitment) throw notFound("Commitment", commitmentId);
      if (!can(viewer, "recordFulfilment", agreement)) {
        throw forbidden(
          viewer,
          `Only a liaison of one of the parties of agreement ${agreement.id} may record what was kept.`,
        );
      }
      requireVersion(commitment, input.version);
      const state = stateOn(agreement, shanghaiDay(now));
      if (state !== "ACTIVE" && state !== "EXPIRED") {
        const message = `Agreement ${agreement.id} is ${state}; what was kept is recorded once it is ACTIVE, or EXPIRED.`;
        throw new HubError("ILLEGAL_TRANSITION", message, { state, allowed: [] });
      }
      commitment.fulfilled = times;
      commitment.updatedAt = now;
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
