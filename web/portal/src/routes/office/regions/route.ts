import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readText, searchReader } from "../../../app/address.ts";
import { rootRoute } from "../../../app/root.ts";

/** `place`: the code of the place whose surroundings are shown. */
export const officeRegionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/office/regions",
  validateSearch: searchReader<{ place?: string | undefined }>({ place: readText }),
  component: lazyRouteComponent(() => import("./page.tsx"), "OfficeRegionsPage"),
});
