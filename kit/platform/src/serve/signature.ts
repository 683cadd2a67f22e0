import { createHash, createHmac } from "node:crypto";
import { jwtVerify } from "jose";
import type { Language } from "../words/language.ts";
import type { Viewer } from "@alliance-hub/sharing/viewer";

/** Header that carries the gateway's signature. */
export const SIGNATURE_HEADER = "x-hub-signature";

/** How long a signature is valid, in seconds. The clocks of one installation differ by less. */
const LIFETIME_SECONDS = 30;

const encoder = new TextEncoder();
const digest = (body: string): string => createHash("sha256").update(body).digest("base64url");

/** What the gateway vouches for. */
export interface SignedCall {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** Of a subscription, see `SubgraphRequest`. */
  readonly resumeAfter?: string | null;
  /** Of the reader, see `SubgraphRequest`. */
  readonly language?: Language;
}

/** The protected header, the same for all. */
const HEADER = Buffer.from('{"alg":"HS256"}').toString("base64url");

/**
 * Signs viewer, request id and the exact body for one subgraph (JWS, RFC 7515, HS256). It is synchronous, so
 * that a request does not wait for a thread that hashes a kilobyte.
 */
export function sign(
  secret: string,
  subgraph: string,
  call: SignedCall & { body: string },
): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = JSON.stringify({
    viewer: call.viewer,
    rid: call.requestId,
    after: call.resumeAfter,
    lang: call.language,
    body: digest(call.body),
    aud: subgraph,
    iss: "gateway",
    iat: now,
    exp: now + LIFETIME_SECONDS,
  });
  const signed = `${HEADER}.${Buffer.from(claims).toString("base64url")}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}

/**
 * Checks a signature for this subgraph and this body.
 *
 * @returns what the gateway vouches for; undefined if the signature is missing, old or wrong.
 */
export async function verify(
  secret: string,
  subgraph: string,
  call: { signature: string | undefined; body: string },
): Promise<SignedCall | undefined> {
  if (call.signature === undefined) return undefined;
  try {
    const { payload } = await jwtVerify(call.signature, encoder.encode(secret), {
      algorithms: ["HS256"],
      audience: subgraph,
      issuer: "gateway",
    });
    if (payload["body"] !== digest(call.body)) return undefined;
    const after = payload["after"] as string | null | undefined;
    const language = payload["lang"] as Language | undefined;
    return {
      viewer: payload["viewer"] as Viewer,
      requestId: String(payload["rid"]),
      ...(after === undefined ? {} : { resumeAfter: after }),
      ...(language === undefined ? {} : { language }),
    };
  } catch {
    return undefined;
  }
}
