import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";

export const agreementRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/agreements/$id",
  component: lazyRouteComponent(() => import("./page.tsx"), "AgreementPage"),
});
