import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readText, searchReader } from "../../../app/address.ts";
import { rootRoute } from "../../../app/root.ts";

/** The unit that leaves, as it stands in the page's address. */
interface LeavingSearch {
  readonly unit?: string | undefined;
}

export const leavingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/office/committees/$id/leaving",
  validateSearch: searchReader<LeavingSearch>({ unit: readText }),
  component: lazyRouteComponent(() => import("./page.tsx"), "LeavingPage"),
});
