import { InputChecks } from "@alliance-hub/platform/errors/faults";
import { change } from "@alliance-hub/platform/change/change";
import { createDirectory } from "@alliance-hub/platform/directory/directory";
import { hashPartnerKey, newPartnerKey } from "@alliance-hub/platform/directory/partner-key";
import {
  requireKnownOrganization,
  requireOrganization,
} from "@alliance-hub/platform/directory/placement";
import { conflict, forbidden, notFound } from "@alliance-hub/platform/errors/hub-error";
import { checked } from "@alliance-hub/platform/limits/checked";
import { sql } from "kysely";
import { type EnterPartnerInput, LIMITS, type RevokePartnerInput } from "./partner.input.ts";
import { type PartnerContext, type PartnerRow, createPartnerLoaders } from "./partner.loaders.ts";
import { type PartnerAction, type PartnerPlace, can } from "./partner.policy.ts";

/**
 * The partner systems of a unit whose keys are valid, oldest first.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`.
 */
export async function listPartners(
  context: PartnerContext,
  organizationId: string,
): Promise<PartnerRow[]> {
  const { id } = await requireUnit(context, "read", organizationId);
  return await context.partners.ofOrganization(id);
}

/**
 * Enters a partner system. Only the answer of the first call has the key; the gateway's table gets its hash, and
 * nothing else of it is stored.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` for a name in use.
 */
export async function enterPartner(
  context: PartnerContext,
  input: EnterPartnerInput,
): Promise<{ partner: PartnerRow; key: string | null }> {
  const checks = new InputChecks();
  const owner = await checks.of(() => requireUnit(context, "enter", input.organizationId));
  const given = await checks.of(() => checked(input, LIMITS));
  checks.end();
  const unit = owner();
  const { name, scopes } = given();
  let key: string | null = null;
  const taken = () =>
    conflict({
      zh: `名称“${name}”已被使用。请换一个名称。`,
      en: `The name ${JSON.stringify(name)} is in use. Choose another one.`,
    });
  // Not by `recordChanges`: the table is the gateway's, and is written by the functions that it publishes.
  const partner = await change(
    context,
    {
      action: "enterPartner",
      input,
      reload: (id) => context.partners.byName(id),
      constraints: { partner_pkey: taken },
    },
    async ({ rows, now }) => {
      key = newPartnerKey();
      await sql`select directory.enter_partner(${name}, ${unit.id}, ${scopes}::text[], ${hashPartnerKey(key)},
        ${now})`.execute(rows);
      const record = { name, organizationId: unit.id, scopes, createdAt: now };
      return { record, audit: auditOf(record, unit) };
    },
  );
  return { partner, key };
}

/**
 * Revokes a partner system's key, at once. What the system set up stops with it.
 *
 * @throws HubError `NOT_FOUND` if there is none that the viewer may see.
 */
export async function revokePartner(
  context: PartnerContext,
  input: RevokePartnerInput,
): Promise<PartnerRow> {
  const { name } = input;
  // When the same key comes again, the record is no longer there: what was said of it then is said again.
  const revoked: PartnerRow = { name, organizationId: "", scopes: [], createdAt: context.clock() };
  return await change(
    context,
    { action: "revokePartner", input, reload: async () => revoked },
    async ({ rows, now }) => {
      // By the transaction's connection: waiting for another one, it could wait for itself.
      const record = await createPartnerLoaders({ rows }).byName(name);
      if (!record) throw notFound("Partner", name, "name");
      const unit = await requireKnownOrganization(createDirectory(rows), record.organizationId);
      const place = { organizationId: unit.id, regionPath: unit.regionPath };
      if (!can(context.viewer, "revoke", place)) throw notFound("Partner", name, "name");
      await sql`select directory.revoke_partner(${name}, ${now})`.execute(rows);
      return { record, audit: auditOf(record, unit) };
    },
  );
}

interface Unit extends Pick<PartnerPlace, "regionPath"> {
  readonly id: string;
}

const auditOf = ({ name, scopes }: PartnerRow, { id, regionPath }: Unit) => ({
  noun: "Partner",
  recordId: name,
  organizationId: id,
  regionPath,
  details: { scopes },
});

/** @throws HubError `NOT_FOUND`, `FORBIDDEN`. */
async function requireUnit(
  { rows, viewer }: PartnerContext,
  action: PartnerAction,
  organizationId: string,
): Promise<Unit> {
  const required = action === "enter" ? requireOrganization : requireKnownOrganization;
  const unit = await required(createDirectory(rows), organizationId);
  if (can(viewer, action, { organizationId: unit.id, regionPath: unit.regionPath })) return unit;
  throw forbidden(viewer, {
    zh: `${unit.name}的合作系统由它的联络员或当地的平台管理员管理。`,
    en: `Only a liaison of ${unit.name} or an operator of its region may manage its partner systems.`,
  });
}
