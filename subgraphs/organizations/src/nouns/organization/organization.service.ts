import { change, requireVersion } from "@alliance-hub/platform/change/change";
import { optionalText, requireText } from "@alliance-hub/platform/change/require-text";
import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import { badInput, conflict, forbidden, notFound } from "@alliance-hub/platform/errors/hub-error";
import { isId } from "@alliance-hub/platform/keys/loader";
import { checkCreditCode } from "@alliance-hub/platform/text/credit-code";
import { findPersonalData } from "@alliance-hub/platform/text/personal-data";
import { LockMode } from "@mikro-orm/core";
import type { OrganizationsContext } from "../../context.ts";
import { Organization } from "./organization.entity.ts";
import type { RegisterOrganizationInput, UpdateOrganizationInput } from "./organization.input.ts";
import type { OrganizationRow } from "./organization.loaders.ts";
import { can } from "./organization.policy.ts";

const NAME = { maxLength: 100 };
const BRAND = { maxLength: 100 };

/**
 * Registers an organisation.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` for a credit code in use.
 */
export async function registerOrganization(
  context: OrganizationsContext,
  input: RegisterOrganizationInput,
): Promise<OrganizationRow> {
  const region = await context.regions.byCode.load(input.regionCode);
  if (!region) throw notFound("Region", input.regionCode);
  if (!can(context.viewer, "register", { regionPath: region.path })) {
    throw forbidden(
      context.viewer,
      `Only an operator of ${region.code} may register organisations there.`,
    );
  }
  const { allianceCode } = region;
  if (allianceCode === null) {
    throw badInput(
      "regionCode",
      `"regionCode" ${region.code} is above the county level. Give the county or a place below it.`,
    );
  }
  const name = requireText("name", input.name, NAME);
  const brand = optionalText("brand", input.brand, BRAND);
  const creditCode = checkedCreditCode(input.creditCode);
  await requireParent(context, input.parentId, allianceCode);
  return await change(
    context,
    {
      action: "registerOrganization",
      input,
      reload: (id) => context.organizations.byId.load(id),
      constraints: {
        organization_credit_code_unique: () =>
          conflict(
            `The credit code ${String(creditCode)} belongs to an organisation that is registered. Look for it with organizations(filter:).`,
          ),
      },
    },
    async ({ em, now }) => {
      const record = em.create(Organization, {
        id: context.newId(),
        createdAt: now,
        updatedAt: now,
        name,
        kind: input.kind,
        creditCode,
        brand,
        parentId: input.parentId ?? null,
        regionCode: region.code,
        regionPath: region.path,
        allianceCode,
        ...searchColumns(name, brand, creditCode),
      });
      return {
        record,
        audit: {
          noun: "Organization",
          recordId: record.id,
          organizationId: record.id,
          regionPath: region.path,
        },
      };
    },
  );
}

/**
 * Changes name or brand of an organisation.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` from a stale version.
 */
export async function updateOrganization(
  context: OrganizationsContext,
  input: UpdateOrganizationInput,
): Promise<OrganizationRow> {
  const name = input.name == null ? undefined : requireText("name", input.name, NAME);
  const brand = input.brand == null ? undefined : requireText("brand", input.brand, BRAND);
  return await change(
    context,
    { action: "updateOrganization", input, reload: (id) => context.organizations.byId.load(id) },
    async ({ em, now }) => {
      const record = isId(input.id)
        ? await em.findOne(Organization, input.id, { lockMode: LockMode.PESSIMISTIC_WRITE })
        : null;
      if (!record) throw notFound("Organization", input.id);
      if (!can(context.viewer, "update", record)) {
        throw forbidden(
          context.viewer,
          `Only a liaison of ${record.id} or an operator of its region may change it.`,
        );
      }
      requireVersion(record, input.version);
      if (name !== undefined) record.name = name;
      if (brand !== undefined) record.brand = brand;
      record.updatedAt = now;
      Object.assign(record, searchColumns(record.name, record.brand, record.creditCode));
      return {
        record,
        audit: {
          noun: "Organization",
          recordId: record.id,
          organizationId: record.id,
          regionPath: record.regionPath,
        },
      };
    },
  );
}

/** The organisation above must be of the same alliance: what units of one share stays within it. */
async function requireParent(
  context: OrganizationsContext,
  id: string | null | undefined,
  allianceCode: string,
): Promise<void> {
  if (id == null) return;
  const parent = await context.organizations.byId.load(id);
  if (!parent) throw notFound("Organization", id);
  if (parent.allianceCode !== allianceCode) {
    throw badInput(
      "parentId",
      `"parentId" ${id} belongs to alliance ${parent.allianceCode}, the organisation to ${allianceCode}. Name one of ${allianceCode}, or leave it out.`,
    );
  }
}

function checkedCreditCode(code: string | null | undefined): string | null {
  if (code == null) return null;
  // An identity number passes the check of a credit code once in 31 times; it must not be kept as one.
  if (findPersonalData(code)) {
    throw badInput(
      "creditCode",
      `"creditCode" looks like a person's number. Give the organisation's unified social credit code.`,
    );
  }
  const fault = checkCreditCode(code);
  if (fault !== undefined)
    throw badInput("creditCode", `"creditCode" ${JSON.stringify(code.slice(0, 40))}: ${fault}`);
  return code;
}
