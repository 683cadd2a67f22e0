import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";
import proxyAddr from "@fastify/proxy-addr";
import type { SettingsReader } from "@alliance-hub/platform/settings/settings-reader";

/** Whether an address belongs to a proxy whose `X-Forwarded-For` the hub trusts. */
export type TrustProxy = (address: string) => boolean;

/** The trusted proxies. @param proxies addresses and networks, such as `10.0.0.0/8`; empty for none. */
export function trustIn(proxies: readonly string[]): TrustProxy {
  if (proxies.length === 0) return () => false;
  const trust = proxyAddr.compile([...proxies]);
  return (address) => trust(address, 0);
}

/** Maximum length of a value from a header, in characters. */
const LONGEST = 60;

/**
 * The address that a request comes from; if it comes from a trusted proxy, the address that the proxy names.
 */
export function clientAddress(
  request: Pick<IncomingMessage, "headers" | "socket">,
  trust: TrustProxy,
): string {
  const address = proxyAddr(request as IncomingMessage, trust) as string | undefined;
  // A socket that has been closed has no address any more.
  return networkOf((address ?? "unknown").slice(0, LONGEST));
}

/**
 * The key of one client: an IPv4 address, or the /64 network of an IPv6 address, in which the client may choose
 * any address (RFC 4291, section 2.5.4).
 */
export function networkOf(address: string): string {
  // Most addresses are IPv4.
  if (!address.includes(":")) return address;
  const embedded = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (embedded !== undefined) return embedded;
  if (!isIPv6(address)) return address;
  const [head = "", tail] = (address.split("%", 1)[0] ?? "").split("::");
  const groups = head === "" ? [] : head.split(":");
  const rest = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(8 - groups.length - rest.length, 0);
  const all = [...groups, ...Array.from({ length: zeros }, () => "0"), ...rest];
  const network = all.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(":")}::/64`;
}

/** `HUB_TRUSTED_PROXIES`: addresses and networks separated by commas. */
export function readTrustedProxies({ faults, list }: SettingsReader): string[] {
  const proxies = list("HUB_TRUSTED_PROXIES");
  for (const proxy of proxies) {
    try {
      trustIn([proxy]);
    } catch {
      faults.push(
        `HUB_TRUSTED_PROXIES names "${proxy}"; write addresses or networks separated by commas, such as 10.0.0.7,192.168.0.0/16.`,
      );
    }
  }
  return proxies;
}
