/** Rows of a page, each with a provider of its own: every gateway sends as many representations. */
export const PAGE_SIZE = 20;
/** Number of pages: more than a gateway has requests in flight, so that two requests are rarely alike. */
export const PAGES = 4096;

const RESOURCE_KINDS = ["VENUE", "EQUIPMENT", "EXPERTISE", "SERVICE"];
const ORGANIZATION_KINDS = ["SCHOOL", "HOSPITAL", "PRIVATE_COMPANY"];
const rows = [...Array(PAGE_SIZE).keys()];

/** The `after` of a page; the stub finds it anywhere in a body. */
export function cursorOf(page: number): string {
  return `page-${String(page).padStart(4, "0")}`;
}

/** The resources of a page, with all fields that may be asked for and the provider's key. */
export function resourcesOf(page: number) {
  return rows.map((row) => ({
    __typename: "Resource",
    id: `resource-${page}-${row}`,
    title: `测量用多功能会议室 ${page}-${row}`,
    kind: RESOURCE_KINDS[row % RESOURCE_KINDS.length],
    capacity: 10 + row,
    unit: "人",
    audience: "PUBLIC",
    state: "PUBLISHED",
    provider: { __typename: "Organization", id: `organization-${page}-${row}` },
  }));
}

/**
 * The providers of any page, in the order of its rows. Their ids differ from page to page and stand
 * in the resources' answer alone, so that one text answers for all pages.
 */
export function providers(count: number) {
  return [...Array(count).keys()].map((row) => ({
    __typename: "Organization",
    name: `测量街道第${row}小学`,
    kind: ORGANIZATION_KINDS[row % ORGANIZATION_KINDS.length],
    creditCode: null,
    brand: `红色领航 ${row}`,
    parent: {
      __typename: "Organization",
      id: `parent-${row}`,
      name: `测量街道党工委 ${row}`,
      kind: "PARTY_ORGANIZATION",
      brand: null,
    },
  }));
}
