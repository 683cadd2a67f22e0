import type { Fact } from "@alliance-hub/platform/notices/facts";
import type { NoticeEntry } from "./notice-log.ts";

/** Records that the portal shows on a page of their own. */
const OWN_PAGES: Readonly<Record<string, string>> = {
  Activity: "/activities/",
  Agreement: "/agreements/",
  Booking: "/bookings/",
  CollectionRound: "/rounds/",
  Committee: "/committees/",
  Issue: "/issues/",
  Need: "/needs/",
  Organization: "/organizations/",
  Resource: "/resources/",
  WebhookEndpoint: "/partners/webhooks/",
};

/** Records that are dealt with on the page of a list. */
const LISTS: Readonly<Record<string, string>> = {
  BookingSeries: "/bookings",
  Registration: "/registrations",
  Task: "/",
  WaitingEntry: "/bookings/waiting",
};

/** Records that the page of their committee, or of their unit, shows. */
const SHOWN_WITH: Readonly<Record<string, "committee" | "organization">> = {
  Application: "committee",
  Handover: "committee",
  Liaison: "organization",
  Membership: "committee",
  Seat: "committee",
  ServiceArea: "organization",
  Term: "committee",
  UnitSeat: "organization",
};

/** Where the portal shows what a notice is about, from the slash on; null if nowhere. */
export function noticePage({
  noun,
  recordId,
  facts,
}: Pick<NoticeEntry, "noun" | "recordId" | "facts">): string | null {
  const own = OWN_PAGES[noun];
  if (own !== undefined) return own + recordId;
  const place = SHOWN_WITH[noun];
  return LISTS[noun] ?? (place === undefined ? null : pageOfFact(facts[place] ?? null));
}

function pageOfFact(fact: Fact | null): string | null {
  if (fact === null) return null;
  if ("committee" in fact) return `/committees/${fact.committee}`;
  return "unit" in fact ? `/organizations/${fact.unit}` : null;
}
