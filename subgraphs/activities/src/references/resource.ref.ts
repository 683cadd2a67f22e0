import { Directive, Field, ID, ObjectType } from "type-graphql";

/** This subgraph adds nothing to it, so the gateway need not ask this subgraph for it. */
@ObjectType("Resource", {
  description: "资源：单位提供共享的阵地、设备、人才、服务等。What a unit offers to the others.",
})
@Directive('@key(fields: "id", resolvable: false)')
export class ResourceRef {
  @Field(() => ID, { description: "编号。Id." })
  id: string;
}
