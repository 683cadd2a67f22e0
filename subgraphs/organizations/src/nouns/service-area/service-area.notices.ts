import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import { day, region, unit } from "@alliance-hub/platform/notices/facts";
import { SERVICE_AREA_NOTICES } from "@alliance-hub/platform/notices/kinds/service-area";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { ServiceArea } from "./service-area.entity.ts";

/** Whom it concerns who serves an estate: the organisation. */
export function noticesOfServiceArea(
  { id, organizationId, regionCode, startsOn, endsOn }: Readonly<ServiceArea>,
  { action }: Pick<MadeChange, "action">,
): readonly Notice[] {
  const { tell } = SERVICE_AREA_NOTICES;
  const facts = { organization: unit(organizationId), place: region(regionCode) };
  return action === "assignServiceArea"
    ? tell("ASSIGNED", id, { organizationId }, { ...facts, startsOn: day(startsOn) })
    : tell("ENDED", id, { organizationId }, { ...facts, endsOn: day(endsOn) });
}
