import "reflect-metadata";
import { registerEnumType } from "type-graphql";
import { Audience } from "./audience.ts";

// Registered once, here: several subgraphs may live in one process and all of them use it.
registerEnumType(Audience, {
  name: "Audience",
  description: "公开范围：谁可以看到这条记录。Who may see a record.",
  valuesConfig: {
    PUBLIC: { description: "公开，人人可见。Everybody." },
    ALLIANCE: { description: "联盟内，本区域已登录的单位可见。Signed-in units of the region." },
    COMMITTEE: { description: "委员会内，其成员单位可见。Units of the committee." },
    PARTIES: { description: "相关方，仅记录中列名的单位可见。Only the units named in the record." },
  },
});

export { Audience };
