import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import { badInput, conflict, forbidden, notFound } from "@alliance-hub/platform/errors/hub-error";
import { sql } from "kysely";
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
  only: ({ regionPath }) =>
    `Only an operator of ${regionPath.findLast((code) => code !== null)} or the secretary of the committee above may establish one there.`,
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
  const region = await context.regions.byCode.load(input.regionCode);
  if (!region) throw notFound("Region", input.regionCode);
  const parentId = input.parentId ?? null;
  changes.require(context.viewer, "establish", { parentId, regionPath: region.path });
  const parent = await requireParent(context, parentId, region);
  const committee = {
    ...(await checkedCommittee(context, input, { region, parent })),
    parentId,
    ancestorIds: parent ? [parent.id, ...parent.ancestorIds] : [],
    demonstration: false,
  };
  const constraints = {
    committee_one_per_place: () =>
      conflict(
        `${region.code} already has a committee of level ${input.level}. Find it with region(code:) { committees }.`,
      ),
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
  if (!parent) throw notFound("Committee", parentId);
  if (!region.path.includes(parent.regionCode) || parent.regionCode === region.code) {
    throw badInput(
      "parentId",
      `"parentId" is a committee of ${parent.regionCode}, which is not above ${region.code}. Give a committee of a place above it.`,
    );
  }
  return parent;
}

async function checkedCommittee(
  context: CommitteeContext,
  input: EstablishCommitteeInput,
  { region, parent }: { region: RegionRow; parent: CommitteeRow | null },
) {
  if (
    input.level !== region.level &&
    !(input.level === "DISTRICT" && region.code === region.allianceCode)
  ) {
    throw badInput(
      "level",
      `"level" is ${input.level}, but ${region.code} is a ${region.level}. Give the level of the place.`,
    );
  }
  if (region.allianceCode === null) {
    throw badInput(
      "regionCode",
      `"regionCode" ${region.code} is above the county level. Give the county or a place below it.`,
    );
  }
  const organization = await context.organizations.byId.load(input.organizationId);
  if (!organization) throw notFound("Organization", input.organizationId);
  if (organization.kind !== "PARTY_ORGANIZATION") {
    throw badInput(
      "organizationId",
      `"organizationId" is a ${organization.kind}; a committee belongs to a PARTY_ORGANIZATION. Name one.`,
    );
  }
  if (!mayStandOn(context.viewer, organization, parent)) {
    throw forbidden(
      context.viewer,
      `"organizationId" ${organization.id} lies at ${organization.regionCode}, outside the place in which you may establish committees; the committee's secretary would act for it. Name an organisation of ${region.code}, or ask an operator of ${organization.regionCode}.`,
    );
  }
  LIMITS.termNumber.check("termNumber", input.termNumber);
  if (input.termEndsOn <= input.termStartsOn) {
    throw badInput(
      "termEndsOn",
      `"termEndsOn" ${input.termEndsOn} is not after "termStartsOn" ${input.termStartsOn}. Give a later day.`,
    );
  }
  return {
    name: LIMITS.name.check("name", input.name),
    level: input.level,
    organizationId: organization.id,
    themes: LIMITS.themes.check("themes", input.themes ?? []),
    establishedOn: input.termStartsOn,
    regionCode: region.code,
    regionPath: region.path,
    allianceCode: region.allianceCode,
  };
}
