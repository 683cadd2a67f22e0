import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../../app/root.ts";

export const registerOrganizationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/office/organizations/new",
  component: lazyRouteComponent(() => import("./page.tsx"), "RegisterOrganizationPage"),
});
