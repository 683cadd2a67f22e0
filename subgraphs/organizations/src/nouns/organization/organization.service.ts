import { gathered } from "@alliance-hub/platform/errors/faults";
import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import { badInput, conflict, notFound } from "@alliance-hub/platform/errors/hub-error";
import { checked, checkedOrNull, checkedWhereGiven } from "@alliance-hub/platform/limits/checked";
import { checkCreditCode } from "@alliance-hub/platform/text/credit-code";
import { findPersonalData } from "@alliance-hub/platform/text/personal-data";
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
  const region = await context.regions.byCode.load(input.regionCode);
  if (!region) throw notFound("Region", input.regionCode);
  const { code: regionCode, path: regionPath, allianceCode } = region;
  changes.require(context.viewer, "register", { regionPath });
  if (allianceCode === null) {
    throw badInput("regionCode", {
      zh: `${region.name}在区县以上。请选择区县或其下级。`,
      en: `"regionCode" ${regionCode} is above the county level. Give the county or a place below it.`,
    });
  }
  const { given, creditCode } = gathered({
    given: () => ({
      ...checked(input, { name: LIMITS.name }),
      ...checkedOrNull(input, { brand: LIMITS.brand }),
    }),
    creditCode: () => checkedCreditCode(input.creditCode),
  });
  const { kind, parentId = null } = input;
  await requireParent(context, parentId, allianceCode);
  const content = { ...given, creditCode, kind, parentId, regionCode, regionPath, allianceCode };
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

/**
 * Changes name or brand of an organisation.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` from a stale version.
 */
export async function updateOrganization(
  context: OrganizationContext,
  input: UpdateOrganizationInput,
): Promise<OrganizationRow> {
  const given = checkedWhereGiven(input, LIMITS);
  const step = { action: "updateOrganization", may: "update", input } as const;
  return await changes.change(context, step, (organization) => {
    Object.assign(organization, given);
  });
}

/**
 * The organisation above must belong to the same alliance, because what its units share stays within the
 * alliance.
 */
async function requireParent(
  context: OrganizationContext,
  id: string | null | undefined,
  allianceCode: string,
): Promise<void> {
  if (id == null) return;
  const parent = await context.organizations.byId.load(id);
  if (!parent) throw notFound("Organization", id);
  if (parent.allianceCode !== allianceCode) {
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
