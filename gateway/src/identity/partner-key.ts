import { type Kysely, sql } from "kysely";
import { hashPartnerKey } from "@alliance-hub/platform/directory/partner-key";
import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";

/** A partner system (合作系统), without its key: only the key's hash is kept. */
export interface Partner {
  readonly name: string;
  readonly organizationId: string;
  /** Such as `activities:read`, `resources:write`. */
  readonly scopes: string[];
}

/** The partner a key belongs to, unless there is none or it was revoked. */
export async function findPartner(
  rows: Kysely<DirectoryTables>,
  key: string,
): Promise<Partner | undefined> {
  const found = await sql<Partner>`
    select name, organization_id, scopes from gateway.partner
    where key_hash = ${hashPartnerKey(key)} and revoked_at is null`.execute(rows);
  return found.rows[0];
}

/** Adds a partner, or gives an existing one a new key and scopes. */
export async function enterPartner(
  rows: Kysely<DirectoryTables>,
  partner: Partner & { key: string },
): Promise<void> {
  await sql`
    insert into gateway.partner (name, organization_id, scopes, key_hash, created_at)
    values (${partner.name}, ${partner.organizationId}, ${partner.scopes}::text[], ${hashPartnerKey(partner.key)}, now())
    on conflict (name) do update set organization_id = excluded.organization_id, scopes = excluded.scopes,
      key_hash = excluded.key_hash, revoked_at = null`.execute(rows);
}

/**
 * Adds a partner, unless there is one with that name; then nothing is changed.
 *
 * @returns whether the partner's key is this one.
 */
export async function offerPartner(
  rows: Kysely<DirectoryTables>,
  partner: Partner & { key: string },
): Promise<boolean> {
  const keyHash = hashPartnerKey(partner.key);
  await sql`
    insert into gateway.partner (name, organization_id, scopes, key_hash, created_at)
    values (${partner.name}, ${partner.organizationId}, ${partner.scopes}::text[], ${keyHash}, now())
    on conflict (name) do nothing`.execute(rows);
  const found = await sql`
    select from gateway.partner where name = ${partner.name} and key_hash = ${keyHash}`.execute(
    rows,
  );
  return found.rows.length > 0;
}

/** Revokes a partner's key. @returns whether there was one. */
export async function revokePartner(rows: Kysely<DirectoryTables>, name: string): Promise<boolean> {
  const ended = await sql`
    update gateway.partner set revoked_at = now() where name = ${name} and revoked_at is null`.execute(
    rows,
  );
  return ended.numAffectedRows === 1n;
}
