import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readText, searchReader } from "../../../app/address.ts";
import { rootRoute } from "../../../app/root.ts";

/** `into`: the id of the unit that is left. */
export const mergeOrganizationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/office/organizations/$id/merge",
  validateSearch: searchReader<{ into?: string | undefined }>({ into: readText }),
  component: lazyRouteComponent(() => import("./page.tsx"), "MergeOrganizationPage"),
});
