import { createRootRoute } from "@tanstack/react-router";
import { Shell } from "./shell.tsx";

/** The route that all others lie in. Beside the router, so that routes can name their parent. */
export const rootRoute = createRootRoute({ component: Shell });
