import type { Words } from "@alliance-hub/platform/words/words";
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
      throw unauthenticated({ zh: "没有 sub（登录标识）", en: "has no subject" });
    if (isReservedSubject(payload.sub))
      throw unauthenticated({
        zh: "的登录标识是为合作系统、日历订阅和枢纽自身保留的",
        en: "has a subject that is reserved for partner systems, calendar feeds and the hub itself",
      });
    if (payload.sub.length > LONGEST_SUBJECT || !isStorable(payload.sub))
      throw unauthenticated({
        zh: `的登录标识含有空字符或不完整的字符，或者超过 ${LONGEST_SUBJECT} 个字符`,
        en: `has a subject with a NUL, half a surrogate pair, or more than ${LONGEST_SUBJECT} characters`,
      });
    return payload.sub;
  } catch (error) {
    throw error instanceof HubError ? error : unauthenticated(fault(error));
  }
}

/** `UNAUTHENTICATED` for an invalid token. */
export function unauthenticated({ zh, en }: Words): HubError {
  return new HubError("UNAUTHENTICATED", {
    zh: `访问令牌${zh}。请重新登录；只读公开内容的，可以不带 Authorization 标头。`,
    en: `The access token ${en}. Get a new one from your sign-in, or leave the Authorization header out to read what is public.`,
  });
}

/** What is said of a token that has expired. */
export const EXPIRED: Words = { zh: "已过期", en: "has expired" };

function fault(error: unknown): Words {
  if (error instanceof errors.JWTExpired) return EXPIRED;
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === "aud") return { zh: "不是发给本枢纽的", en: "is for another audience" };
    if (error.claim === "iss") return { zh: "由另一签发方签发", en: "comes from another issuer" };
    return { zh: `的 ${error.claim} 无效`, en: `has no valid "${error.claim}"` };
  }
  if (error instanceof errors.JOSEAlgNotAllowed)
    return {
      zh: "没有签名，或签名算法不被接受",
      en: "is unsigned or signed with an algorithm that is not accepted",
    };
  if (
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JWKSNoMatchingKey
  ) {
    return { zh: "不是以签发方的密钥签名的", en: "is not signed by the issuer's key" };
  }
  return { zh: "不是经签名的 JWT，无法读取", en: "cannot be read as a signed JWT" };
}
