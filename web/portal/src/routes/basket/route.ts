import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";

export const basketRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/basket",
  component: lazyRouteComponent(() => import("./page.tsx"), "BasketPage"),
});
