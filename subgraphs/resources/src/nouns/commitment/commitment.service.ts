import { anyOf } from "@alliance-hub/platform/keys/any-of";
import { gathered } from "@alliance-hub/platform/errors/faults";
import { fieldInChinese } from "@alliance-hub/platform/words/fields";
import { badInput, notFound } from "@alliance-hub/platform/errors/hub-error";
import type { BaseContext, Work } from "@alliance-hub/platform/subgraph/context";
import { isId } from "@alliance-hub/platform/keys/loader";
import { LockMode } from "@mikro-orm/core";
import type { ResourceTables } from "../resource/resource.loaders.ts";
import { readable } from "../resource/resource.policy.ts";
import { Commitment } from "./commitment.entity.ts";
import { type CommitmentInput, LIMITS } from "./commitment.input.ts";

const MOST_COMMITMENTS = 50;

/** A commitment that has been checked and may be written. */
export interface CheckedCommitment {
  readonly organizationId: string;
  readonly clause: string;
  readonly resourceId: string | null;
  readonly timesPerYear: number | null;
}

/** Where resources are looked up: outside a transaction, or in the current transaction. */
export type LookUp = Pick<BaseContext<ResourceTables>, "rows" | "viewer">;

/**
 * Checks the commitments of an agreement between these parties, but not their resources.
 *
 * @throws HubError `BAD_USER_INPUT`.
 */
export function checkedClauses(
  partyIds: readonly string[],
  inputs: readonly CommitmentInput[],
): CheckedCommitment[] {
  if (inputs.length > MOST_COMMITMENTS) {
    throw badInput("commitments", {
      zh: `承诺事项有 ${inputs.length} 条，最多 ${MOST_COMMITMENTS} 条。请合并一些。`,
      en: `"commitments" has ${inputs.length} entries; the limit is ${MOST_COMMITMENTS}. Combine some of them.`,
    });
  }
  const found = gathered(
    Object.fromEntries(
      inputs.map((input, i) => [
        i,
        () => checkedCommitment({ partyIds, input, at: `commitments.${i}` }),
      ]),
    ),
  );
  return Object.values(found);
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
  const { clause } = gathered({
    party: () => requireParty(`${at}.organizationId`, organizationId, partyIds),
    timesPerYear: () =>
      timesPerYear === null || LIMITS.timesPerYear.check(`${at}.timesPerYear`, timesPerYear),
    clause: () => LIMITS.clause.check(`${at}.clause`, input.clause),
  });
  return { organizationId, clause, resourceId, timesPerYear };
}

/** Each of these commitments, which stay as they are, must be one of the parties'. @throws HubError `BAD_USER_INPUT`. */
export function requireGivers(
  partyIds: readonly string[],
  commitments: readonly Pick<CheckedCommitment, "organizationId">[],
): void {
  for (const [i, { organizationId }] of commitments.entries())
    requireParty(`commitments.${i}.organizationId`, organizationId, partyIds);
}

function requireParty(field: string, id: string, partyIds: readonly string[]): void {
  if (partyIds.includes(id)) return;
  throw badInput(field, {
    zh: `${fieldInChinese(field)}不是协议的一方。请在协议各方中选择。`,
    en: `"${field}" is not a party of the agreement. Give one of its parties.`,
  });
}

/**
 * Each named resource must belong to the party that commits it. At most one statement.
 *
 * @throws HubError `BAD_USER_INPUT`; `NOT_FOUND` for a resource that the viewer may not see.
 */
export async function requireOwnResources(
  { rows, viewer }: LookUp,
  given: readonly Pick<CommitmentInput, "organizationId" | "resourceId">[],
): Promise<void> {
  // More of them are a fault already, and are not looked up.
  const commitments = given.slice(0, MOST_COMMITMENTS);
  const ids = commitments.flatMap(({ resourceId }) =>
    resourceId != null && isId(resourceId) ? [resourceId] : [],
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
  gathered(
    Object.fromEntries(
      commitments.map(({ organizationId, resourceId }, i) => [
        i,
        () => resourceId == null || requireOwn({ i, organizationId, resourceId }, providers),
      ]),
    ),
  );
}

function requireOwn(
  { i, organizationId, resourceId }: { i: number; organizationId: string; resourceId: string },
  providers: ReadonlyMap<string, string>,
): void {
  const field = `commitments.${i}.resourceId`;
  const providerId = providers.get(resourceId);
  if (providerId === undefined) throw notFound("Resource", resourceId, field);
  if (providerId === organizationId) return;
  throw badInput(field, {
    zh: `承诺事项第 ${i + 1} 项的资源不是由该方提供的。请选择该方的资源，或者不选。`,
    en: `"${field}" is not a resource of the party that commits it. Give a resource of that party, or leave it out.`,
  });
}

/** Adds the commitments of a draft to the unit of work, in order. */
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

/** A commitment, locked; null where it is gone. Its agreement is locked before it. */
export async function lockCommitment(
  { em }: Pick<Work<unknown>, "em">,
  id: string,
): Promise<Readonly<Commitment> | null> {
  return await em.findOne(Commitment, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

/** Notes on a locked commitment how often it has been kept so far. */
export function noteFulfilled(commitment: Commitment, times: number, now: Date): void {
  Object.assign(commitment, { fulfilled: times, updatedAt: now });
}
