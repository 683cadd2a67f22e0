import { InputChecks } from "@alliance-hub/platform/errors/faults";
import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { requireDay, requireLastDay } from "@alliance-hub/platform/change/require-day";
import {
  badInput,
  conflict,
  illegalTransition,
  notFound,
} from "@alliance-hub/platform/errors/hub-error";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { valueWords } from "@alliance-hub/platform/words/enumerations";
import type { OrganizationRow } from "../organization/organization.loaders.ts";
import type { RegionRow } from "../region/region.loaders.ts";
import { SERVING_KINDS } from "../../vocabulary/organization-kind.ts";
import { ServiceArea } from "./service-area.entity.ts";
import type { AssignServiceAreaInput, EndServiceAreaInput } from "./service-area.input.ts";
import type { ServiceAreaContext, ServiceAreaRow } from "./service-area.loaders.ts";
import { noticesOfServiceArea } from "./service-area.notices.ts";
import { type ServedPlace, can } from "./service-area.policy.ts";

const YEAR_MS = 366 * 86_400_000;
/** The latest last day. */
const LATEST = "2199-12-31";

const changes = recordChanges({
  noun: "ServiceArea",
  entity: ServiceArea,
  reload: ({ serviceAreas }: ServiceAreaContext, id): Promise<ServiceAreaRow | null> =>
    serviceAreas.byId.load(id),
  judged: ({ regionCode }, { rows }): Promise<ServedPlace> => placeOf({ rows }, regionCode),
  can,
  only: ({ regionPath }) => ({
    zh: "只有当地的平台管理员，或主持该地委员会的人，可以登记谁服务此小区。",
    en: `Only an operator of ${regionPath.findLast((code) => code !== null)}, or whoever runs a committee there, may record who serves it.`,
  }),
  note: async ({ organizationId, regionCode }, _context, { rows }) => {
    const { regionPath } = await placeOf({ rows }, regionCode);
    return { organizationId, regionPath };
  },
  notices: noticesOfServiceArea,
});

/** The estate as the policy looks at it. */
async function placeOf(
  { rows }: Pick<ServiceAreaContext, "rows">,
  code: string,
): Promise<ServedPlace> {
  const region = await rows
    .selectFrom("directory.region")
    .select("path")
    .where("code", "=", code)
    .executeTakeFirstOrThrow();
  const committees = await rows
    .selectFrom("directory.committee")
    .select("id")
    .where(
      "regionCode",
      "in",
      region.path.filter((one) => one !== null),
    )
    .execute();
  return { regionPath: region.path, committeeIds: committees.map(({ id }) => id) };
}

/**
 * Records that an organisation serves an estate.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` if it serves it already in these days.
 */
export async function assignServiceArea(
  context: ServiceAreaContext,
  input: AssignServiceAreaInput,
): Promise<ServiceAreaRow> {
  const { organizationId, regionCode } = input;
  const now = context.clock();
  const checks = new InputChecks();
  const place = await checks.of(async () => {
    const region = await context.regions.byCode.load(regionCode);
    if (!region) throw notFound("Region", regionCode, "regionCode");
    changes.require(context.viewer, "assign", await placeOf(context, regionCode));
    return region;
  });
  const unit = await checks.of(async () => {
    const organization = await context.organizations.byId.load(organizationId);
    if (!organization) throw notFound("Organization", organizationId, "organizationId");
    return organization;
  });
  await checks.of(() => requireEstate(place()));
  await checks.of(() => requireServing(unit(), place()));
  const startsOn = await checks.of(() =>
    requireDay("from", input.from, { latest: shanghaiDay(new Date(now.getTime() + YEAR_MS)) }),
  );
  const endsOn = await checks.of(() =>
    input.until == null
      ? null
      : requireDay("until", input.until, { earliest: startsOn(), latest: LATEST }),
  );
  checks.end();
  const constraints = {
    service_area_once: () =>
      conflict({
        zh: `${unit().name}在这段时间已登记为服务${place().name}。请先结束已有的登记，或另选日期。`,
        en: `${unit().name} serves ${place().name} already in these days. End that record with endServiceArea first, or give other days.`,
      }),
  };
  return await changes.create(
    context,
    { action: "assignServiceArea", input, constraints },
    (_work, create) =>
      create({
        organizationId: unit().id,
        regionCode,
        startsOn: startsOn(),
        endsOn: endsOn(),
      }),
  );
}

/** @throws HubError `BAD_USER_INPUT`. */
function requireEstate({ name, level, code }: RegionRow): void {
  if (level === "ESTATE") return;
  throw badInput("regionCode", {
    zh: `${name}是${valueWords("RegionLevel", level).zh}。请选择一个小区。`,
    en: `"regionCode" ${code} is a ${level}. Give the code of an ESTATE.`,
  });
}

/** @throws HubError `BAD_USER_INPUT`. */
function requireServing(organization: OrganizationRow, { name, allianceCode }: RegionRow): void {
  if (!SERVING_KINDS.includes(organization.kind))
    throw badInput("organizationId", {
      zh: `${organization.name}是${valueWords("OrganizationKind", organization.kind).zh}。请选择物业公司或业主委员会。`,
      en: `"organizationId" is a ${organization.kind}. Name a PROPERTY_COMPANY or an OWNERS_COMMITTEE.`,
    });
  if (organization.state !== "ACTIVE")
    throw badInput("organizationId", {
      zh: `${organization.name}已终止，不能再服务${name}。请选择其他单位。`,
      en: `"organizationId" is ${organization.name}, which has ended. Name another organisation.`,
    });
  if (organization.allianceCode !== allianceCode)
    throw badInput("organizationId", {
      zh: `${organization.name}与${name}不在同一联盟（区县）。请选择本联盟的单位。`,
      en: `"organizationId" ${organization.name} belongs to alliance ${organization.allianceCode}, ${name} to ${String(allianceCode)}. Name an organisation of ${String(allianceCode)}.`,
    });
}

/**
 * Ends a service area; what was recorded stays.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION` once it has ended.
 */
export async function endServiceArea(
  context: ServiceAreaContext,
  input: EndServiceAreaInput,
): Promise<ServiceAreaRow> {
  const step = { action: "endServiceArea", may: "end", input } as const;
  return await changes.change(context, step, (area, { now }) => {
    const { id, startsOn: first, endsOn } = area;
    if (endsOn !== null && endsOn < shanghaiDay(now))
      throw illegalTransition({
        noun: "ServiceArea",
        id,
        state: "ENDED",
        wanted: "ENDED",
        allowed: [],
      });
    area.endsOn = requireLastDay("until", input.until, { of: "ServiceArea", first, now });
  });
}
