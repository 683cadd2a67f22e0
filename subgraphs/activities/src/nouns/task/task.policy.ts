import type { Viewer } from "@alliance-hub/sharing/viewer";
import {
  type Addressed,
  type AddresseeFilter,
  type Addressees,
  addresseesOf,
  isAddressee,
} from "../../mechanisms/addressees/addressees.ts";

/**
 * Whether the viewer may read a task: whoever it awaits, and whoever runs a committee above the one whose
 * organisation it awaits, because the secretary there does both.
 */
export function can(viewer: Viewer, _action: "read", task: Addressed): boolean {
  const { organizationId } = task;
  return (
    isAddressee(viewer, task) ||
    (organizationId !== null && viewer.belowOrganizationIds.includes(organizationId))
  );
}

/** Those whose tasks a filter asks for: those for whom {@link can} holds. */
export function awaitedOf(viewer: Viewer, filter: AddresseeFilter): Addressees {
  const { organizationId, committeeId, below } = filter;
  const isBelow = committeeId == null && (below === true || organizationId != null);
  const units = isBelow
    ? viewer.belowOrganizationIds.filter((id) => organizationId == null || id === organizationId)
    : [];
  const { keys, places } = addresseesOf(viewer, filter);
  return { keys: [...keys, ...units.map((id) => `unit:${id}`)], places };
}
