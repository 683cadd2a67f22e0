import { Directive, Field, ObjectType } from "type-graphql";

@ObjectType("Region", { description: "行政区划。A place in the tree from province to grid." })
@Directive('@key(fields: "code")')
export class RegionRef {
  @Field(() => String, {
    description:
      "代码：GB/T 2260 六位、十二位统计用代码或地方代码。Code: GB/T 2260, statistical, or local.",
  })
  code: string;
}
