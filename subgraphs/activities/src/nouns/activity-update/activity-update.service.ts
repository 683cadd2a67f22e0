import { InputChecks } from "@alliance-hub/platform/errors/faults";
import { badInput } from "@alliance-hub/platform/errors/hub-error";
import { requireCommittee } from "@alliance-hub/platform/directory/committee-units";
import { requireKnownOrganization } from "@alliance-hub/platform/directory/placement";
import type { WithDirectory } from "@alliance-hub/platform/subgraph/context";
import type { ActivityUpdateFilter } from "./activity-update.input.ts";

/**
 * A filter that is stored, without conditions that limit nothing. With a typing error it would wait for updates
 * that never come, so the records that it names must exist.
 *
 * @throws HubError `NOT_FOUND` for an unknown committee or organisation, `BAD_USER_INPUT` for a region.
 */
export async function requireFilter(
  { directory }: WithDirectory,
  filter: ActivityUpdateFilter,
): Promise<ActivityUpdateFilter> {
  const { committeeId, organizationId, regionCode, kinds, types } = filter;
  const checks = new InputChecks();
  await checks.of(async () => {
    if (committeeId != null) await requireCommittee(directory, committeeId, "filter.committeeId");
  });
  await checks.of(async () => {
    if (organizationId != null)
      await requireKnownOrganization(directory, organizationId, "filter.organizationId");
  });
  await checks.of(async () => {
    if (regionCode == null || (await directory.region(regionCode))) return;
    throw badInput("filter.regionCode", {
      zh: `没有代码为 ${JSON.stringify(regionCode)} 的行政区划。请重新选择，或者不选。`,
      en: `"filter.regionCode" ${JSON.stringify(regionCode)} is not a region of this hub. Take a code from the query regions, or leave it out.`,
    });
  });
  checks.end();
  return {
    ...(committeeId == null ? {} : { committeeId }),
    ...(organizationId == null ? {} : { organizationId }),
    ...(regionCode == null ? {} : { regionCode }),
    ...(kinds == null ? {} : { kinds: [...new Set(kinds)] }),
    ...(types == null ? {} : { types: [...new Set(types)] }),
  };
}
