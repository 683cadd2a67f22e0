import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";

export const activityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/activities/$id",
  component: lazyRouteComponent(() => import("./page.tsx"), "ActivityPage"),
});
