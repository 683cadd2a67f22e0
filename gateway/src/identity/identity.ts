import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { readStanding } from "@alliance-hub/platform/directory/standing";
import { PARTNER_SUBJECT } from "@alliance-hub/platform/directory/partner-key";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import type { Kysely } from "kysely";
import { PARTNER_KEY_PREFIX } from "@alliance-hub/platform/directory/partner-key";
import { findPartner } from "./partner-key.ts";
import { type TokenIssuer, subjectOfToken, unauthenticated } from "./tokens.ts";

/** Identifies the viewer from the `Authorization` header; at once if nobody has signed in. */
export type Identify = (authorization: string | undefined) => Viewer | Promise<Viewer>;

/**
 * Identification by access token (RFC 6750, section 2.1: `Bearer`) or partner key.
 *
 * @param clock says on which day seats must be valid. Default: the system's clock.
 * @throws HubError `UNAUTHENTICATED` from the returned function, for any header that is not valid.
 */
export function createIdentify(
  rows: Kysely<DirectoryTables>,
  issuer: TokenIssuer,
  clock: () => Date = () => new Date(),
): Identify {
  const signedIn = async (authorization: string): Promise<Viewer> => {
    const bearer = /^Bearer +([A-Za-z0-9._~+/=-]+)$/i.exec(authorization)?.[1];
    if (bearer === undefined)
      throw unauthenticated({
        zh: "没有写成 Authorization: Bearer <令牌>",
        en: 'does not come as "Authorization: Bearer <token>"',
      });
    if (bearer.startsWith(PARTNER_KEY_PREFIX)) return await partner(rows, bearer);
    const subject = await subjectOfToken(bearer, issuer);
    const standing = await readStanding(rows, { subject }, shanghaiDay(clock()));
    return { kind: "PERSON", subject, scopes: [], ...standing };
  };
  return (authorization) => (authorization ? signedIn(authorization) : ANONYMOUS);
}

async function partner(rows: Kysely<DirectoryTables>, key: string): Promise<Viewer> {
  const found = await findPartner(rows, key);
  if (!found)
    throw unauthenticated({
      zh: "是未登记或已撤销的合作系统密钥",
      en: "is a partner key that is unknown or revoked",
    });
  const standing = await readStanding(rows, { organizationId: found.organizationId });
  return {
    kind: "PARTNER",
    subject: PARTNER_SUBJECT + found.name,
    ...standing,
    roles: [],
    scopes: found.scopes,
  };
}
