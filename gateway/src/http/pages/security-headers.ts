/** What a page may do beyond what every page of the hub may. */
export interface PagePermissions {
  /** Where its style elements come from: `'nonce-…'`, or `'unsafe-inline'`. Default: from nowhere. */
  readonly styles?: string;
  /** Other origins that it calls. Default: none. */
  readonly origins?: readonly string[];
  /** Whether a page of this origin may show it in a frame. Default: no. */
  readonly isFramed?: boolean;
}

/** Nothing but this origin, and no script that is not one of our files. `data:` images are icons. */
function contentSecurityPolicy({ styles, origins = [], isFramed }: PagePermissions): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    ["connect-src 'self'", ...origins].join(" "),
    ["style-src 'self'", ...(styles === undefined ? [] : [styles])].join(" "),
    "img-src 'self' data:",
    "font-src 'self'",
    ...(origins.length > 0 ? [["frame-src 'self'", ...origins].join(" ")] : []),
    "base-uri 'none'",
    "form-action 'none'",
    isFramed === true ? "frame-ancestors 'self'" : "frame-ancestors 'none'",
  ].join("; ");
}

/** Sent with the answers of a page's routes. */
export function securityHeaders(permissions: PagePermissions = {}): Record<string, string> {
  return {
    "content-security-policy": contentSecurityPolicy(permissions),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  };
}
