/** Records that have pages of their own. */
export const RECORD_PAGES = {
  Activity: "/activities/$id",
  Agreement: "/agreements/$id",
  Booking: "/bookings/$id",
  CollectionRound: "/rounds/$id",
  Committee: "/committees/$id",
  Issue: "/issues/$id",
  Need: "/needs/$id",
  Organization: "/organizations/$id",
  Resource: "/resources/$id",
  WebhookEndpoint: "/partners/webhooks/$id",
} as const;

/** Records that stand in lists alone. */
const LISTS = {
  BookingSeries: "/bookings",
  CalendarFeed: "/calendar/addresses",
  Commitment: "/agreements",
  ContactCard: "/contact-cards",
  Partner: "/partners",
  Region: "/office/regions",
  Registration: "/registrations",
  WaitingEntry: "/bookings/waiting",
} as const;

/** Records that are shown with the committee or the unit that they belong to. */
const WITH_OWNER = new Set([
  "Application",
  "Handover",
  "Liaison",
  "Membership",
  "Seat",
  "Team",
  "Term",
]);

/** A record, and whom it was brought to. */
export interface ToldRecord {
  readonly noun: string;
  readonly recordId: string;
  readonly organization?: { readonly id: string } | null | undefined;
  readonly committee?: { readonly id: string } | null | undefined;
}

/** Where a record can be seen. */
export type RecordPlace =
  | { readonly to: (typeof RECORD_PAGES)[keyof typeof RECORD_PAGES]; readonly id: string }
  | { readonly to: (typeof LISTS)[keyof typeof LISTS] };

export const hasPage = (noun: string): noun is keyof typeof RECORD_PAGES =>
  Object.hasOwn(RECORD_PAGES, noun);

/** Where a record can be seen; undefined where there is no page for such records (yet). */
export function placeOfRecord(record: ToldRecord): RecordPlace | undefined {
  const { noun, recordId, organization, committee } = record;
  if (hasPage(noun)) return { to: RECORD_PAGES[noun], id: recordId };
  if (Object.hasOwn(LISTS, noun)) return { to: LISTS[noun as keyof typeof LISTS] };
  if (!WITH_OWNER.has(noun)) return undefined;
  if (committee) return { to: RECORD_PAGES.Committee, id: committee.id };
  return organization ? { to: RECORD_PAGES.Organization, id: organization.id } : undefined;
}
