import { change } from "@alliance-hub/platform/change/change";
import { requireText } from "@alliance-hub/platform/change/require-text";
import { badInput, conflict, forbidden, notFound } from "@alliance-hub/platform/errors/hub-error";
import { sql } from "kysely";
import type { OrganizationsContext } from "../../context.ts";
import type { RegionRow } from "../region/region.loaders.ts";
import { Committee } from "./committee.entity.ts";
import type { EstablishCommitteeInput } from "./committee.input.ts";
import type { CommitteeRow } from "./committee.loaders.ts";
import { can, mayStandOn } from "./committee.policy.ts";

/** Most themes of a committee. */
const MAX_THEMES = 12;

/**
 * Establishes a committee and opens its first term: the term is a record of the subgraph `members`,
 * which publishes the function `directory.open_first_term` for exactly this, so that both are one
 * transaction.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` where one stands already.
 */
export async function establishCommittee(
  context: OrganizationsContext,
  input: EstablishCommitteeInput,
): Promise<CommitteeRow> {
  const region = await context.regions.byCode.load(input.regionCode);
  if (!region) throw notFound("Region", input.regionCode);
  const parentId = input.parentId ?? null;
  if (!can(context.viewer, "establish", { parentId, regionPath: region.path })) {
    throw forbidden(
      context.viewer,
      `Only an operator of ${region.code} or the secretary of the committee above may establish one there.`,
    );
  }
  const parent = await requireParent(context, parentId, region);
  const committee = {
    ...(await checked(context, input, { region, parent })),
    parentId,
    ancestorIds: parent ? [parent.id, ...parent.ancestorIds] : [],
  };
  return await change(
    context,
    {
      action: "establishCommittee",
      input,
      reload: (id) => context.committees.byId.load(id),
      constraints: {
        committee_one_per_place: () =>
          conflict(
            `${region.code} has a committee of level ${input.level}. Find it with region(code:) { committees }.`,
          ),
      },
    },
    async ({ em, rows, now }) => {
      const record = em.create(Committee, {
        ...committee,
        id: context.newId(),
        createdAt: now,
        updatedAt: now,
        demonstration: false,
      });
      await em.flush();
      await sql`select directory.open_first_term(${context.newId()}, ${record.id}, ${input.termNumber},
        ${input.termStartsOn}, ${input.termEndsOn}, ${now})`.execute(rows);
      return {
        record,
        audit: { noun: "Committee", recordId: record.id, regionPath: record.regionPath },
      };
    },
  );
}

async function requireParent(
  context: OrganizationsContext,
  parentId: string | null,
  region: RegionRow,
): Promise<CommitteeRow | null> {
  if (parentId === null) return null;
  const parent = await context.committees.byId.load(parentId);
  if (!parent) throw notFound("Committee", parentId);
  if (!region.path.includes(parent.regionCode) || parent.regionCode === region.code) {
    throw badInput(
      "parentId",
      `"parentId" is a committee of ${parent.regionCode}, which does not lie above ${region.code}. Give one of a place above.`,
    );
  }
  return parent;
}

async function checked(
  context: OrganizationsContext,
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
      `"organizationId" is a ${organization.kind}; a committee stands on a PARTY_ORGANIZATION.`,
    );
  }
  if (!mayStandOn(context.viewer, organization, parent)) {
    throw forbidden(
      context.viewer,
      `"organizationId" ${organization.id} lies at ${organization.regionCode}, beyond the ground on which you may found committees; the secretary would act for it. Name an organisation of ${region.code}, or ask an operator of ${organization.regionCode}.`,
    );
  }
  if (input.termNumber < 1 || input.termNumber > 99) {
    throw badInput("termNumber", `"termNumber" is ${input.termNumber}; it must be 1 to 99.`);
  }
  if (input.termEndsOn <= input.termStartsOn) {
    throw badInput(
      "termEndsOn",
      `"termEndsOn" ${input.termEndsOn} is not after "termStartsOn" ${input.termStartsOn}. Give a later day.`,
    );
  }
  const themes = (input.themes ?? []).map((theme) =>
    requireText("themes", theme, { maxLength: 30 }),
  );
  if (themes.length > MAX_THEMES)
    throw badInput("themes", `"themes" has ${themes.length} labels; ${MAX_THEMES} at most.`);
  return {
    name: requireText("name", input.name, { maxLength: 100 }),
    level: input.level,
    organizationId: organization.id,
    themes,
    establishedOn: input.termStartsOn,
    regionCode: region.code,
    regionPath: region.path,
    allianceCode: region.allianceCode,
  };
}
