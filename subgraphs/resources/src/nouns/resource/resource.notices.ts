import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import { record, text, unit } from "@alliance-hub/platform/notices/facts";
import { RESOURCE_NOTICES } from "@alliance-hub/platform/notices/kinds/resource";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { Resource } from "./resource.entity.ts";

/** Whom a change of a resource concerns: the committee on whose list it is. */
export function noticesOfResource(
  { id, providerId, committeeId, state, withdrawReason }: Readonly<Resource>,
  { action }: Pick<MadeChange, "action">,
): readonly Notice[] {
  if (committeeId === null) return [];
  const facts = { organization: unit(providerId), resource: record("Resource", id) };
  const to = { committeeId };
  if ((action === "shareResource" || action === "publishResource") && state === "PUBLISHED")
    return RESOURCE_NOTICES.tell("SHARED", id, to, facts);
  if (action === "withdrawResource")
    return RESOURCE_NOTICES.tell("WITHDRAWN", id, to, { ...facts, reason: text(withdrawReason) });
  return [];
}
