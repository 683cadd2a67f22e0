import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { readTodaySearch } from "./search.ts";

export const todayRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  validateSearch: readTodaySearch,
  component: lazyRouteComponent(() => import("./page.tsx"), "TodayPage"),
});
