import { InputChecks, gathered } from "@alliance-hub/platform/errors/faults";
import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import { badInput, conflict, notFound } from "@alliance-hub/platform/errors/hub-error";
import { checked, checkedOrNull, checkedWhereGiven } from "@alliance-hub/platform/limits/checked";
import { checkCreditCode } from "@alliance-hub/platform/text/credit-code";
import { findPersonalData } from "@alliance-hub/platform/text/personal-data";
import type { RegionRow } from "../region/region.loaders.ts";
import { Organization } from "./organization.entity.ts";
import {
  LIMITS,
  type RegisterOrganizationInput,
  type UpdateOrganizationInput,
} from "./organization.input.ts";
import type { OrganizationContext, OrganizationRow } from "./organization.loaders.ts";
import { can } from "./organization.policy.ts";

const changes = recordChanges({
  noun: "Organization",
  entity: Organization,
  reload: ({ organizations }: OrganizationContext, id): Promise<OrganizationRow | null> =>
    organizations.byId.load(id),
  can,
  only: ({ id, regionPath }, action) =>
    action === "register"
      ? {
          zh: "只有当地的平台管理员可以在此登记单位。",
          en: `Only an operator of ${regionPath.findLast((code) => code !== null)} may register organisations there.`,
        }
      : {
          zh: "只有该单位的联络员，或当地的平台管理员，可以更改它。",
          en: `Only a liaison of ${id} or an operator of its region may change it.`,
        },
  search: ({ name, brand, creditCode }) => searchColumns(name, brand, creditCode),
  note: ({ id, regionPath }) => ({ organizationId: id, regionPath }),
});

/**
 * Registers an organisation.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` for a credit code in use.
 */
export async function registerOrganization(
  context: OrganizationContext,
  input: RegisterOrganizationInput,
): Promise<OrganizationRow> {
  const { kind, parentId = null } = input;
  const checks = new InputChecks();
  const place = await checks.of(async () => {
    const region = await context.regions.byCode.load(input.regionCode);
    if (!region) throw notFound("Region", input.regionCode, "regionCode");
    changes.require(context.viewer, "register", { regionPath: region.path });
    return placeOf(region);
  });
  const given = await checks.of(() => checkedOrganization(input));
  const parent = await checks.of(() => requireKnown(context, parentId));
  await checks.of(() => requireSameAlliance(parent(), place().allianceCode));
  checks.end();
  const { creditCode } = given();
  const content = { ...given(), ...place(), kind, parentId };
  const constraints = {
    organization_credit_code_unique: () =>
      conflict({
        zh: `统一社会信用代码 ${String(creditCode)} 已由另一单位登记。请先查找已有的单位。`,
        en: `The credit code ${String(creditCode)} belongs to an organisation that is already registered. Find it with organizations(filter:).`,
      }),
  };
  return await changes.create(
    context,
    { action: "registerOrganization", input, constraints },
    (_work, create) => create(content),
  );
}

/** What the input says of an organisation. @throws HubError `BAD_USER_INPUT`. */
function checkedOrganization(input: RegisterOrganizationInput) {
  const { name, brand, creditCode } = gathered({
    name: () => checked(input, { name: LIMITS.name }),
    brand: () => checkedOrNull(input, { brand: LIMITS.brand }),
    creditCode: () => checkedCreditCode(input.creditCode),
  });
  return { ...name, ...brand, creditCode };
}

/** Organisations lie in a county or below. @throws HubError `BAD_USER_INPUT`. */
function placeOf({ code: regionCode, name, path: regionPath, allianceCode }: RegionRow) {
  if (allianceCode !== null) return { regionCode, regionPath, allianceCode };
  throw badInput("regionCode", {
    zh: `${name}在区县以上。请选择区县或其下级。`,
    en: `"regionCode" ${regionCode} is above the county level. Give the county or a place below it.`,
  });
}

/**
 * Changes name or brand of an organisation.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` from a stale version.
 */
export async function updateOrganization(
  context: OrganizationContext,
  input: UpdateOrganizationInput,
): Promise<OrganizationRow> {
  const given = () => checkedWhereGiven(input, LIMITS);
  const step = { action: "updateOrganization", may: "update", given, input } as const;
  return await changes.change(context, step, (organization, _work, changed) => {
    Object.assign(organization, changed());
  });
}

async function requireKnown(
  context: OrganizationContext,
  id: string | null | undefined,
): Promise<OrganizationRow | null> {
  if (id == null) return null;
  const parent = await context.organizations.byId.load(id);
  if (!parent) throw notFound("Organization", id, "parentId");
  return parent;
}

/**
 * The organisation above must belong to the same alliance, because what its units share stays within the
 * alliance.
 */
function requireSameAlliance(parent: OrganizationRow | null, allianceCode: string): void {
  if (parent && parent.allianceCode !== allianceCode) {
    throw badInput("parentId", {
      zh: `${parent.name}不在同一联盟（区县）。请选择本联盟的上级单位，或者不选。`,
      en: `"parentId" ${parent.name} belongs to alliance ${parent.allianceCode}, the organisation to ${allianceCode}. Name one of ${allianceCode}, or leave it out.`,
    });
  }
}

function checkedCreditCode(code: string | null | undefined): string | null {
  if (code == null) return null;
  // One in 31 identity numbers passes the check of a credit code. It must not be stored as one.
  if (findPersonalData(code)) {
    throw badInput("creditCode", {
      zh: "统一社会信用代码疑似居民身份证号码。请填写单位的统一社会信用代码。",
      en: `"creditCode" looks like a resident identity number. Give the organisation's unified social credit code.`,
    });
  }
  const fault = checkCreditCode(code);
  if (fault !== undefined)
    throw badInput("creditCode", {
      zh: `统一社会信用代码 ${code.slice(0, 40)} 不对：${fault.zh}`,
      en: `"creditCode" ${JSON.stringify(code.slice(0, 40))}: ${fault.en}`,
    });
  return code;
}
