/**
 * Whether the client asks for a page: `text/html` is named in `Accept` and not refused with `q=0`.
 *
 * A bare wildcard does not count: curl and health probes send one, and they are better served by the
 * pointer to the endpoint (RFC 9110, section 12.5.1, leaves that choice to the server).
 */
export function acceptsHtml(accept: string | undefined): boolean {
  return (accept ?? "").split(",").some((range) => {
    const [type, ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
    return type === "text/html" && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}
