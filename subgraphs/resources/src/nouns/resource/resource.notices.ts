import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import { resourceWithdrawn } from "@alliance-hub/platform/notices/concerned/of-resources";
import { record, text, unit } from "@alliance-hub/platform/notices/facts";
import { RESOURCE_NOTICES } from "@alliance-hub/platform/notices/kinds/resource";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { Resource } from "./resource.entity.ts";

/** Whom a change of a resource concerns: the committee on whose list it is. */
export function noticesOfResource(
  resource: Readonly<Resource>,
  { action }: Pick<MadeChange, "action">,
): readonly Notice[] {
  const { state, withdrawReason } = resource;
  if (action === "withdrawResource") return resourceWithdrawn(resource, text(withdrawReason));
  const isShared =
    (action === "shareResource" || action === "publishResource") && state === "PUBLISHED";
  return isShared ? noticesOfSharing(resource) : [];
}

/** Whom a resource that is put on a list concerns: the committee whose list it is. */
export function noticesOfSharing(resource: Readonly<Resource>): readonly Notice[] {
  const { id, providerId, committeeId } = resource;
  if (committeeId === null) return [];
  const facts = { organization: unit(providerId), resource: record("Resource", id) };
  return RESOURCE_NOTICES.tell("SHARED", id, { committeeId }, facts);
}
