import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a page of this origin may call the hub: the hub's own pages and those of `HUB_CORS_ORIGINS` may. The
 * scheme is not compared, because a proxy in front of the hub may have changed it.
 *
 * @param origin as a browser sends it (Fetch Standard, section 3.2).
 * @param allowed origins of portals.
 */
export function isAllowedOrigin(
  origin: string,
  { host }: Pick<IncomingHttpHeaders, "host">,
  allowed: readonly string[],
): boolean {
  if (allowed.includes(origin)) return true;
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host.toLowerCase();
}
