import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { readDeliverySearch } from "./search.ts";

export const webhookRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/partners/webhooks/$id",
  validateSearch: readDeliverySearch,
  component: lazyRouteComponent(() => import("./page.tsx"), "WebhookPage"),
});
