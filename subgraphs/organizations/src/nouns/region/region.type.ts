import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
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
  @Field(() => Int, {
    description: "版本，用于防止覆盖他人更改。Version, for the optimistic lock.",
  })
  version: number;
}

export const RegionConnection = connectionOf("Region", () => RegionType, {
  zh: "行政区划",
  en: "regions",
});
