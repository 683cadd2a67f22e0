import "reflect-metadata";
import { Field, ObjectType } from "type-graphql";
import { DateScalar } from "../scalars/date.ts";

/** A name that a record had, and its last day. Records keep them in a column `former_names`, oldest first. */
@ObjectType("FormerName", { description: "曾用名。A name that the record had before." })
export class FormerName {
  @Field(() => String, { description: "名称。Name." }) name: string;
  @Field(() => DateScalar, { description: "最后使用的一天。The last day of that name." })
  until: string;
}

/** SQL expression: the names of a record of a table that has both columns, as an array for its search key. */
export const ALL_NAMES =
  "array[name] || array(select former ->> 'name' from jsonb_array_elements(former_names) former)";

/** The former names of a record that gets another name on a day; unchanged if the name stays the same. */
export function formerNamesAfter(
  record: { readonly name: string; readonly formerNames: readonly FormerName[] },
  name: string,
  today: string,
): FormerName[] {
  if (name === record.name) return [...record.formerNames];
  return [...record.formerNames, { name: record.name, until: today }];
}
