import { RecordType } from "@alliance-hub/platform/noun/record.type";
import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { Directive, ObjectType } from "type-graphql";

@ObjectType("ServiceArea", {
  description:
    "服务范围：物业公司或业主委员会服务某个小区的起止。That a property company or an owners' committee serves an estate, from a day to a day.",
})
@Directive('@key(fields: "id")')
export class ServiceAreaType extends RecordType {}

export const ServiceAreaConnection = connectionOf("ServiceArea", () => ServiceAreaType, {
  zh: "服务范围",
  en: "service areas",
});
