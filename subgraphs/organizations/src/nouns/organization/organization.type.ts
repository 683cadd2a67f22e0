import { RecordType } from "@alliance-hub/platform/noun/record.type";
import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { Directive, Field, ObjectType, registerEnumType } from "type-graphql";
import { OrganizationKind } from "../../vocabulary/organization-kind.ts";

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
}

export const OrganizationConnection = connectionOf("Organization", () => OrganizationType, {
  zh: "单位",
  en: "organisations",
});
