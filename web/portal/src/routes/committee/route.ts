import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";

export const committeeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/committees/$id",
  component: lazyRouteComponent(() => import("./page.tsx"), "CommitteePage"),
});
