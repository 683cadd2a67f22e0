import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";

export const agreementEditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/agreements/$id/edit",
  component: lazyRouteComponent(() => import("./page.tsx"), "RevisePage"),
});
