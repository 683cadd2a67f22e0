import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { readNeedSearch } from "./search.ts";

export const needsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/needs",
  validateSearch: readNeedSearch,
  component: lazyRouteComponent(() => import("./page.tsx"), "NeedsPage"),
});
