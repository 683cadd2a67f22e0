import { badInput, conflict, notFound } from "@alliance-hub/platform/errors/hub-error";
import { requireLasting } from "@alliance-hub/platform/directory/lasting-region";
import { InputChecks, gathered } from "@alliance-hub/platform/errors/faults";
import { emptiedWhereNull } from "@alliance-hub/platform/limits/checked";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { valueWords } from "@alliance-hub/platform/words/enumerations";
import { sql } from "kysely";
import {
  countedInWords,
  moveRecordsOf,
  namedRecords,
  openRecordsOf,
} from "../../mechanisms/records-of-units/records-of-units.ts";
import { SERVING_KINDS } from "../../vocabulary/organization-kind.ts";
import type { Organization } from "../organization/organization.entity.ts";
import type { OrganizationContext, OrganizationRow } from "../organization/organization.loaders.ts";
import {
  type OrganizationWork,
  changes,
  checkedCreditCode,
  current,
  holdOrganizations,
  oneOfCode,
  placeOf,
  requireKnown,
  requireSameAlliance,
} from "../organization/organization.service.ts";
import type { CorrectOrganizationInput } from "./organization-correction.input.ts";

type Place = ReturnType<typeof placeOf>;

/**
 * Corrects what only an operator may: kind, place, credit code, and the organisation above. If the organisation
 * moves, what stands where it is moves with it; what belongs to a committee or a community stays there.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` from a stale version, for a credit code in
 * use, and for what ties it to its alliance or its kind.
 */
export async function correctOrganization(
  context: OrganizationContext,
  input: CorrectOrganizationInput,
): Promise<OrganizationRow> {
  const given = async () => {
    const checks = new InputChecks();
    const rest = await checks.of(() =>
      gathered({
        reason: () => REASON.check("reason", input.reason),
        creditCode: () => ({
          ...(input.creditCode == null ? {} : { creditCode: checkedCreditCode(input.creditCode) }),
          ...emptiedWhereNull(input, ["creditCode"]),
        }),
      }),
    );
    await checks.of(async () => {
      const { regionCode } = input;
      if (regionCode != null && !(await context.regions.byCode.load(regionCode)))
        throw notFound("Region", regionCode, "regionCode");
    });
    checks.end();
    return rest();
  };
  const step = {
    action: "correctOrganization",
    may: "correct",
    given,
    constraints: oneOfCode(input.creditCode ?? null),
    input: await current(context, input),
    lockFirst: async (work: OrganizationWork, id: string) => {
      if (input.parentId !== undefined) await lockTree(work);
      await holdOrganizations(work, [id]);
    },
  } as const;
  return await changes.change(context, step, async (organization, work, corrected) => {
    const checks = new InputChecks();
    const place = await checks.of(() => newPlace(context, organization, input.regionCode));
    const parent = await checks.of(() => newParent(context, work, { organization, input }));
    await checks.of(() => requireSameAlliance(parent(), (place() ?? organization).allianceCode));
    await checks.of(() => requireFreeKind(work, organization, input.kind));
    const { reason, creditCode } = corrected();
    checks.end();
    const moved = place();
    if (moved) await move(work, organization, moved);
    Object.assign(organization, creditCode, { changeReason: reason });
    if (input.kind != null) organization.kind = input.kind;
    if (input.parentId !== undefined) organization.parentId = parent()?.id ?? null;
  });
}

/** One change of the tree of organisations at a time, so that two together make no ring. */
export async function lockTree({ rows }: Pick<OrganizationWork, "rows">): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('organization_tree'), 0)`.execute(rows);
}

/** The place that an organisation moves to; undefined if it stays. @throws HubError `FORBIDDEN`, `BAD_USER_INPUT`. */
async function newPlace(
  context: OrganizationContext,
  organization: Organization,
  code: string | null | undefined,
): Promise<Place | undefined> {
  if (code == null || code === organization.regionCode) return undefined;
  const region = await context.regions.byCode.load(code);
  if (!region) throw notFound("Region", code, "regionCode");
  requireLasting(region, "regionCode");
  changes.require(context.viewer, "correct", { id: organization.id, regionPath: region.path });
  return placeOf(region);
}

/** The organisation above, as it will be. @throws HubError `NOT_FOUND`, `BAD_USER_INPUT` if it is below this one. */
async function newParent(
  context: OrganizationContext,
  work: OrganizationWork,
  { organization, input }: { organization: Organization; input: CorrectOrganizationInput },
): Promise<OrganizationRow | null> {
  if (input.parentId === undefined) return await requireKnown(context, organization.parentId);
  const parent = await requireKnown(context, input.parentId);
  if (parent && (await isAtOrBelow(work, parent.id, organization.id))) {
    throw badInput("parentId", {
      zh: `${parent.name}是${organization.name}本身或其下级，不能作为它的上级。请另选上级单位，或者不选。`,
      en: `"parentId" is ${parent.name}, which is ${organization.name} itself or below it. Name another organisation, or give null.`,
    });
  }
  return parent;
}

/** Whether an organisation is another one, or below it. */
export async function isAtOrBelow(
  { rows }: Pick<OrganizationWork, "rows">,
  id: string,
  aboveId: string,
): Promise<boolean> {
  const { rows: found } = await sql`
    with recursive line as (
      select id, parent_id from organization where id = ${id}
      union select above.id, above.parent_id from organization above join line on above.id = line.parent_id
    ) select from line where id = ${aboveId}`.execute(rows);
  return found.length > 0;
}

/** Committees stand on party organisations, and of the others only two kinds serve estates. @throws HubError `CONFLICT`. */
async function requireFreeKind(
  { rows, now }: OrganizationWork,
  { id, name, kind: before }: Organization,
  kind: Organization["kind"] | null | undefined,
): Promise<void> {
  if (kind == null || kind === before) return;
  const records = await openRecordsOf(rows, { id, now });
  const served = records.filter(({ noun }) => noun === "ServiceArea");
  if (served.length > 0 && !SERVING_KINDS.includes(kind)) {
    throw conflict(
      {
        zh: `${name}现服务 ${served.length} 个小区，只有物业公司和业主委员会服务小区，因此它不能改为${valueWords("OrganizationKind", kind).zh}。请先登记不再服务这些小区。`,
        en: `${name} serves ${served.length} estates, which only a PROPERTY_COMPANY or an OWNERS_COMMITTEE does, so it cannot become ${kind}. End these with endServiceArea first.`,
      },
      namedRecords(served),
    );
  }
  const committees = records.filter(({ noun }) => noun === "Committee");
  if (committees.length === 0 || kind === "PARTY_ORGANIZATION") return;
  const names = committees.map(({ title }) => title).join("、");
  throw conflict(
    {
      zh: `${names}依托于${name}，而委员会须依托党组织，因此它不能改为${valueWords("OrganizationKind", kind).zh}。请先把它并入另一个党组织。`,
      en: `${names} belongs to ${name}, and a committee belongs to a PARTY_ORGANIZATION, so it cannot become ${kind}. Merge it into another party organisation with mergeOrganizations first.`,
    },
    namedRecords(committees),
  );
}

/** Moves it, within its alliance, or into another one if nothing ties it to the present one. @throws HubError `CONFLICT`. */
async function move(
  { rows, now }: OrganizationWork,
  organization: Organization,
  place: Place,
): Promise<void> {
  const { id, name } = organization;
  if (place.allianceCode !== organization.allianceCode) {
    const tied = (await openRecordsOf(rows, { id, now })).filter(({ moves }) => !moves);
    if (tied.length > 0) {
      const counted = countedInWords(tied);
      throw conflict(
        {
          zh: `${name}要迁到另一联盟（区县），但在本联盟还有${counted.zh}。请先了结这些事项再迁，或者在那里另行登记。`,
          en: `${name} would move to alliance ${place.allianceCode}, but is tied to ${organization.allianceCode} by ${counted.en}. Settle these first, or register it anew there.`,
        },
        namedRecords(tied),
      );
    }
  }
  Object.assign(organization, place);
  await moveRecordsOf(rows, { id, now }, place);
}
