import { createHash, randomBytes } from "node:crypto";
import { SUBGRAPH_NAMES } from "@alliance-hub/sharing/subgraphs";
import { type Kysely, type RawBuilder, type SqlBool, sql } from "kysely";
import type { DirectoryTables } from "./directory.ts";
import type { Viewer } from "@alliance-hub/sharing/viewer";

/** What a partner system's subject begins with, before its name. */
export const PARTNER_SUBJECT = "partner:";

/** The prefix of every partner key. A token with this prefix is looked up, not verified as a JWT. */
export const PARTNER_KEY_PREFIX = "hubp_";

/** A new key: 256 random bits, so a plain hash of it is enough. */
export function newPartnerKey(): string {
  return PARTNER_KEY_PREFIX + randomBytes(32).toString("base64url");
}

/** What the database stores of a key. */
export function hashPartnerKey(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}

/** The name of a partner system, by its subject. */
export function partnerNameOf(subject: string | null): string | null {
  return subject?.slice(PARTNER_SUBJECT.length) ?? null;
}

/** The partner system on whose key depends what this viewer sets up; null for a person. */
export function partnerOf({ kind, subject }: Viewer): string | null {
  return kind === "PARTNER" ? subject : null;
}

/** What a person may read for an organisation, as scopes of a key. */
const ALL_READ: readonly string[] = SUBGRAPH_NAMES.map((subgraph) => `${subgraph}:read`);

/**
 * What a calendar or a webhook of an organisation may read when nobody is signed in. If a person set it up, it
 * may read whatever the organisation may read. If a partner system set it up, it may read only what its key
 * permits now.
 */
export async function readScopesOf(
  rows: Kysely<DirectoryTables>,
  partnerSubject: string | null,
): Promise<readonly string[]> {
  if (partnerSubject === null) return ALL_READ;
  const found = await rows
    .selectFrom("directory.partner")
    .select("scopes")
    .where("subject", "=", partnerSubject)
    .executeTakeFirst();
  return (found?.scopes ?? []).filter((scope) => scope.endsWith(":read"));
}

/**
 * Condition that something that was set up for an organisation is still valid. What a partner system set up is
 * valid only while its key is valid. What a person set up is always valid.
 *
 * @param table name or alias with the columns `partner_subject` and `organization_id`.
 * @param scope what the key must permit, such as `activities:read`.
 */
export function standsOnGoodKey(table: string, scope: string): RawBuilder<SqlBool> {
  const subject = sql.ref(`${table}.partnerSubject`);
  const organizationId = sql.ref(`${table}.organizationId`);
  return sql<SqlBool>`(${subject} is null or exists (
    select from directory.partner where subject = ${subject}
      and organization_id = ${organizationId} and ${scope} = any(scopes)))`;
}
