import { joinRunning } from "@alliance-hub/platform/cache/single-flight";

/** What an issuer says of itself (OpenID Connect Discovery 1.0, section 3), as far as the hub needs it. */
export interface IssuerMetadata {
  readonly jwksUri: URL;
  /** Origins of the addresses that browsers call to sign in, beside the issuer's own. */
  readonly origins: readonly string[];
}

/** The description of one issuer, read once it answers. */
export interface Discovery {
  readonly issuer: string;
  /** What has been read; undefined before. */
  readonly known: IssuerMetadata | undefined;
  /** Reads it, unless it is known. @throws Error if the issuer does not answer, or describes another one. */
  read(): Promise<IssuerMetadata>;
}

/** Addresses of the description that browsers call. */
const CALLED_BY_BROWSERS = [
  "authorization_endpoint",
  "token_endpoint",
  "end_session_endpoint",
  "jwks_uri",
] as const;

/** @param answerWithinMs maximum time to wait for an answer, in milliseconds. */
export function createDiscovery(issuer: string, answerWithinMs: number): Discovery {
  const flight = joinRunning<IssuerMetadata>();
  let known: IssuerMetadata | undefined;
  return {
    issuer,
    get known() {
      return known;
    },
    read: async () =>
      (known ??= await flight("discovery", () => fetchMetadata(issuer, answerWithinMs))),
  };
}

async function fetchMetadata(issuer: string, answerWithinMs: number): Promise<IssuerMetadata> {
  const address = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const answer = await fetch(address, { signal: AbortSignal.timeout(answerWithinMs) });
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  const found = (await answer.json()) as Readonly<Record<string, unknown>>;
  const jwksUri = found["jwks_uri"];
  if (found["issuer"] !== issuer || typeof jwksUri !== "string")
    throw new Error(`${address} does not describe the issuer ${issuer}`);
  const addresses = CALLED_BY_BROWSERS.map((name) => found[name]).filter(
    (value): value is string => typeof value === "string" && URL.canParse(value),
  );
  const origins = new Set(addresses.map((value) => new URL(value).origin));
  return { jwksUri: new URL(jwksUri), origins: [...origins] };
}
