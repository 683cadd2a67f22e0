import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";

/** `back`: the page to return to. */
export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: ({ back }: Record<string, unknown>): { back?: string } =>
    // Only within the portal: an address from elsewhere must not lead away from here.
    typeof back === "string" && /^\/(?![/\\])/.test(back) ? { back } : {},
  component: lazyRouteComponent(() => import("./page.tsx"), "SignInPage"),
});
