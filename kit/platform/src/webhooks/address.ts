import { Resolver, lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { badInput } from "../errors/hub-error.ts";
import { isPublicAddress } from "./public-address.ts";

/** An address of a host, as the resolver gives it. */
export interface HostAddress {
  readonly address: string;
  readonly family: number;
}

/** Finds all addresses of a name. */
export type Resolve = (hostname: string) => Promise<readonly HostAddress[]>;

/** Which addresses may be sent to. */
export interface AddressRule {
  readonly privateAddresses: boolean;
  readonly resolve: Resolve;
}

/** Longest address, in characters. */
const MAX_LENGTH = 2000;

/** Finds names as the machine does, its file of hosts included. */
export const systemResolve: Resolve = (hostname) => lookup(hostname, { all: true });

/**
 * Finds names by DNS alone. A name server that does not answer holds up nobody else: the system's way
 * would keep one of the few threads that all of the process shares.
 */
export const dnsResolve: Resolve = async (hostname) => {
  const resolver = new Resolver({ timeout: 3000, tries: 2 });
  const [four, six] = await Promise.allSettled([
    resolver.resolve4(hostname),
    resolver.resolve6(hostname),
  ]);
  return [
    ...(four.status === "fulfilled" ? four.value : []).map((address) => ({ address, family: 4 })),
    ...(six.status === "fulfilled" ? six.value : []).map((address) => ({ address, family: 6 })),
  ];
};

/** A host that must not be sent to. One sentence for all reasons: nobody learns what an inner network has. */
export class BlockedAddress extends Error {
  constructor() {
    super("The address's name is unknown, or leads to hosts outside the public network.");
    this.name = "BlockedAddress";
  }
}

/**
 * The addresses of a host that may be connected to. Called for each attempt, and what it returns is
 * what is connected to: a name that leads elsewhere a moment later gains nothing.
 *
 * @param hostname of a URL: its parser has turned all spellings of an IPv4 address into one.
 * @throws BlockedAddress if a single one of the addresses is not public, or there is none.
 */
export async function allowedAddresses(
  hostname: string,
  { privateAddresses, resolve }: AddressRule,
): Promise<readonly HostAddress[]> {
  const literal = hostname.replace(/^\[(.*)\]$/, "$1");
  const family = isIP(literal);
  // A name that is unknown is told in the same words as one that leads to an inner host.
  const unknown = (): [] => [];
  const found =
    family === 0 ? await resolve(hostname).catch(unknown) : [{ address: literal, family }];
  const isAllowed = privateAddresses || found.every(({ address }) => isPublicAddress(address));
  if (!isAllowed || found.length === 0) throw new BlockedAddress();
  return found;
}

/**
 * The address of an endpoint as it is stored.
 *
 * @throws HubError `BAD_USER_INPUT`, naming the rule.
 */
export async function requireAddress(
  field: string,
  text: string,
  rule: AddressRule,
): Promise<string> {
  const fault = (what: string): Error => badInput(field, `"${field}" ${what}`);
  if (text.length > MAX_LENGTH)
    throw fault(`has ${text.length} characters, at most ${MAX_LENGTH} are allowed. Shorten it.`);
  if (!URL.canParse(text)) throw fault("is no URL. Give one such as https://portal.example/hooks.");
  const url = new URL(text);
  const protocols = rule.privateAddresses ? ["https:", "http:"] : ["https:"];
  if (!protocols.includes(url.protocol))
    throw fault(`begins with "${url.protocol}"; it must be an https: address.`);
  if (url.username !== "" || url.password !== "")
    throw fault("names a user or password. Leave them out: each delivery is signed.");
  if (text.includes("#")) throw fault("has a fragment (#…), which is never sent. Leave it out.");
  try {
    await allowedAddresses(url.hostname, rule);
  } catch {
    throw fault(
      "has a name that is unknown or leads to hosts outside the public network. Give a name that everybody can resolve and reach, or ask whoever runs the hub to allow private addresses.",
    );
  }
  return url.href;
}
