import { Resolver, lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { fieldInChinese } from "../words/fields.ts";
import type { Words } from "../words/words.ts";
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

/** Maximum length of an address, in characters. */
const MAX_LENGTH = 2000;

/** Resolves names like the machine, including its hosts file. */
export const systemResolve: Resolve = (hostname) => lookup(hostname, { all: true });

/**
 * Resolves names only by DNS. A name server that does not answer delays nobody else; the system's resolver
 * would occupy one of the few threads that the whole process shares.
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

/**
 * A host to which nothing may be sent. There is one message for all reasons, so that nobody learns what is in
 * an internal network.
 */
export class BlockedAddress extends Error {
  constructor() {
    super("The host name of the address is unknown, or leads to hosts outside the public network.");
    this.name = "BlockedAddress";
  }
}

/**
 * The allowed addresses of a host. It is called for each attempt, and the attempt connects to exactly these
 * addresses, so a name that leads elsewhere a moment later gains nothing.
 *
 * @param hostname of a URL. Its parser has normalised all spellings of an IPv4 address.
 * @throws BlockedAddress if any of the addresses is not public, or there is none.
 */
export async function allowedAddresses(
  hostname: string,
  { privateAddresses, resolve }: AddressRule,
): Promise<readonly HostAddress[]> {
  const literal = hostname.replace(/^\[(.*)\]$/, "$1");
  const family = isIP(literal);
  // An unknown name gets the same message as a name that leads to an internal host.
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
  const fault = ({ zh, en }: Words): Error =>
    badInput(field, { zh: `${fieldInChinese(field)}${zh}`, en: `"${field}" ${en}` });
  if (text.length > MAX_LENGTH)
    throw fault({
      zh: `有 ${text.length} 个字符，最多 ${MAX_LENGTH} 个。请缩短。`,
      en: `has ${text.length} characters; the limit is ${MAX_LENGTH}. Shorten it.`,
    });
  if (!URL.canParse(text))
    throw fault({
      zh: "不是网址。请写成 https://portal.example/hooks 这样的地址。",
      en: "is not a URL. Give one such as https://portal.example/hooks.",
    });
  const url = new URL(text);
  const protocols = rule.privateAddresses ? ["https:", "http:"] : ["https:"];
  if (!protocols.includes(url.protocol))
    throw fault({
      zh: `以“${url.protocol}”开头，须为 https: 地址。请改正。`,
      en: `begins with "${url.protocol}"; it must be an https: address.`,
    });
  if (url.username !== "" || url.password !== "")
    throw fault({
      zh: "含有用户名或密码。请去掉：每次推送都有签名。",
      en: "names a user or password. Leave them out: each delivery is signed.",
    });
  if (text.includes("#"))
    throw fault({
      zh: "含有片段（#…），片段不会发送。请去掉。",
      en: "has a fragment (#…), which is never sent. Leave it out.",
    });
  try {
    await allowedAddresses(url.hostname, rule);
  } catch {
    throw fault({
      zh: "的主机名无法解析，或者指向公网以外的主机。请填写公网上可以访问的地址，或请枢纽的运行方允许内网地址。",
      en: "has a host name that is unknown or leads to hosts outside the public network. Give a name that everybody can resolve and reach, or ask whoever runs the hub to allow private addresses.",
    });
  }
  return url.href;
}
