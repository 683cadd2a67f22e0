import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";

/** Where the issuer leads back to; its answer stands in the search part. */
export const signInReturnRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in/return",
  component: lazyRouteComponent(() => import("./page.tsx"), "SignInReturnPage"),
});
