import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { isStorable } from "@alliance-hub/platform/text/storable";
import { isReservedSubject } from "@alliance-hub/platform/directory/subject";
import { type JWTVerifyGetKey, errors, jwtVerify } from "jose";

/** Whose tokens are accepted. */
export interface TokenIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
}

/** Asymmetric algorithms only: a key set is public, so a symmetric signature would prove nothing. */
const ALGORITHMS = ["ES256", "ES384", "ES512", "PS256", "RS256", "EdDSA", "Ed25519"];

/** Longest subject, in characters (OpenID Connect Core 1.0, section 2). */
const LONGEST_SUBJECT = 255;

/**
 * The subject of a token (`sub`, RFC 7519 section 4.1.2).
 *
 * @throws HubError `UNAUTHENTICATED`, saying what is wrong with the token; it is never treated as anonymous.
 * Also the errors of the issuer's keys if they are not available.
 */
export async function subjectOfToken(token: string, issuer: TokenIssuer): Promise<string> {
  try {
    const { payload } = await jwtVerify(token, issuer.keys, {
      issuer: issuer.issuer,
      audience: issuer.audience,
      algorithms: ALGORITHMS,
      requiredClaims: ["sub", "exp"],
      clockTolerance: 5,
    });
    if (typeof payload.sub !== "string" || payload.sub === "")
      throw unauthenticated("has no subject");
    if (isReservedSubject(payload.sub))
      throw unauthenticated(
        "has a subject that is reserved for partner systems, calendar feeds and the hub itself",
      );
    if (payload.sub.length > LONGEST_SUBJECT || !isStorable(payload.sub))
      throw unauthenticated(
        `has a subject with a NUL, half a surrogate pair, or more than ${LONGEST_SUBJECT} characters`,
      );
    return payload.sub;
  } catch (error) {
    throw error instanceof HubError ? error : unauthenticated(fault(error));
  }
}

/** `UNAUTHENTICATED` for an invalid token. */
export function unauthenticated(what: string): HubError {
  return new HubError(
    "UNAUTHENTICATED",
    `The access token ${what}. Get a new one from your sign-in, or leave the Authorization header out to read what is public.`,
  );
}

function fault(error: unknown): string {
  if (error instanceof errors.JWTExpired) return "has expired";
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === "aud") return "is for another audience";
    if (error.claim === "iss") return "comes from another issuer";
    return `has no valid "${error.claim}"`;
  }
  if (error instanceof errors.JOSEAlgNotAllowed)
    return "is unsigned or signed with an algorithm that is not accepted";
  if (
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JWKSNoMatchingKey
  ) {
    return "is not signed by the issuer's key";
  }
  return "cannot be read as a signed JWT";
}
