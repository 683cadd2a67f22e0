import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import { resourceWithdrawn } from "@alliance-hub/platform/notices/concerned/of-resources";
import { corrected, correctedFields } from "@alliance-hub/platform/notices/corrected-fields";
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

/** Whom it concerns that a resource was corrected: the same. A call that changes nothing is told to nobody. */
export function noticesOfResourceCorrection(
  resource: Readonly<Resource>,
  work: Parameters<typeof correctedFields>[0],
): readonly Notice[] {
  const { id, providerId, committeeId } = resource;
  const fields = correctedFields(work, "Resource", resource);
  if (committeeId === null || fields.length === 0) return [];
  return RESOURCE_NOTICES.tell(
    "CORRECTED",
    id,
    { committeeId },
    {
      organization: unit(providerId),
      resource: record("Resource", id),
      changes: corrected(fields),
    },
  );
}
