import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { oneOf, readText, searchReader } from "../../app/address.ts";
import { rootRoute } from "../../app/root.ts";
import type { NeedKind } from "../../graph/generated/graphql.ts";
import { NEED_KINDS } from "../../words/labels.ts";

/** What an address can fill in. */
export interface NeedNewSearch {
  readonly kind?: NeedKind | undefined;
  readonly committee?: string | undefined;
  /** Id of the collection round that is answered. */
  readonly round?: string | undefined;
}

export const needNewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/needs/new",
  validateSearch: searchReader<NeedNewSearch>({
    kind: oneOf(NEED_KINDS),
    committee: readText,
    round: readText,
  }),
  component: lazyRouteComponent(() => import("./page.tsx"), "NewNeedPage"),
});
