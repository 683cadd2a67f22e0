import type { DemonstrationPlace } from "@alliance-hub/demonstration/alliance";
import { demonstrationId } from "@alliance-hub/demonstration/ids";
import { demonstrationLiaisons } from "@alliance-hub/demonstration/liaisons";
import { entered, placeColumns } from "@alliance-hub/demonstration/load";
import { secretariesOf } from "@alliance-hub/demonstration/people";
import type { DemonstrationRegion } from "@alliance-hub/demonstration/regions";
import { cycled, numbered } from "@alliance-hub/demonstration/spread";
import { searchKeys } from "../nouns/contact-card/contact-card.service.ts";
import type { MembersTables } from "../database.ts";

/** Number of units of a place that have a card of their liaison. */
const UNITS = 12;
/** One of this many cards has no consent yet: name and telephone are masked. */
const WITHOUT_CONSENT = 4;

const HOURS = [
  "工作日 9:00–11:30，14:30–17:30",
  "工作日 8:30–12:00，14:00–17:30；周三下午入户，请先打电话",
  "周一至周六 9:00–17:00，中午有人值班",
  "周二、周四 14:30–17:30 接待，其余时间请留言",
];

/** The contact cards of a place: of the secretary of each committee, and of some units' liaisons. */
export function contactCardRows(place: DemonstrationPlace): MembersTables["contactCard"][] {
  const ofCommittees = secretariesOf(place).map(({ seat }) => ({
    post: "书记接待",
    holderName: seat.holderName,
    organizationId: null,
    committeeId: seat.term.committee.id,
    region: seat.term.committee.region,
  }));
  const ofUnits = demonstrationLiaisons(place)
    .slice(0, UNITS)
    .map(({ label, unit }) => ({
      post: "联络员",
      holderName: label,
      organizationId: unit.id,
      committeeId: null,
      region: unit.region,
    }));
  return [...ofCommittees, ...ofUnits].map((card, at) => contactCardRow(place, card, at));
}

interface Card {
  readonly post: string;
  readonly holderName: string;
  readonly organizationId: string | null;
  readonly committeeId: string | null;
  readonly region: DemonstrationRegion;
}

function contactCardRow(
  place: DemonstrationPlace,
  { region, ...card }: Card,
  at: number,
): MembersTables["contactCard"] {
  const times = entered();
  const consentedAt = at % WITHOUT_CONSENT === WITHOUT_CONSENT - 1 ? null : times.createdAt;
  return {
    ...card,
    ...times,
    ...placeColumns(region),
    ...searchKeys({ ...card, consentedAt }),
    id: demonstrationId("contactCard", place.published.report, at),
    // No telephone exchange has such numbers.
    officePhone: `0000-${numbered(at + 1, 8)}`,
    hours: cycled(HOURS, at),
    consentedAt,
    withdrawnAt: null,
    withdrawReason: null,
  };
}
