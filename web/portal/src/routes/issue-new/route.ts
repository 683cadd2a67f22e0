import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { readRaiseSearch } from "./search.ts";

export const issueNewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/issues/new",
  validateSearch: readRaiseSearch,
  component: lazyRouteComponent(() => import("./page.tsx"), "RaisePage"),
});
