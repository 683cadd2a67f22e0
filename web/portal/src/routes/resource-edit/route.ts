import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";

export const resourceEditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/resources/$id/edit",
  component: lazyRouteComponent(() => import("./page.tsx"), "EditResourcePage"),
});
