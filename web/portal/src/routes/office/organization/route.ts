import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../../app/root.ts";

export const officeOrganizationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/office/organizations/$id",
  component: lazyRouteComponent(() => import("./page.tsx"), "OfficeOrganizationPage"),
});
