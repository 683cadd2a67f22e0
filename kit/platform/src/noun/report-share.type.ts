import "reflect-metadata";
import { Directive, Field, ObjectType } from "type-graphql";
import { DateScalar } from "../scalars/date.ts";

/** The options of the type `Report`, of which each subgraph has a share. */
export const REPORT = {
  description:
    "联盟数据：某地某段时间的各项数字，均由记录统计得出。The figures of a place for a period, each counted from records.",
};

/** The directive of its key. */
export const ReportKey = (): ClassDecorator =>
  Directive('@key(fields: "regionCode from to")') as ClassDecorator;

/** The key of a report; each share of it extends this. */
@ObjectType()
export abstract class ReportShareType {
  @Field(() => String, { description: "地域代码。The place, with all below it." })
  regionCode: string;

  @Field(() => DateScalar, { description: "起（含）。First day counted." })
  from: string;

  @Field(() => DateScalar, { description: "止（含）。Last day counted." })
  to: string;
}
