import { MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { badInput } from "@alliance-hub/platform/errors/hub-error";
import { fieldInChinese } from "@alliance-hub/platform/words/fields";
import { type Limit, optional } from "@alliance-hub/platform/limits/limit";
import { textLimit } from "@alliance-hub/platform/limits/text-limit";
import { RegionLevel } from "@alliance-hub/sharing/place";
import { Field, InputType } from "type-graphql";
import { OrganizationKind } from "../../vocabulary/organization-kind.ts";

/** Per GB/T 2260, of statistics, or of a place's own making where it lies below those. */
const CODE: Limit<string> = {
  description:
    "代码，1 至 40 位，限数字、拉丁字母与连字符。Code, 1 to 40 digits, Latin letters and hyphens.",
  check: (field, code) => {
    if (/^[0-9A-Za-z-]{1,40}$/.test(code)) return code;
    throw badInput(field, {
      zh: `${fieldInChinese(field)}应为 1 至 40 位的数字、拉丁字母或连字符。请改正。`,
      en: `"${field}" must have 1 to 40 characters: digits, Latin letters and hyphens.`,
    });
  },
};

/** What the inputs of a region take. */
export const LIMITS = {
  code: CODE,
  name: textLimit({ zh: "名称", en: "Name" }, { maxLength: 100 }),
  levelName: textLimit(
    {
      zh: "当地的叫法，如片区、楼栋，限社区以下",
      en: "What it is called there, such as 片区; below a community",
    },
    { maxLength: 10 },
  ),
};

@InputType("RegionFilter", { description: "行政区划的筛选条件。Which regions to list." })
export class RegionFilter {
  @Field(() => String, {
    nullable: true,
    description: "此地及其下级。That place and all below it.",
  })
  within?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "仅限没有上级的，或仅限有上级的。Only those with no place above them, or only the others.",
  })
  topmost?: boolean | null;
  @Field(() => String, {
    nullable: true,
    description: "名称中的词，简繁均可。Words of the name, in either script.",
  })
  text?: string | null;
  @Field(() => [RegionLevel], { nullable: true, description: "层级。Levels." })
  levels?: RegionLevel[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "为真时仅限不复存在的；默认仅限仍存在的。True for those that are no more; by default those that are still there.",
  })
  ended?: boolean | null;
  @Field(() => OrganizationKind, {
    nullable: true,
    description:
      "有此类组织服务的，如有业委会的小区。Those served by an organisation of this kind.",
  })
  servedByKind?: OrganizationKind | null;
}

@InputType("AddRegionInput", { description: "登记一个行政区划。A place to add to the tree." })
export class AddRegionInput extends MutationInput {
  @Field(() => String, LIMITS.code) code: string;
  @Field(() => String, LIMITS.name) name: string;
  @Field(() => RegionLevel, { description: "层级，须低于上级。Level, below the parent's." })
  level: RegionLevel;
  @Field(() => String, {
    nullable: true,
    description: "上级代码；最上级没有。Code of the place above; the topmost has none.",
  })
  parentCode?: string | null;
  @Field(() => String, optional(LIMITS.levelName)) levelName?: string | null;
}
