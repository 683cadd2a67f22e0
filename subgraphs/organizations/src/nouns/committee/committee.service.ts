import { InputChecks, gathered } from "@alliance-hub/platform/errors/faults";
import { valueWords } from "@alliance-hub/platform/words/enumerations";
import { dayWords } from "@alliance-hub/platform/words/times";
import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import { badInput, conflict, forbidden, notFound } from "@alliance-hub/platform/errors/hub-error";
import { sql } from "kysely";
import { formerNamesAfter } from "@alliance-hub/platform/noun/former-name.type";
import { isId } from "@alliance-hub/platform/keys/loader";
import { checkedWhereGiven } from "@alliance-hub/platform/limits/checked";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { OrganizationRow } from "../organization/organization.loaders.ts";
import type { RegionRow } from "../region/region.loaders.ts";
import { requireLasting } from "@alliance-hub/platform/directory/lasting-region";
import { Committee, type RankedCommittee, USUAL_KIND, mayBeAbove } from "./committee.entity.ts";
import {
  type EstablishCommitteeInput,
  LIMITS,
  type UpdateCommitteeInput,
} from "./committee.input.ts";
import type { CommitteeContext, CommitteeRow } from "./committee.loaders.ts";
import { can, mayStandOn } from "./committee.policy.ts";
import { noticesOfCommittee } from "./committee.notices.ts";

const changes = recordChanges({
  noun: "Committee",
  entity: Committee,
  reload: ({ committees }: CommitteeContext, id): Promise<CommitteeRow | null> =>
    committees.byId.load(id),
  can,
  only: ({ regionPath }, action) => {
    const operator = `an operator of ${regionPath.findLast((code) => code !== null)}`;
    return {
      establish: {
        zh: "只有当地的平台管理员，或上级委员会的书记，可以在此设立委员会。",
        en: `Only ${operator} or the secretary of the committee above may establish one there.`,
      },
      describe: {
        zh: "只有本委员会或其上级委员会的书记，或当地的平台管理员，可以更改委员会的名称与工作主题。",
        en: `Only the secretary of the committee or of one above it, or ${operator}, may change its name and labels.`,
      },
      arrange: {
        zh: "只有上级委员会的书记，或当地的平台管理员，可以更改委员会的上级和示范点标记。请联系他们办理。",
        en: `Only the secretary of the committee above, or ${operator}, may change which committee is above it and its mark as a model. Ask one of them.`,
      },
    }[action];
  },
  search: ({ name, formerNames }) =>
    searchColumns(name, ...formerNames.map((former) => former.name)),
  note: ({ regionPath }) => ({ regionPath }),
  notices: noticesOfCommittee,
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
  const kind = input.kind ?? USUAL_KIND[input.level];
  const checks = new InputChecks();
  const place = await checks.of(async () => {
    const found = await context.regions.byCode.load(input.regionCode);
    if (!found) throw notFound("Region", input.regionCode, "regionCode");
    requireLasting(found, "regionCode");
    changes.require(context.viewer, "establish", { parentId, regionPath: found.path });
    return found;
  });
  const above = await checks.of(async () => {
    const { name, level, regionCode } = input;
    const below = { name, level, kind, regionCode, regionPath: place().path };
    return requireAbove(await requireKnown(context.rows, parentId), below);
  });
  await checks.of(() => requireLevel(input, place()));
  const alliance = await checks.of(() => requireAlliance(place()));
  const organization = await checks.of(() => requirePartyOrganization(context, input));
  await checks.of(() =>
    requireStanding(context, organization(), { region: place(), parent: above() }),
  );
  const given = await checks.of(() => checkedCommittee(input));
  checks.end();
  const region = place();
  const committee = {
    ...given(),
    level: input.level,
    kind,
    organizationId: organization().id,
    establishedOn: input.termStartsOn,
    regionCode: region.code,
    regionPath: region.path,
    allianceCode: alliance(),
    parentId,
    cameFrom: null,
    demonstration: false,
    formerNames: [],
  };
  const constraints = {
    committee_one_per_place: () =>
      conflict({
        zh: `${region.name}已有${valueWords("CommitteeLevel", input.level).zh}，同一类型（${valueWords("CommitteeKind", kind).zh}）每地只设一个。请查看已有的委员会，或选择其他类型。`,
        en: `${region.name} already has a committee of level ${input.level} and kind ${kind}. Find it with region(code:) { committees }, or choose another kind.`,
      }),
  };
  return await changes.create(
    context,
    { action: "establishCommittee", input, constraints },
    async ({ em, rows, now }, create) => {
      // The one above may have been moved since the checks.
      if (parentId !== null) await lockTree(rows);
      const record = create({
        ...committee,
        ancestorIds: lineOf(await requireKnown(rows, parentId)),
      });
      await em.flush();
      await sql`select directory.open_first_term(${context.newId()}, ${record.id}, ${input.termNumber},
        ${input.termStartsOn}, ${input.termEndsOn}, ${now})`.execute(rows);
      return record;
    },
  );
}

/**
 * Changes a committee. Former names stay with it. If another committee is above it from now on, all below it
 * follow, and so do the rights of secretaries.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` from a stale version.
 */
export async function updateCommittee(
  context: CommitteeContext,
  input: UpdateCommitteeInput,
): Promise<CommitteeRow> {
  const { parentId, demonstration } = input;
  const isMove = parentId !== undefined;
  const given = () => checkedWhereGiven(input, { name: LIMITS.name, themes: LIMITS.themes });
  const step = {
    action: "updateCommittee",
    input,
    may: isMove || demonstration != null ? "arrange" : "describe",
    given,
    ...(isMove ? { lockFirst: ({ rows }: { rows: Rows }) => lockTree(rows) } : {}),
  } as const;
  return await changes.change(context, step, async (committee, { em, rows, now }, changed) => {
    const above = isMove ? await requireKnown(rows, parentId) : undefined;
    if (above) requireNewAbove(context, above, committee);
    const { name = committee.name } = changed();
    const formerNames = formerNamesAfter(committee, name, shanghaiDay(now));
    Object.assign(committee, { ...changed(), formerNames });
    if (demonstration != null) committee.demonstration = demonstration;
    if (above === undefined) return;
    committee.parentId = above?.id ?? null;
    committee.ancestorIds = lineOf(above);
    await em.flush();
    await sql`update committee set ancestor_ids =
        ancestor_ids[:array_position(ancestor_ids, ${committee.id}::uuid)] || ${committee.ancestorIds}::uuid[]
      where ${committee.id}::uuid = any(ancestor_ids)`.execute(rows);
  });
}

type Rows = CommitteeContext["rows"];

/** One change of the tree at a time: what is above what is read under this lock, and stays so until the end. */
async function lockTree(rows: Rows): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('committee_tree'), 0)`.execute(rows);
}

/** The committee above, as it is now, not as it was when a loader read it. @throws HubError `NOT_FOUND`. */
async function requireKnown(rows: Rows, id: string | null): Promise<AboveCommittee | null> {
  if (id === null) return null;
  const query = rows
    .selectFrom("committee")
    .select(["id", "name", "level", "kind", "ancestorIds", "regionCode", "regionPath"])
    .where("id", "=", id);
  const found = isId(id) ? await query.executeTakeFirst() : undefined;
  if (!found) throw notFound("Committee", id, "parentId");
  return found;
}

type AboveCommittee = RankedCommittee & Pick<CommitteeRow, "id" | "name" | "ancestorIds">;

/** A committee and all above it, the nearest first. */
function lineOf(committee: AboveCommittee | null): string[] {
  return committee ? [committee.id, ...committee.ancestorIds] : [];
}

/** @throws HubError `BAD_USER_INPUT` if it must not be above that one. */
function requireAbove(
  above: AboveCommittee | null,
  below: RankedCommittee & { readonly name: string },
): AboveCommittee | null {
  if (!above || mayBeAbove(above, below)) return above;
  throw badInput("parentId", {
    zh: `${above.name}不能作为${below.name}的上级：上级须在其上级地方，或在同一地方而层级更高。请另选上级委员会。`,
    en: `"parentId" is ${above.name} of ${above.regionCode}, which cannot be above ${below.name} of ${below.regionCode}. Give a committee of a place above it, or one of a higher level in the same place.`,
  });
}

/** @throws HubError `BAD_USER_INPUT` if it is below that one itself, `FORBIDDEN` for whoever does not run it. */
function requireNewAbove(
  { viewer }: CommitteeContext,
  above: AboveCommittee,
  committee: Committee,
): void {
  if (lineOf(above).includes(committee.id)) {
    throw badInput("parentId", {
      zh: `${above.name}是${committee.name}本身或其下级，不能作为它的上级。请另选上级委员会。`,
      en: `"parentId" is ${above.name}, which is ${committee.name} itself or below it. Give another committee.`,
    });
  }
  requireAbove(above, committee);
  changes.require(viewer, "arrange", { parentId: above.id, regionPath: committee.regionPath });
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
  { region, parent }: { region: RegionRow; parent: AboveCommittee | null },
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
