import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { readRoundSearch } from "./search.ts";

export const roundsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/rounds",
  validateSearch: readRoundSearch,
  component: lazyRouteComponent(() => import("./page.tsx"), "RoundsPage"),
});
