import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { FormerName } from "@alliance-hub/platform/noun/former-name.type";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { RegionLevel } from "@alliance-hub/sharing/place";
import { Directive, Field, Int, ObjectType, registerEnumType } from "type-graphql";

registerEnumType(RegionLevel, {
  name: "RegionLevel",
  description: "行政区划层级。Levels of regions, from the widest to the smallest.",
  valuesConfig: {
    PROVINCE: { description: "省。Province." },
    CITY: { description: "市（含县级市）。City, county-level cities included." },
    DISTRICT: { description: "区、县。District or county." },
    STREET: { description: "街道、镇。Street or town." },
    COMMUNITY: { description: "社区、村。Community or village." },
    GRID: { description: "网格。Grid." },
    ESTATE: { description: "小区。Residential estate." },
  },
});

@ObjectType("Region", { description: "行政区划。A place in the tree from province to grid." })
@Directive('@key(fields: "code")')
export class RegionType {
  @Field(() => String, {
    description:
      "代码：GB/T 2260 六位、十二位统计用代码或地方代码。Code: GB/T 2260, statistical, or local.",
  })
  code: string;
  @Field(() => String, { description: "名称。Name." }) name: string;
  @Field(() => RegionLevel, { description: "层级。Level." }) level: RegionLevel;
  @Field(() => String, {
    nullable: true,
    description:
      "社区以下的地方在当地的叫法，如片区、楼栋。What a place below a community is called there.",
  })
  levelName: string | null;
  @Field(() => [FormerName], {
    description:
      "曾用名，先用的在前；也可据此查找。Former names, oldest first; it is found by them, too.",
  })
  formerNames: FormerName[];
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "自此日起不复存在；仍存在的为空。The first day on which it is no more; null for one that is still there.",
  })
  endedOn: string | null;
  @Field(() => Int, {
    description: "版本，用于防止覆盖他人更改。Version, for the optimistic lock.",
  })
  version: number;
}

export const RegionConnection = connectionOf("Region", () => RegionType, {
  zh: "行政区划",
  en: "regions",
});
