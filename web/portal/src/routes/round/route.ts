import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";

export const roundRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/rounds/$id",
  component: lazyRouteComponent(() => import("./page.tsx"), "RoundPage"),
});
