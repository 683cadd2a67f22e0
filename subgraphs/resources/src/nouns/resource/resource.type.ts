import { WithdrawableType } from "@alliance-hub/platform/noun/record.type";
import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Audience } from "@alliance-hub/sharing/audience.type";
import { Directive, Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { ResourceOrder } from "../../vocabulary/resource-order.ts";
import { ResourceKind } from "../../vocabulary/resource-kind.ts";
import { FunctionArea, ResourceState, VenueKind } from "./resource.entity.ts";

registerEnumType(ResourceKind, {
  name: "ResourceKind",
  description: "资源类型。What can be offered.",
  valuesConfig: {
    VENUE: { description: "阵地、场地。Venue." },
    EQUIPMENT: { description: "设备物资。Equipment." },
    EXPERTISE: { description: "专业人才、师资。Expertise." },
    SERVICE: { description: "服务项目。Service." },
    FUNDS: { description: "资金、物品。Funds or goods." },
    INFORMATION: { description: "信息。Information." },
    POST: { description: "岗位。Posts." },
  },
});

registerEnumType(VenueKind, {
  name: "VenueKind",
  description: "阵地类型。Kinds of venue.",
  valuesConfig: {
    STREET_CENTRE: { description: "街道党群服务中心。Service centre of a street." },
    COMMUNITY_CENTRE: { description: "社区党群服务中心。Service centre of a community." },
    PARTY_CENTRE: { description: "党群服务中心。Party and public service centre." },
    ESTATE_STATION: { description: "小区党群服务站。Station in a residential estate." },
    SCENIC_AREA_STATION: { description: "景区党群服务站。Station in a scenic area." },
    RED_STATION: { description: "红色驿站。Red station." },
    MICRO_STATION: { description: "微阵地。Micro station." },
    SERVICE_POINT: { description: "便民服务站点。Service point." },
    OTHER: { description: "其他。Other." },
  },
});

registerEnumType(FunctionArea, {
  name: "FunctionArea",
  description: "阵地功能区。Function areas of a venue.",
  valuesConfig: {
    GOVERNMENT_SERVICES: { description: "政务服务。Government services." },
    PARTY_ACTIVITIES: { description: "党群活动。Party and public activities." },
    GENERAL_GOVERNANCE: { description: "综合治理。General governance." },
    DELIBERATION: { description: "协商议事。Deliberation." },
    CULTURE_AND_CARE: { description: "文体康养。Culture, sport and care." },
  },
});

registerEnumType(ResourceState, {
  name: "ResourceState",
  description: "资源状态。State of a resource.",
  valuesConfig: {
    DRAFT: { description: "草稿，仅提供单位可见。Draft, for its provider alone." },
    PUBLISHED: { description: "已发布。On the list." },
    WITHDRAWN: { description: "已撤回。Withdrawn, with a reason." },
  },
});

registerEnumType(ResourceOrder, {
  name: "ResourceOrder",
  description: "资源的排序。Orders of resources.",
  valuesConfig: {
    NEWEST_FIRST: { description: "新的在前。Newest first." },
    DISTANCE: { description: "近的在前，须与 near 同用。Nearest first; only with `near`." },
  },
});

@ObjectType("Resource", {
  description: "资源：单位提供共享的阵地、设备、人才、服务等。What a unit offers to the others.",
})
@Directive('@key(fields: "id")')
export class ResourceType extends WithdrawableType {
  @Field(() => String, { description: "标题。Title." }) title: string;
  @Field(() => ResourceKind, { description: "类型。Kind." }) kind: ResourceKind;
  @Field(() => VenueKind, {
    nullable: true,
    description: "阵地类型，仅阵地有。Kind of venue; null unless it is a venue.",
  })
  venueKind: VenueKind | null;
  @Field(() => [FunctionArea], {
    description: "功能区，仅阵地有。Function areas; empty unless it is a venue.",
  })
  functionAreas: FunctionArea[];
  @Field(() => Boolean, { description: "是否示范点。Whether it is marked as a model for others." })
  demonstration: boolean;
  @Field(() => Audience, { description: "公开范围。Who may see it." }) audience: Audience;
  @Field(() => Int, {
    nullable: true,
    description:
      "同时可预约的数量；为空即 1。How much of it can be booked at once; null means one.",
  })
  capacity: number | null;
  @Field(() => String, {
    nullable: true,
    description: "计量单位，如间、台、人。The unit of the capacity, such as rooms.",
  })
  unit: string | null;
  @Field(() => String, { nullable: true, description: "说明。Description." })
  description: string | null;
  @Field(() => Boolean, {
    description: "预约是否须经提供单位同意。Whether bookings need the provider's approval.",
  })
  approval: boolean;
  @Field(() => ResourceState, { description: "状态。State." }) state: ResourceState;
  @Field(() => DateTimeScalar, { nullable: true, description: "发布时间。When it was published." })
  publishedAt: Date | null;
}

export const ResourceConnection = connectionOf("Resource", () => ResourceType, {
  zh: "资源",
  en: "resources",
});
