/** A page of the portal that is measured, as somebody of the demonstration sees it. */
export interface MeasuredPage {
  readonly name: string;
  /** `$id` stands for what {@link finds} finds. */
  readonly path: string;
  /** Asks for the record that the page is of. */
  readonly finds?: string;
  /** Who looks. Default: {@link VIEWER}. */
  readonly as?: string;
}

/** Whoever looks, if a page says nothing else: a liaison of a unit. */
export const VIEWER = "445202-liaison-1";

const SECRETARY = "445202-secretary";
const OWN_COMMITTEE = "{ viewer { roles { committee { id } } } }";

export const MEASURED_PAGES: readonly MeasuredPage[] = [
  { name: "today", path: "/" },
  { name: "resources", path: "/resources?kind=VENUE" },
  {
    name: "resource",
    path: "/resources/$id",
    finds:
      '{ resources(first: 1, filter: { regionCode: "445202", kinds: [VENUE] }) { nodes { id } } }',
  },
  { name: "needs", path: "/needs" },
  { name: "bookings", path: "/bookings" },
  { name: "calendar", path: "/calendar" },
  { name: "figures", path: "/figures?place=445202&from=2022-01-01&to=2023-12-31" },
  { name: "agreements", path: "/agreements" },
  { name: "committees", path: "/committees" },
  { name: "meetings", path: "/meetings" },
  { name: "settings", path: "/settings" },
  { name: "overview", path: "/overview", as: "445202-clerk" },
  { name: "terms", path: "/office/committees/$id?part=terms", finds: OWN_COMMITTEE, as: SECRETARY },
  {
    name: "applications",
    path: "/office/committees/$id?part=applications",
    finds: OWN_COMMITTEE,
    as: SECRETARY,
  },
  { name: "balance", path: "/registrations/balance?place=445202", as: SECRETARY },
  {
    name: "organization",
    path: "/organizations/$id",
    finds: '{ organizations(first: 1, filter: { regionCode: "445202" }) { nodes { id } } }',
  },
];
