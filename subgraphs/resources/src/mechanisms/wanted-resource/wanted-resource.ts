import { requireBookingRange } from "@alliance-hub/platform/bookable/bookable-time";
import type { OrganizationEntry } from "@alliance-hub/platform/directory/directory";
import { requireOrganization } from "@alliance-hub/platform/directory/placement";
import { type Checked, type InputChecks, gathered } from "@alliance-hub/platform/errors/faults";
import { notFound } from "@alliance-hub/platform/errors/hub-error";
import { checkedOrNull } from "@alliance-hub/platform/limits/checked";
import type { Limit } from "@alliance-hub/platform/limits/limit";
import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import type { ResourceContext, ResourceRow } from "../../nouns/resource/resource.loaders.ts";

/** What an input says by which a unit books a resource, repeatedly too, or waits for it. */
interface WantedInput {
  readonly resourceId: string;
  readonly organizationId: string;
  readonly during: TimeRangeInput;
  readonly quantity?: number | null;
  readonly purpose?: string | null;
}

/** Whose the resource is, and who wants it. */
interface Sides {
  readonly organizationId: string;
  readonly providerId: string;
  readonly committeeId: string | null;
}

/** How the input is checked. */
interface WantedChecks {
  readonly input: WantedInput;
  readonly quantity: Limit<number>;
  readonly purpose: Limit<string>;
  /** How long the time may be, in days. */
  readonly maxDays: number;
  /** @throws HubError `FORBIDDEN` for whoever may not do this for the unit. */
  readonly requireMay: (sides: Sides) => void;
}

/** What passed the checks. */
interface WantedResource {
  readonly seen: Checked<ResourceRow>;
  readonly organization: Checked<OrganizationEntry>;
  readonly sides: Checked<Sides>;
  readonly given: Checked<{
    readonly quantity: number;
    readonly texts: { readonly purpose: string | null };
  }>;
}

/**
 * Checks what can be checked of a wanted resource before its row is locked: that the caller sees it, acts for the unit and
 * gives values within their limits. Every way to want one resource begins here.
 *
 * @throws HubError `FORBIDDEN`; everything else is kept in `checks`.
 */
export async function checkWanted(
  { resources, directory }: Pick<ResourceContext, "resources" | "directory">,
  checks: InputChecks,
  { input, quantity, purpose, maxDays, requireMay }: WantedChecks,
): Promise<WantedResource> {
  const seen = await checks.of(async () => {
    const found = await resources.byId.load(input.resourceId);
    if (!found) throw notFound("Resource", input.resourceId, "resourceId");
    return found;
  });
  const organization = await checks.of(() => requireOrganization(directory, input.organizationId));
  const sides = await checks.of(() => {
    const { providerId, committeeId } = seen();
    const of = { organizationId: organization().id, providerId, committeeId };
    requireMay(of);
    return of;
  });
  const given = await checks.of(() =>
    gathered({
      quantity: () => quantity.check("quantity", input.quantity ?? 1),
      texts: () => checkedOrNull(input, { purpose }),
      during: () => requireBookingRange("during", input.during, maxDays),
    }),
  );
  return { seen, organization, sides, given };
}
