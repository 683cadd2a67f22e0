import { describe, expect, it } from "@jest/globals";
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type SqlBool,
  sql,
} from "kysely";
import { formStatement, parametersOf } from "../database/form-statement.ts";
import { type Condition, anyMet, condition, isNull } from "./condition.ts";

const database = new Kysely<never>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (rows) => new PostgresIntrospector(rows),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});
const compiled = (where: readonly Condition[]) => {
  const statement = formStatement(where, (conditions) =>
    sql`select ${sql.join(conditions, sql` and `)}`.compile(database),
  );
  return { text: statement.text, values: parametersOf(statement, where) };
};
const is = (column: string, value: string) =>
  condition(`${column} is`, [value], (given) => sql<SqlBool>`${sql.ref(column)} = ${given}`);

describe("conditions made of others", () => {
  it("of several ways carry the values of each, in order", () => {
    const ways = anyMet(is("a", "1"), [is("b", "2"), isNull("c")]);
    expect(compiled([is("d", "0"), ways])).toEqual({
      text: 'select "d" = $1 and (("a" = $2) or ("b" = $3 and "c" is null))',
      values: ["0", "1", "2"],
    });
    expect(ways.form).not.toBe(anyMet(is("a", "1"), is("b", "2")).form);
  });

  it("around another carry its values, and have a form of their own", () => {
    const inner = is("a", "1");
    const outer = inner.within((found) => sql<SqlBool>`exists (select ${found})`);
    expect(compiled([outer])).toEqual({ text: 'select exists (select "a" = $1)', values: ["1"] });
    expect(outer.form).not.toBe(inner.form);
  });
});
