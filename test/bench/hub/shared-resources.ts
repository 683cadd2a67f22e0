import { operation } from "../../support/contract.ts";
import type { Place } from "./places.ts";

/** One page of the benchmark, whoever is asked for it. */
export interface PageWish {
  readonly place: Place;
  /** Empty for all kinds. */
  readonly kinds: readonly string[];
  /** The cursor that the same server gave with the page before; null for the first page. */
  readonly after: string | null;
}

/** What of a page must be the same from every server. */
export interface PageAnswer {
  readonly ids: readonly string[];
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/** How a kind of server is asked for pages. */
export interface Dialect {
  /** The body of the request. */
  request(wish: PageWish): object;
  /** What the server said. @param data the answer's `data`. */
  read(data: unknown): PageAnswer;
}

/** Rows of a page. */
export const PAGE_SIZE = 20;

interface Connection {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly { readonly id: string }[];
}

const SHARED_RESOURCES = operation("SharedResources");

/** The hub's own: `SharedResources` of the client contract, word for word. */
export const HUB: Dialect = {
  request: ({ place, kinds, after }) => ({
    query: SHARED_RESOURCES,
    variables: {
      filter: { regionCode: place.code, ...(kinds.length > 0 ? { kinds } : {}) },
      first: PAGE_SIZE,
      after,
    },
  }),
  read: (data) => pageOf((data as { resources: Connection }).resources),
};

const POSTGRAPHILE_PAGE = `query SharedResources($condition: SharedResourceCondition!, $first: Int!, $after: Cursor) {
  resources: allSharedResources(condition: $condition, first: $first, after: $after, orderBy: ROW_ID_DESC) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      id: rowId title kind capacity unit audience state
      provider { id: rowId name kind region: organizationsRegionByRegionCode { code name } }
      committee { id: rowId name level }
    }
  }
}`;

/** The same page in the schema that PostGraphile makes of the tables. */
export const POSTGRAPHILE: Dialect = {
  request: ({ place, kinds, after }) => ({
    query: POSTGRAPHILE_PAGE,
    variables: {
      condition: {
        [place.level === "STREET" ? "streetCode" : "communityCode"]: place.code,
        ...(kinds.length > 0 ? { kinds } : {}),
      },
      first: PAGE_SIZE,
      after,
    },
  }),
  read: (data) => HUB.read(data),
};

function pageOf({ totalCount, pageInfo, nodes }: Connection): PageAnswer {
  return { ids: nodes.map(({ id }) => id), totalCount: Number(totalCount), ...pageInfo };
}
