import { operation } from "../../support/contract.ts";
import { nodesOf } from "../../support/ask.ts";
import type { Answer } from "../../support/ask.ts";
import type { Peer } from "../peer.ts";
import { post } from "../post.ts";
import { FREE_DURING } from "./bookings.ts";

/** One thing that is asked of both sizes. */
export interface GrowthCase {
  readonly name: string;
  /** Longest that the large one may take, in times of the small one; undefined where it may grow with it. */
  readonly target?: number;
  /** Bodies to send to a hub, in turn, each JSON. Cursors are the hub's own. */
  readonly bodies: (hub: Peer) => Promise<string[]>;
}

const DISTRICT = "990001";
/** Pages that are turned before one of them is measured. */
const PAGES = 60;
/** The words of the synthetic titles, such as 测量用会议室 001. The first is in all of them. */
const [COMMON, IN_ONE_OF_THIRTY, RARE] = ["测量用", "会议室", "会议室 073"];
/** A word of the demonstration alliance, which is the same in both sizes. */
const CONSTANT = "红色驿站";

const WITH_TOTAL = operation("SharedResources");
const PAGE = WITH_TOTAL.replace(/^\s*totalCount\n/m, "");
const COUNT =
  "query ($filter: ResourceFilter) { resources(filter: $filter, first: 1) { totalCount } }";

const page = (filter: object, after: string | null = null): string =>
  JSON.stringify({ query: PAGE, variables: { filter, first: 20, after } });
const text = (words: string, filter: object = {}): string => page({ ...filter, text: words });

/** In the order in which they are measured. */
export const CASES: readonly GrowthCase[] = [
  one("page", page({}), 1.3),
  one("page of a district", page({ regionCode: DISTRICT }), 1.3),
  { name: "next pages of a district", target: 1.3, bodies: nextPages },
  one("free during", page({ regionCode: DISTRICT, freeDuring: FREE_DURING }), 1.3),
  one("text: in all", text(COMMON), 3),
  one("text: in one of thirty", text(IN_ONE_OF_THIRTY), 3),
  one("text: in one of thirty, of a district", text(IN_ONE_OF_THIRTY, { regionCode: DISTRICT }), 3),
  one("text: in one of three thousand", text(RARE), 3),
  one("text: in a few", text(CONSTANT), 3),
  one("text: in a few of another place", text(CONSTANT, { regionCode: DISTRICT }), 3),
  one(
    "AllianceReport",
    JSON.stringify({
      query: operation("AllianceReport"),
      variables: { region: DISTRICT, from: "2022-01-01", to: "2027-12-31" },
    }),
    3,
  ),
  one(
    "count of a district",
    JSON.stringify({ query: COUNT, variables: { filter: { regionCode: DISTRICT } } }),
  ),
  one(
    "count of a text",
    JSON.stringify({ query: COUNT, variables: { filter: { text: IN_ONE_OF_THIRTY } } }),
  ),
];

function one(name: string, body: string, target?: number): GrowthCase {
  return { name, ...(target === undefined ? {} : { target }), bodies: async () => [body] };
}

/** The pages after the first ones of the district, each by the cursor of the page before it. */
async function nextPages(hub: Peer): Promise<string[]> {
  const bodies: string[] = [];
  let after: string | null = null;
  for (let turned = 0; turned < PAGES; turned++) {
    const body = page({ regionCode: DISTRICT }, after);
    const { data } = (await post(hub, body)) as { data: Answer };
    if (nodesOf(data, "resources").length === 0) throw new Error("The district has too few pages");
    if (after !== null) bodies.push(body);
    after = String(data["resources"]?.["pageInfo"]?.["endCursor"]);
  }
  return bodies;
}
