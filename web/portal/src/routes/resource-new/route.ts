import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";

export const resourceNewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/resources/new",
  component: lazyRouteComponent(() => import("./page.tsx"), "NewResourcePage"),
});
