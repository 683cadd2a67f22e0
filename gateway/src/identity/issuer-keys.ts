import { HubError } from "@alliance-hub/platform/errors/hub-error";
import type { Log } from "@alliance-hub/platform/log/log";
import { type FlattenedJWSInput, type JWTHeaderParameters, createRemoteJWKSet, errors } from "jose";
import type { Discovery } from "./discovery.ts";
import type { TokenIssuer } from "./tokens.ts";

/** Maximum time to wait for an answer of the issuer, in milliseconds. */
export const ANSWER_WITHIN_MS = 3000;

/**
 * How long an issuer that did not answer is not asked again, in milliseconds. In the meantime nobody waits for
 * it.
 */
const COOLDOWN_MS = 2000;

/** Where the issuer is, which keys it has, and how both are found. */
export interface IssuerConfig {
  readonly discovery: Discovery;
  readonly audience: string;
  /** Called once when an outage of the issuer begins, and once when it ends. */
  readonly log: Pick<Log, "warn" | "info">;
  /** Maximum time to wait for an answer, in milliseconds. Default 3000. */
  readonly answerWithinMs?: number;
  /** How long an issuer that did not answer is not asked again, in milliseconds. Default 2000. */
  readonly cooldownMs?: number;
}

type Keys = ReturnType<typeof createRemoteJWKSet>;

/**
 * Issuers whose keys are fetched, by discovery (OpenID Connect Discovery 1.0, section 4). Known keys are valid
 * for ten minutes, whether the issuer answers or not.
 *
 * @returns an issuer whose `keys` throw `SUBGRAPH_UNAVAILABLE` if the issuer does not answer, because that says
 * nothing about the token.
 */
export function discoverIssuer(config: IssuerConfig): TokenIssuer {
  const { discovery, audience, log, cooldownMs = COOLDOWN_MS } = config;
  const { answerWithinMs = ANSWER_WITHIN_MS } = config;
  const { issuer } = discovery;
  let known: Keys | undefined;
  let awayAt: number | undefined;

  const discover = async (): Promise<Keys> => {
    const { jwksUri } = await discovery.read();
    return (known ??= keysAt(jwksUri, answerWithinMs));
  };
  const away = (err: unknown): HubError => {
    if (awayAt === undefined) log.warn({ err }, `the sign-in ${issuer} cannot be reached`);
    awayAt = performance.now();
    return unreachable();
  };
  return {
    issuer,
    audience,
    keys: async (header: JWTHeaderParameters, token: FlattenedJWSInput) => {
      const isKnown = known?.fresh === true;
      if (!isKnown && awayAt !== undefined && performance.now() - awayAt < cooldownMs)
        throw unreachable();
      try {
        const key = await (known ?? (await discover()))(header, token);
        // A known key says nothing about whether the issuer is available.
        if (!isKnown && awayAt !== undefined) {
          awayAt = undefined;
          log.info(`the sign-in ${issuer} answers again`);
        }
        return key;
      } catch (error) {
        throw isAboutToken(error) ? error : away(error);
      }
    },
  };
}

/** Any other error during the search for a key comes from the issuer, or from the way to it. */
function isAboutToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}

function keysAt(address: URL, answerWithinMs: number): Keys {
  return createRemoteJWKSet(address, {
    timeoutDuration: answerWithinMs,
    cooldownDuration: 10_000,
    cacheMaxAge: 600_000,
  });
}

function unreachable(): HubError {
  return new HubError("SUBGRAPH_UNAVAILABLE", {
    zh: "登录服务暂时连不上，枢纽无法核对您的登录。这不是您的问题，也没有作任何更改，请稍后再试。",
    en: "The sign-in service, whose keys the hub needs to check your access token, cannot be reached. This is not a fault of your token, and nothing was changed; try again in a moment.",
  });
}
