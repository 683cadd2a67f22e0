import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readText, searchReader } from "../../app/address.ts";
import { rootRoute } from "../../app/root.ts";

/** `former`: the id of the unit by whose address somebody came, and which was merged into this one. */
export const organizationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/organizations/$id",
  validateSearch: searchReader<{ former?: string | undefined }>({ former: readText }),
  component: lazyRouteComponent(() => import("./page.tsx"), "OrganizationPage"),
});
