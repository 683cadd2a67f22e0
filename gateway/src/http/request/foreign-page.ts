import { HubError } from "@alliance-hub/platform/errors/hub-error";
import type { IncomingHttpHeaders } from "node:http";
import { isAllowedOrigin } from "./origins.ts";

/** Headers that prove that no foreign page caused the request (Apollo Server, `csrfPrevention`). */
const PREFLIGHTED = ["x-apollo-operation-name", "apollo-require-preflight"];

/** Content types that a foreign page may send without a preflight (Fetch Standard, section 2.2.2). */
const SIMPLE_TYPES = /^\s*(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;

/**
 * Rejects a request that any foreign page could make a browser send without a preflight, because each would
 * take one of the stream slots of whoever looks at the page. Apollo Server rejects other requests by the same
 * rule. A browser's `EventSource` cannot send additional headers, so what the browser says about the page
 * counts instead.
 *
 * @param allowed origins of portals.
 * @throws HubError `BAD_USER_INPUT`.
 */
export function refuseForeignPage(headers: IncomingHttpHeaders, allowed: readonly string[]): void {
  const type = headers["content-type"];
  if (type !== undefined && !SIMPLE_TYPES.test(type)) return;
  if (PREFLIGHTED.some((name) => headers[name] !== undefined && headers[name] !== "")) return;
  // Only browsers send it, and pages cannot change it (Fetch Metadata, section 2.3).
  if (headers["sec-fetch-site"] === "same-origin") return;
  if (headers.origin !== undefined && isAllowedOrigin(headers.origin, headers, allowed)) return;
  throw new HubError("BAD_USER_INPUT", {
    zh: `此请求可能由其他网页发出（CSRF）。请用 POST 发送，或者带上标头 ${PREFLIGHTED.join(" 或 ")}。`,
    en: `A foreign page could have sent this request (CSRF). Send it with POST, or with a header "${PREFLIGHTED.join('" or "')}".`,
  });
}
