import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { readPlanSearch } from "./search.ts";

export const activityNewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/activities/new",
  validateSearch: readPlanSearch,
  component: lazyRouteComponent(() => import("./page.tsx"), "PlanPage"),
});
