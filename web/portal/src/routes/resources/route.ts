import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { readResourceSearch } from "./search.ts";

export const resourcesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/resources",
  validateSearch: readResourceSearch,
  component: lazyRouteComponent(() => import("./page.tsx"), "ResourcesPage"),
});
