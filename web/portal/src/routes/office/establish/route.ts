import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../../app/root.ts";

export const establishCommitteeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/office/committees/new",
  component: lazyRouteComponent(() => import("./page.tsx"), "EstablishCommitteePage"),
});
