import { RecordType } from "@alliance-hub/platform/noun/record.type";
import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { Directive, Field, ObjectType, registerEnumType } from "type-graphql";
import { FormerName } from "@alliance-hub/platform/noun/former-name.type";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { OrganizationKind } from "../../vocabulary/organization-kind.ts";
import { OrganizationState } from "./organization.entity.ts";

registerEnumType(OrganizationKind, {
  name: "OrganizationKind",
  description: "单位类型。Kinds of organisation.",
  valuesConfig: {
    PARTY_ORGANIZATION: { description: "党组织。Party organisation." },
    GOVERNMENT: { description: "党政机关。Government body." },
    PUBLIC_INSTITUTION: { description: "事业单位。Public institution." },
    STATE_OWNED_COMPANY: { description: "国有企业。State-owned company." },
    PRIVATE_COMPANY: { description: "民营企业。Private company." },
    SOCIAL_ORGANIZATION: { description: "社会组织。Social organisation." },
    SCHOOL: { description: "学校。School." },
    HOSPITAL: { description: "医院。Hospital." },
    PROPERTY_COMPANY: { description: "物业公司。Property company." },
    OWNERS_COMMITTEE: { description: "业主委员会。Owners' committee." },
    RESIDENTS_COMMITTEE: { description: "居民委员会。Residents' committee." },
    OTHER: { description: "其他。Other." },
  },
});

registerEnumType(OrganizationState, {
  name: "OrganizationState",
  description: "单位的状态。States of organisations.",
  valuesConfig: {
    ACTIVE: { description: "在册。Active." },
    ENDED: {
      description:
        "已终止；可以查看，不能再办理新的事项。Ended: can be read, and does nothing new.",
    },
    MERGED: { description: "已并入其他单位。Merged into another one." },
  },
});

@ObjectType("Organization", { description: "组织、单位。Any organisation of the alliance." })
@Directive('@key(fields: "id")')
export class OrganizationType extends RecordType {
  @Field(() => String, { description: "名称。Name." }) name: string;
  @Field(() => OrganizationKind, { description: "类型。Kind." }) kind: OrganizationKind;
  @Field(() => String, {
    nullable: true,
    description: "统一社会信用代码（GB 32100-2015）。Unified social credit code.",
  })
  creditCode: string | null;
  @Field(() => String, { nullable: true, description: "品牌。Its own short profile line." })
  brand: string | null;
  @Field(() => OrganizationState, { description: "状态。State." }) state: OrganizationState;
  @Field(() => DateScalar, {
    nullable: true,
    description: "终止或并入的日期；在册时为空。The last day; null while it is active.",
  })
  endedOn: string | null;
  @Field(() => String, {
    nullable: true,
    description: "终止或并入的原因。Why it ended or was merged.",
  })
  endReason: string | null;
  @Field(() => [FormerName], {
    description:
      "曾用名，含并入单位的名称，由早到晚；按这些名称也能查到。Former names, and the names of what was merged into it, oldest first; search finds it by them.",
  })
  formerNames: FormerName[];
}

export const OrganizationConnection = connectionOf("Organization", () => OrganizationType, {
  zh: "单位",
  en: "organisations",
});
