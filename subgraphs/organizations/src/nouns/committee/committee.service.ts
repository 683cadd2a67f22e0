import { InputChecks, gathered } from "@alliance-hub/platform/errors/faults";
import { valueWords } from "@alliance-hub/platform/words/enumerations";
import { dayWords } from "@alliance-hub/platform/words/times";
import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import { badInput, conflict, forbidden, notFound } from "@alliance-hub/platform/errors/hub-error";
import { sql } from "kysely";
import type { OrganizationRow } from "../organization/organization.loaders.ts";
import type { RegionRow } from "../region/region.loaders.ts";
import { Committee } from "./committee.entity.ts";
import { type EstablishCommitteeInput, LIMITS } from "./committee.input.ts";
import type { CommitteeContext, CommitteeRow } from "./committee.loaders.ts";
import { can, mayStandOn } from "./committee.policy.ts";

const changes = recordChanges({
  noun: "Committee",
  entity: Committee,
  reload: ({ committees }: CommitteeContext, id): Promise<CommitteeRow | null> =>
    committees.byId.load(id),
  can,
  only: ({ regionPath }) => ({
    zh: "只有当地的平台管理员，或上级委员会的书记，可以在此设立委员会。",
    en: `Only an operator of ${regionPath.findLast((code) => code !== null)} or the secretary of the committee above may establish one there.`,
  }),
  search: ({ name }) => searchColumns(name),
  note: ({ regionPath }) => ({ regionPath }),
});

/**
 * Establishes a committee and opens its first term, in one transaction. The term is a record of the subgraph
 * `members`, which publishes the function `directory.open_first_term` for exactly this purpose.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` if there is one already.
 */
export async function establishCommittee(
  context: CommitteeContext,
  input: EstablishCommitteeInput,
): Promise<CommitteeRow> {
  const parentId = input.parentId ?? null;
  const checks = new InputChecks();
  const place = await checks.of(async () => {
    const found = await context.regions.byCode.load(input.regionCode);
    if (!found) throw notFound("Region", input.regionCode, "regionCode");
    changes.require(context.viewer, "establish", { parentId, regionPath: found.path });
    return found;
  });
  const above = await checks.of(() => requireParent(context, parentId, place()));
  await checks.of(() => requireLevel(input, place()));
  const alliance = await checks.of(() => requireAlliance(place()));
  const organization = await checks.of(() => requirePartyOrganization(context, input));
  await checks.of(() =>
    requireStanding(context, organization(), { region: place(), parent: above() }),
  );
  const given = await checks.of(() => checkedCommittee(input));
  checks.end();
  const region = place();
  const parent = above();
  const committee = {
    ...given(),
    level: input.level,
    organizationId: organization().id,
    establishedOn: input.termStartsOn,
    regionCode: region.code,
    regionPath: region.path,
    allianceCode: alliance(),
    parentId,
    ancestorIds: parent ? [parent.id, ...parent.ancestorIds] : [],
    demonstration: false,
  };
  const constraints = {
    committee_one_per_place: () =>
      conflict({
        zh: `${region.name}已有${valueWords("CommitteeLevel", input.level).zh}，每地只设一个。请查看已有的委员会。`,
        en: `${region.name} already has a committee of level ${input.level}. Find it with region(code:) { committees }.`,
      }),
  };
  return await changes.create(
    context,
    { action: "establishCommittee", input, constraints },
    async ({ em, rows, now }, create) => {
      const record = create(committee);
      await em.flush();
      await sql`select directory.open_first_term(${context.newId()}, ${record.id}, ${input.termNumber},
        ${input.termStartsOn}, ${input.termEndsOn}, ${now})`.execute(rows);
      return record;
    },
  );
}

async function requireParent(
  context: CommitteeContext,
  parentId: string | null,
  region: RegionRow,
): Promise<CommitteeRow | null> {
  if (parentId === null) return null;
  const parent = await context.committees.byId.load(parentId);
  if (!parent) throw notFound("Committee", parentId, "parentId");
  if (!region.path.includes(parent.regionCode) || parent.regionCode === region.code) {
    throw badInput("parentId", {
      zh: `${parent.name}不在${region.name}的上级地方。请选择其上级地方的委员会。`,
      en: `"parentId" is a committee of ${parent.regionCode}, which is not above ${region.code}. Give a committee of a place above it.`,
    });
  }
  return parent;
}

function requireLevel({ level }: EstablishCommitteeInput, region: RegionRow): void {
  if (level === region.level) return;
  if (level === "DISTRICT" && region.code === region.allianceCode) return;
  throw badInput("level", {
    zh: `所选层级为${valueWords("CommitteeLevel", level).zh}，而${region.name}是${valueWords("RegionLevel", region.level).zh}。请选择与所在地一致的层级。`,
    en: `"level" is ${level}, but ${region.name} is a ${region.level}. Give the level of the place.`,
  });
}

function requireAlliance({ code, name, allianceCode }: RegionRow): string {
  if (allianceCode !== null) return allianceCode;
  throw badInput("regionCode", {
    zh: `${name}在区县以上。请选择区县或其下级。`,
    en: `"regionCode" ${code} is above the county level. Give the county or a place below it.`,
  });
}

async function requirePartyOrganization(
  context: CommitteeContext,
  input: EstablishCommitteeInput,
): Promise<OrganizationRow> {
  const organization = await context.organizations.byId.load(input.organizationId);
  if (!organization) throw notFound("Organization", input.organizationId, "organizationId");
  if (organization.kind !== "PARTY_ORGANIZATION") {
    throw badInput("organizationId", {
      zh: `${organization.name}是${valueWords("OrganizationKind", organization.kind).zh}，而委员会须依托党组织。请选择一个党组织。`,
      en: `"organizationId" is a ${organization.kind}; a committee belongs to a PARTY_ORGANIZATION. Name one.`,
    });
  }
  return organization;
}

/** The secretary of the committee will act for the organisation, so not everybody may name every one. */
function requireStanding(
  { viewer }: CommitteeContext,
  organization: OrganizationRow,
  { region, parent }: { region: RegionRow; parent: CommitteeRow | null },
): void {
  if (mayStandOn(viewer, organization, parent)) return;
  throw forbidden(viewer, {
    zh: `${organization.name}不在您可以设立委员会的地方，而委员会的书记将代表它。请选择${region.name}的党组织，或联系该地的平台管理员。`,
    en: `${organization.name} lies at ${organization.regionCode}, outside the place in which you may establish committees; the committee's secretary would act for it. Name an organisation of ${region.code}, or ask an operator of ${organization.regionCode}.`,
  });
}

function checkedCommittee(input: EstablishCommitteeInput) {
  const { name, themes } = gathered({
    name: () => LIMITS.name.check("name", input.name),
    themes: () => LIMITS.themes.check("themes", input.themes ?? []),
    number: () => LIMITS.termNumber.check("termNumber", input.termNumber),
    term: () => requireTerm(input),
  });
  return { name, themes };
}

function requireTerm({ termStartsOn, termEndsOn }: EstablishCommitteeInput): void {
  if (termEndsOn > termStartsOn) return;
  throw badInput("termEndsOn", {
    zh: `任期止${dayWords(termEndsOn).zh}不晚于任期起${dayWords(termStartsOn).zh}。请填更晚的日期。`,
    en: `"termEndsOn" ${termEndsOn} is not after "termStartsOn" ${termStartsOn}. Give a later day.`,
  });
}
