import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { type TimeWish, timeWishOf } from "../../words/chosen-time.ts";
import { readResourceSearch } from "../resources/search.ts";

/** The time that was searched for comes along, so that nobody types it twice. */
export const resourceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/resources/$id",
  validateSearch: (search: Record<string, unknown>): TimeWish =>
    timeWishOf(readResourceSearch(search)),
  component: lazyRouteComponent(() => import("./page.tsx"), "ResourcePage"),
});
