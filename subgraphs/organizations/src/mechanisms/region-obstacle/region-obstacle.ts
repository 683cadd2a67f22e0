import { goneWords } from "@alliance-hub/platform/directory/lasting-region";
import type { RegionEntry } from "@alliance-hub/platform/directory/directory";
import { type HubError, badInput } from "@alliance-hub/platform/errors/hub-error";
import { valueWords } from "@alliance-hub/platform/words/enumerations";
import type { Words } from "@alliance-hub/platform/words/words";
import type { RegionLevel } from "@alliance-hub/sharing/place";

/** A region as it was named when something stood in the way. */
interface Named {
  readonly code: string;
  readonly name: string;
}
interface Levelled extends Named {
  readonly level: RegionLevel;
}

/**
 * What stands in the way of a change of a region: the rule that it would break, and the values that the words of the
 * rule need. It is kept with a change that has failed, so each reader is told in their language.
 */
export type RegionObstacle =
  | ({ readonly rule: "GONE"; readonly field: "code" | "intoCode" | "parentCode" } & Pick<
      RegionEntry,
      "code" | "name" | "endedOn" | "mergedInto"
    >)
  | { readonly rule: "SAME_NAME"; readonly region: Named }
  | {
      readonly rule: "NOT_EMPTY";
      readonly region: Named;
      readonly regions: number;
      readonly organizations: number;
      readonly committees: number;
    }
  | { readonly rule: "OTHER_LEVEL"; readonly region: Levelled; readonly into: Levelled }
  | { readonly rule: "ABOVE_ALREADY"; readonly region: Named; readonly above: Named }
  | { readonly rule: "NOT_ABOVE"; readonly region: Levelled; readonly above: Levelled };

/** The error for an input in whose way it stands: `BAD_USER_INPUT`, naming the rule and the way out. */
export function errorOf(obstacle: RegionObstacle): HubError {
  return badInput(fieldOf(obstacle), obstacleWords(obstacle));
}

/** What it says, in both languages. */
export function obstacleWords(obstacle: RegionObstacle): Words {
  switch (obstacle.rule) {
    case "GONE":
      return goneWords(obstacle, obstacle.field);
    case "SAME_NAME": {
      const { name } = obstacle.region;
      return {
        zh: `${name}已是现名称。请填写新名称。`,
        en: `${name} is the present name. Give another one.`,
      };
    }
    case "NOT_EMPTY": {
      const { region, regions, organizations, committees } = obstacle;
      return {
        zh: `${region.name}尚有下级 ${regions} 个、单位 ${organizations} 个、委员会 ${committees} 个，不能撤销。请先并入另一行政区划（mergeRegions），或先处理其中的下级、单位和委员会。`,
        en: `${region.name} still has ${regions} places below it, ${organizations} organisations and ${committees} committees. Merge it into another region with mergeRegions, or move these first.`,
      };
    }
    case "OTHER_LEVEL": {
      const { region, into } = obstacle;
      return {
        zh: `${region.name}（${levelIn(region).zh}）只能并入另一个同级的行政区划。请另选。`,
        en: `${into.name} is a ${into.level}; ${region.name} can become a part of another ${region.level} only. Give one.`,
      };
    }
    case "ABOVE_ALREADY": {
      const { region, above } = obstacle;
      return {
        zh: `${above.name}已是${region.name}的上级。请另选上级。`,
        en: `${above.name} is above ${region.name} already. Give another place.`,
      };
    }
    case "NOT_ABOVE": {
      const { region, above } = obstacle;
      return {
        zh: `${above.name}是${levelIn(above).zh}，不高于${region.name}的${levelIn(region).zh}。请选择更高层级的上级。`,
        en: `${above.name} is a ${above.level}, not above the ${region.level} ${region.name}. Give a place of a higher level.`,
      };
    }
    default:
      return obstacle satisfies never;
  }
}

/** The place in the input of what cannot be. */
function fieldOf(obstacle: RegionObstacle): string {
  switch (obstacle.rule) {
    case "GONE":
      return obstacle.field;
    case "SAME_NAME":
      return "name";
    case "NOT_EMPTY":
      return "code";
    case "OTHER_LEVEL":
      return "intoCode";
    case "ABOVE_ALREADY":
    case "NOT_ABOVE":
      return "parentCode";
    default:
      return obstacle satisfies never;
  }
}

const levelIn = ({ level }: Levelled): Words => valueWords("RegionLevel", level);
