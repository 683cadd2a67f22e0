import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";

export const needEditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/needs/$id/edit",
  component: lazyRouteComponent(() => import("./page.tsx"), "ChangeNeedPage"),
});
