import type { Directory } from "./directory.ts";
import { badInput } from "../errors/hub-error.ts";
import { requireCommittee } from "./committee-units.ts";
import { type Placement, placeOf, requireOrganization } from "./placement.ts";

/** A record's owner and its place: a unit or a committee, never both. */
export interface OwnerPlacement extends Placement {
  readonly organizationId: string | null;
  readonly committeeId: string | null;
}

/**
 * The unit or committee of an input, with its place.
 *
 * @throws HubError `NOT_FOUND`; `BAD_USER_INPUT` unless exactly one is named.
 */
export async function requireOwner(
  directory: Directory,
  input: { readonly organizationId?: string | null; readonly committeeId?: string | null },
): Promise<OwnerPlacement> {
  const { organizationId = null, committeeId = null } = input;
  if (organizationId !== null && committeeId === null) {
    const unit = await requireOrganization(directory, organizationId);
    return { organizationId: unit.id, committeeId, ...placeOf(unit) };
  }
  if (committeeId !== null && organizationId === null) {
    const committee = await requireCommittee(directory, committeeId);
    return { organizationId, committeeId: committee.id, ...placeOf(committee) };
  }
  throw badInput("organizationId", {
    zh: "记录属于一个单位，或者属于一个委员会。请在单位与委员会中只选一个。",
    en: `The record belongs either to a unit or to a committee. Give exactly one of "organizationId" and "committeeId".`,
  });
}
