import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../../app/root.ts";
import { readOrganizationSearch } from "./search.ts";

export const officeOrganizationsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/office/organizations",
  validateSearch: readOrganizationSearch,
  component: lazyRouteComponent(() => import("./page.tsx"), "OfficeOrganizationsPage"),
});
