import type { Work } from "@alliance-hub/platform/subgraph/context";
import { LockMode } from "@mikro-orm/core";
import { Membership } from "./membership.entity.ts";

/** A membership whose planned last day is over. */
export type LeavingMembership = Membership & {
  readonly leavesOn: string;
  readonly leavingReason: string;
};

/**
 * A membership, locked, if its planned last day is over and nobody has ended it or called it off; null otherwise.
 *
 * @param today the day that has begun.
 */
export async function lockLeaving(
  { em }: Pick<Work<unknown>, "em">,
  id: string,
  today: string,
): Promise<LeavingMembership | null> {
  const membership = await em.findOne(Membership, id, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
    refresh: true,
  });
  return membership && isOver(membership, today) ? membership : null;
}

function isOver(membership: Membership, today: string): membership is LeavingMembership {
  const { leftOn, leavesOn, leavingReason } = membership;
  return leftOn === null && leavesOn !== null && leavingReason !== null && leavesOn < today;
}
