import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import { unit } from "@alliance-hub/platform/notices/facts";
import { ORGANIZATION_NOTICES } from "@alliance-hub/platform/notices/kinds/organization";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { Organization } from "./organization.entity.ts";

/** Whom a change of an organisation concerns: itself. */
export function noticesOfOrganization(
  { id }: Readonly<Organization>,
  { action }: Pick<MadeChange, "action">,
): readonly Notice[] {
  // Nobody acts for a unit that is only being registered.
  if (action === "registerOrganization") return [];
  return ORGANIZATION_NOTICES.tell(
    action === "mergeOrganizations" ? "MERGED" : "CHANGED",
    id,
    { organizationId: id },
    { organization: unit(id) },
  );
}
