import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";

export const needRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/needs/$id",
  component: lazyRouteComponent(() => import("./page.tsx"), "NeedPage"),
});
