import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";

export const resourceTermsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/resources/$id/terms",
  component: lazyRouteComponent(() => import("./page.tsx"), "ResourceTermsPage"),
});
