import { TYPES, listOfCodec } from "postgraphile/@dataplan/pg";
import { GraphQLList, GraphQLNonNull, GraphQLString } from "postgraphile/graphql";
import { addPgTableCondition } from "postgraphile/utils";

/** The filter on several kinds, which the preset alone does not offer: `kind = any(…)`. */
export const kindsCondition = addPgTableCondition(
  { schemaName: "bench", tableName: "shared_resource" },
  "kinds",
  () => ({ type: new GraphQLList(new GraphQLNonNull(GraphQLString)) }),
  (value, { sql, sqlTableAlias, sqlValueWithCodec }) =>
    sql`${sqlTableAlias}.kind = any(${sqlValueWithCodec(value, listOfCodec(TYPES.text))})`,
);
