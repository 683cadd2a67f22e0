import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";

export const issueRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/issues/$id",
  component: lazyRouteComponent(() => import("./page.tsx"), "IssuePage"),
});
