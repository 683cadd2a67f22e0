import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** What is in use for hosts of the public network (IANA, IPv6 Global Unicast Address Assignments). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Whether an IP address is a public host: no private, loopback, link-local, shared, multicast or
 * reserved one, and none that wraps an IPv4 address of that kind in IPv6.
 *
 * @param text as resolvers give it; what is no IP address is not public.
 */
export function isPublicAddress(text: string): boolean {
  if (isIP(text) === 0 || !ipaddr.isValid(text)) return false;
  // "Process" unwraps ::ffff:0:0/96; all other wrappings (NAT64, 6to4, Teredo) have ranges of their own.
  const address = ipaddr.process(text);
  if (address.range() !== "unicast") return false;
  return address instanceof ipaddr.IPv4 || address.match(GLOBAL_UNICAST);
}
