import { InputChecks } from "@alliance-hub/platform/errors/faults";
import { valueWords } from "@alliance-hub/platform/words/enumerations";
import { change } from "@alliance-hub/platform/change/change";
import { badInput, conflict, forbidden, notFound } from "@alliance-hub/platform/errors/hub-error";
import { requireLasting } from "@alliance-hub/platform/directory/lasting-region";
import { checked } from "@alliance-hub/platform/limits/checked";
import { LEVEL_POSITION, allianceCode, regionPath } from "@alliance-hub/sharing/place";
import { Region } from "./region.entity.ts";
import { type AddRegionInput, LIMITS } from "./region.input.ts";
import type { RegionContext, RegionRow } from "./region.loaders.ts";
import { can } from "./region.policy.ts";

/**
 * Adds a place below another.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` for a code in use.
 */
export async function addRegion(context: RegionContext, input: AddRegionInput): Promise<RegionRow> {
  const checks = new InputChecks();
  const above = await checks.of(() => requireParent(context, input));
  await checks.of(() => requireBelow(input, above()));
  const given = await checks.of(() => checked(input, { code: LIMITS.code, name: LIMITS.name }));
  const levelName = await checks.of(() => checkedLevelName(input));
  checks.end();
  const region = { ...placedRegion(input.level, given(), above()), levelName: levelName() };
  // Not by `recordChanges`: a region is known by its code, and has neither an id nor a version.
  return await change(
    context,
    {
      action: "addRegion",
      input,
      reload: (code) => context.regions.byCode.load(code),
      constraints: {
        region_pkey: () =>
          conflict({
            zh: `区划代码 ${region.code} 已在使用。请查看已有的区划。`,
            en: `The code ${region.code} is in use. Look it up with region(code:).`,
          }),
      },
    },
    async ({ em, now }) => {
      const record = em.create(Region, {
        ...region,
        formerNames: [],
        endedOn: null,
        mergedInto: null,
        createdAt: now,
        updatedAt: now,
      });
      return { record, audit: { noun: "Region", recordId: region.code, regionPath: region.path } };
    },
  );
}

/** What a place below a community is called there. @throws HubError `BAD_USER_INPUT` for one that is above. */
function checkedLevelName({ level, levelName }: AddRegionInput): string | null {
  if (levelName == null) return null;
  if (LEVEL_POSITION[level] > LEVEL_POSITION.COMMUNITY)
    return LIMITS.levelName.check("levelName", levelName);
  throw badInput("levelName", {
    zh: `只有社区以下的地方才另有叫法，而所选层级为${valueWords("RegionLevel", level).zh}。请不填，或选择更低的层级。`,
    en: `"levelName" is for places below a community; "level" is ${level}. Leave it out, or give a lower level.`,
  });
}

/** The region above, below which the viewer may add some. @throws HubError `NOT_FOUND`, `FORBIDDEN`. */
async function requireParent(
  context: RegionContext,
  input: AddRegionInput,
): Promise<RegionRow | null> {
  const parentCode = input.parentCode ?? null;
  const parent = parentCode === null ? null : await context.regions.byCode.load(parentCode);
  if (parentCode !== null && !parent) throw notFound("Region", parentCode, "parentCode");
  if (parent) requireLasting(parent, "parentCode");
  const path = parent?.path ?? regionPath(undefined, input.level, input.code);
  if (can(context.viewer, "add", { path })) return parent ?? null;
  throw forbidden(
    context.viewer,
    parent
      ? {
          zh: `只有${parent.name}的平台管理员可以在其下增设区划。`,
          en: `Only an operator of ${parent.code} may add a region below it.`,
        }
      : {
          zh: "最上级的区划由运行方用命令 npm run operator 增设。请选择上级。",
          en: "A region without a parent is added by the command npm run operator. Give parentCode.",
        },
  );
}

/** @throws HubError `BAD_USER_INPUT` for a level that is not below the parent's. */
function requireBelow({ level }: AddRegionInput, parent: RegionRow | null): void {
  if (parent && LEVEL_POSITION[level] <= LEVEL_POSITION[parent.level]) {
    throw badInput("level", {
      zh: `所选层级为${valueWords("RegionLevel", level).zh}，不低于上级${parent.name}的${valueWords("RegionLevel", parent.level).zh}。请选择更低的层级。`,
      en: `"level" is ${level}, not below ${parent.level} of ${parent.code}. Give a lower level.`,
    });
  }
}

function placedRegion(
  level: AddRegionInput["level"],
  { code, name }: { readonly code: string; readonly name: string },
  parent: RegionRow | null,
) {
  return {
    code,
    level,
    name,
    parentCode: parent?.code ?? null,
    path: regionPath(parent?.path, level, code),
    allianceCode: allianceCode(parent?.allianceCode ?? null, { level, code }),
  };
}
