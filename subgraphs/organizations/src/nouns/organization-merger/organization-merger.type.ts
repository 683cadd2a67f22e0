import { Field, ID, Int, ObjectType } from "type-graphql";

@ObjectType("MergedRecords", {
  description: "随合并转移的一类记录。Records of one noun that follow a merger.",
})
export class MergedRecordsType {
  @Field(() => String, { description: "记录类型，如 Resource。Their noun, such as Resource." })
  noun: string;
  @Field(() => Int, { description: "数量。How many." }) count: number;
}

@ObjectType("MergerWarning", {
  description: "合并前须知的一项。Something to know before a merger.",
})
export class MergerWarningType {
  @Field(() => String, { description: "记录类型。The noun of the record." }) noun: string;
  @Field(() => ID, {
    nullable: true,
    description: "记录编号；不涉及某一记录的为空。Id of the record; null if it is about none.",
  })
  recordId: string | null;
  @Field(() => String, {
    nullable: true,
    description: "名称；不公开的为空。Its title; null unless everybody may read it.",
  })
  title: string | null;
  @Field(() => String, {
    description: "合并后如何，以读者的语言。What becomes of it, in the reader's language.",
  })
  consequence: string;
  @Field(() => Boolean, {
    description: "是否须先了结才能合并。Whether it must be settled before the merger.",
  })
  blocks: boolean;
}

@ObjectType("OrganizationMerger", {
  description: "两个单位合并的预览。A merger of two organisations, before it is made.",
})
export class OrganizationMergerType {
  @Field(() => [MergedRecordsType], {
    description: "将转到并入后单位名下的未了结记录。Open records that will follow.",
  })
  items: MergedRecordsType[];
  @Field(() => [MergerWarningType], { description: "须知。What to know." })
  warnings: MergerWarningType[];
}
