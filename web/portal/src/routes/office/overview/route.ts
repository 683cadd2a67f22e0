import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../../app/root.ts";

export const officeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/office",
  component: lazyRouteComponent(() => import("./page.tsx"), "OfficePage"),
});
