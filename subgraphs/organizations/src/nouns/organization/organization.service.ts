import { InputChecks, gathered } from "@alliance-hub/platform/errors/faults";
import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import { badInput, conflict, notFound } from "@alliance-hub/platform/errors/hub-error";
import { checked, checkedOrNull, checkedWhereGiven } from "@alliance-hub/platform/limits/checked";
import { checkCreditCode } from "@alliance-hub/platform/text/credit-code";
import { findPersonalData } from "@alliance-hub/platform/text/personal-data";
import type { ConstraintFaults } from "@alliance-hub/platform/errors/database-fault";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { formerNamesAfter } from "@alliance-hub/platform/noun/former-name.type";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { WorkOf } from "@alliance-hub/platform/change/change-rules";
import { sql } from "kysely";
import type { RegionRow } from "../region/region.loaders.ts";
import { ORGANIZATION_STEPS, Organization } from "./organization.entity.ts";
import { requireLasting } from "@alliance-hub/platform/directory/lasting-region";
import {
  LIMITS,
  type RegisterOrganizationInput,
  type RenameOrganizationInput,
  type UpdateOrganizationInput,
} from "./organization.input.ts";
import type { OrganizationContext, OrganizationRow } from "./organization.loaders.ts";
import { can } from "./organization.policy.ts";
import { noticesOfOrganization } from "./organization.notices.ts";

/** A transaction in which organisations change. */
export type OrganizationWork = WorkOf<OrganizationContext>;

/** The changes of an organisation; correcting, ending and merging make some of them. */
export const changes = recordChanges({
  noun: "Organization",
  entity: Organization,
  reload: ({ organizations }: OrganizationContext, id): Promise<OrganizationRow | null> =>
    organizations.byId.load(id),
  can,
  only: ({ regionPath }, action) => {
    const operator = `an operator of ${regionPath.findLast((code) => code !== null)}`;
    if (action === "update")
      return {
        zh: "只有该单位的联络员，或当地的平台管理员，可以更改它。",
        en: "Only a liaison of the unit or an operator of its region may change it.",
      };
    return {
      zh: `只有当地的平台管理员可以${MAY_ONLY[action].zh}。单位的联络员可以请平台管理员办理。`,
      en: `Only ${operator} may ${MAY_ONLY[action].en} there. A liaison can ask one of them.`,
    };
  },
  steps: ORGANIZATION_STEPS,
  search: ({ name, brand, creditCode, formerNames }) =>
    searchColumns(name, brand, creditCode, ...formerNames.map((former) => former.name)),
  note: ({ id, regionPath }) => ({ organizationId: id, regionPath }),
  notices: noticesOfOrganization,
});

const MAY_ONLY = {
  register: { zh: "在此登记单位", en: "register organisations" },
  correct: { zh: "更正单位的类型、所在地、信用代码和上级", en: "correct organisations" },
  end: { zh: "终止单位", en: "end organisations" },
  merge: { zh: "合并单位", en: "merge organisations" },
} as const;

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
    requireLasting(region, "regionCode");
    changes.require(context.viewer, "register", { regionPath: region.path });
    return placeOf(region);
  });
  const given = await checks.of(() => checkedOrganization(input));
  const parent = await checks.of(() => requireKnown(context, parentId));
  await checks.of(() => requireSameAlliance(parent(), place().allianceCode));
  checks.end();
  const { creditCode } = given();
  const content = {
    ...given(),
    ...place(),
    state: "ACTIVE" as const,
    formerNames: [],
    kind,
    parentId,
  };
  return await changes.create(
    context,
    { action: "registerOrganization", input, constraints: oneOfCode(creditCode) },
    (_work, create) => create(content),
  );
}

/** What it means that another organisation has the credit code. */
export const oneOfCode = (creditCode: string | null): ConstraintFaults => ({
  organization_credit_code_unique: () =>
    conflict({
      zh: `统一社会信用代码 ${String(creditCode)} 已由另一单位登记。请先查找已有的单位。`,
      en: `The credit code ${String(creditCode)} belongs to an organisation that is already registered. Find it with organizations(filter:).`,
    }),
});

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
export function placeOf({ code: regionCode, name, path: regionPath, allianceCode }: RegionRow) {
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
  const step = { action: "updateOrganization", may: "update", given } as const;
  return await changes.change(
    context,
    { ...step, input: await current(context, input) },
    (organization, { now }, changed) => {
      const { name = organization.name, ...others } = changed();
      rename(organization, name, now);
      Object.assign(organization, others);
    },
  );
}

/**
 * Gives an organisation another name. The former one stays with it, and search finds it by both.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` from a stale version.
 */
export async function renameOrganization(
  context: OrganizationContext,
  input: RenameOrganizationInput,
): Promise<OrganizationRow> {
  const given = () =>
    gathered({
      name: () => LIMITS.name.check("name", input.name),
      reason: () => checkedOrNull(input, { reason: REASON }).reason,
    });
  const step = { action: "renameOrganization", may: "update", given } as const;
  return await changes.change(
    context,
    { ...step, input: await current(context, input) },
    (organization, { now }, renamed) => {
      const { name, reason } = renamed();
      rename(organization, name, now);
      organization.changeReason = reason;
    },
  );
}

function rename(organization: Organization, name: string, now: Date): void {
  organization.formerNames = formerNamesAfter(organization, name, shanghaiDay(now));
  organization.name = name;
}

/** The input, for the organisation that its id leads to. */
export async function current<Input extends { readonly id: string }>(
  { organizations }: OrganizationContext,
  input: Input,
): Promise<Input> {
  const organization = await organizations.byId.load(input.id);
  return organization ? { ...input, id: organization.id } : input;
}

/**
 * Holds organisations until the transaction ends: nothing new is entered for them meanwhile, in whichever subgraph
 * (the triggers `…_of_active_unit`).
 */
export async function holdOrganizations(
  { rows }: Pick<OrganizationWork, "rows">,
  ids: readonly string[],
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('organization'), slot)
    from (select distinct hashtext(id) & 255 as slot from unnest(${ids}::text[]) as id order by slot) as held`.execute(
    rows,
  );
  await sql`select from organization where id::text = any(${ids}::text[]) order by id for update`.execute(
    rows,
  );
}

/** Ends an organisation that is locked. */
export function end(
  organization: Organization,
  { endedOn, endReason }: { readonly endedOn: string; readonly endReason: string },
): void {
  Object.assign(organization, { endedOn, endReason });
}

/**
 * Marks a locked organisation as merged into another one, which is locked, too. If that one has no credit code, it
 * takes this one's.
 *
 * @returns gives the other one what it takes over, once this one has been written: no two have one credit code at
 * any time.
 */
export function mergeInto(
  from: Organization,
  into: Organization,
  { now, reason }: { readonly now: Date; readonly reason: string },
): () => void {
  const { name, creditCode, formerNames } = from;
  const until = from.endedOn ?? shanghaiDay(now);
  const takesCode = into.creditCode === null && creditCode !== null;
  const merged = { state: "MERGED", endedOn: until, endReason: reason, mergedIntoId: into.id };
  Object.assign(from, merged, { updatedAt: now }, takesCode ? { creditCode: null } : {});
  return () => {
    into.formerNames = [...into.formerNames, ...formerNames, { name, until }];
    if (takesCode) into.creditCode = creditCode;
  };
}

export async function requireKnown(
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
export function requireSameAlliance(parent: OrganizationRow | null, allianceCode: string): void {
  if (parent && parent.allianceCode !== allianceCode) {
    throw badInput("parentId", {
      zh: `${parent.name}不在同一联盟（区县）。请选择本联盟的上级单位，或者不选。`,
      en: `"parentId" ${parent.name} belongs to alliance ${parent.allianceCode}, the organisation to ${allianceCode}. Name one of ${allianceCode}, or leave it out.`,
    });
  }
}

export function checkedCreditCode(code: string | null | undefined): string | null {
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
