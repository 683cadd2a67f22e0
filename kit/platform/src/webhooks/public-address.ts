import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** The ranges that hosts of the public network use (IANA, IPv6 Global Unicast Address Assignments). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Whether an IP address is a public host. It is not if it is private, loopback, link-local, shared, multicast
 * or reserved, or if it wraps such an IPv4 address in IPv6.
 *
 * @param text as resolvers return it. A text that is not an IP address is not public.
 */
export function isPublicAddress(text: string): boolean {
  if (isIP(text) === 0 || !ipaddr.isValid(text)) return false;
  // "Process" unwraps ::ffff:0:0/96; all other wrappings (NAT64, 6to4, Teredo) have ranges of their own.
  const address = ipaddr.process(text);
  if (address.range() !== "unicast") return false;
  return address instanceof ipaddr.IPv4 || address.match(GLOBAL_UNICAST);
}
