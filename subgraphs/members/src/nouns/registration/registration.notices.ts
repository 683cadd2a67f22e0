import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import { registrationEnded } from "@alliance-hub/platform/notices/concerned/of-members";
import { number, region, text, unit } from "@alliance-hub/platform/notices/facts";
import { REGISTRATION_NOTICES } from "@alliance-hub/platform/notices/kinds/registration";
import type { Addressee, Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { Registration } from "./registration.entity.ts";

/** Whom a change of a registration concerns: the committees of the place, and the unit. */
export function noticesOfRegistration(
  registration: Readonly<Registration>,
  { action }: Pick<MadeChange, "action">,
  committeeIds: readonly string[],
): readonly Notice[] {
  const { tell } = REGISTRATION_NOTICES;
  const { id, organizationId, headcount } = registration;
  const committees: Addressee[] = committeeIds.map((committeeId) => ({ committeeId }));
  const facts = { organization: unit(organizationId), place: region(registration.communityCode) };
  const counted = { ...facts, headcount: number(headcount) };
  switch (action) {
    case "registerWithCommunity":
      return tell("SUBMITTED", id, committees, counted);
    case "acceptRegistration":
      return tell("ACCEPTED", id, { organizationId }, facts);
    case "returnRegistration":
      return tell(
        "RETURNED",
        id,
        { organizationId },
        {
          ...facts,
          reason: text(registration.returnReason),
        },
      );
    case "recordHeadcount":
      return tell("HEADCOUNT_RECORDED", id, committees, counted);
    case "endRegistration":
      return registrationEnded(
        { id, organizationId, communityCode: registration.communityCode, committeeIds },
        text(registration.endReason),
      );
    default:
      return [];
  }
}
