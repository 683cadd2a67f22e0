import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../../app/root.ts";

/** `place`: the code of the place whose surroundings are shown. */
export const officeRegionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/office/regions",
  validateSearch: ({ place }: Record<string, unknown>): { place?: string | undefined } =>
    typeof place === "string" || typeof place === "number" ? { place: String(place) } : {},
  component: lazyRouteComponent(() => import("./page.tsx"), "OfficeRegionsPage"),
});
