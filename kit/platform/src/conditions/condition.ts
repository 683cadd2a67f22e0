import { type Expression, type OperationNode, type SqlBool, sql } from "kysely";

/**
 * A condition of a list. Conditions of one form have the same SQL text, whatever their values are. So the text
 * of a list is made only once for each combination of forms (`form-reads.ts`). In other statements a condition
 * is an ordinary expression that contains its values.
 */
export class Condition implements Expression<SqlBool> {
  /** The form: everything that the text depends on, such as the column. */
  readonly form: string;
  /** The values that are sent with it. */
  readonly values: readonly unknown[];
  /** Whether it may take long to find matching rows. Such a list must not delay others. */
  readonly isLong: boolean;
  /** Whether its text may leave out some of its values. */
  readonly isPartial: boolean;
  /** Of a search for words: of each word the pieces that a record has if it has the word. */
  readonly words: readonly (readonly string[])[];
  readonly #write: (values: readonly unknown[]) => Expression<SqlBool>;

  constructor(
    { form, values, isLong = false, isPartial = false, words = [] }: ConditionForm,
    write: (values: readonly unknown[]) => Expression<SqlBool>,
  ) {
    this.form = form;
    this.values = values;
    this.isLong = isLong;
    this.isPartial = isPartial;
    this.words = words;
    this.#write = write;
  }

  get expressionType(): SqlBool | undefined {
    return undefined;
  }

  toOperationNode(): OperationNode {
    return this.writeWith(this.values).toOperationNode();
  }

  /** The same with more around it, such as what it is asked of; `of` says what, where that differs. */
  within(around: (inner: Expression<SqlBool>) => Expression<SqlBool>, of = "within"): Condition {
    const { values, isLong, isPartial } = this;
    return new Condition({ form: `${of} ${this.form}`, values, isLong, isPartial }, (given) =>
      around(this.writeWith(given)),
    );
  }

  /** Writes it with other values, or with placeholders for them. */
  writeWith(values: readonly unknown[]): Expression<SqlBool> {
    return this.#write(values);
  }
}

/** What identifies a condition. */
export interface ConditionForm {
  readonly form: string;
  readonly values: readonly unknown[];
  /** Default: no. */
  readonly isLong?: boolean;
  /** Default: no. */
  readonly isPartial?: boolean;
  /** Default: it searches for none. */
  readonly words?: readonly (readonly string[])[];
}

/** A condition whose values are the parameters of `write`. */
export function condition<const Values extends readonly unknown[]>(
  form: string,
  values: Values,
  write: (...values: Values) => Expression<SqlBool>,
): Condition {
  return new Condition({ form, values }, (given) => write(...(given as Values)));
}

/** Condition that no row matches. */
export const nothing: Condition = condition("nothing", [], () => sql<SqlBool>`false`);

/** That a column is null. */
export function isNull(column: string): Condition {
  return condition(`${column} is null`, [], () => sql<SqlBool>`${sql.ref(column)} is null`);
}

/** That one of some conditions is met; a list of conditions is one, where all of them are. */
export function anyMet(...ways: readonly (Condition | readonly Condition[])[]): Condition {
  const all = ways.map((way) => (way instanceof Condition ? [way] : way));
  const parts = all.flat();
  return new Condition(
    {
      form: `any of (${all.map((way) => way.map(({ form }) => form).join(" and ")).join(" or ")})`,
      values: parts.flatMap(({ values }) => values),
      isLong: parts.some(({ isLong }) => isLong),
      isPartial: parts.some(({ isPartial }) => isPartial),
    },
    (given) => {
      let at = 0;
      const written = (one: Condition): Expression<SqlBool> =>
        one.writeWith(given.slice(at, (at += one.values.length)));
      const each = all.map((way) => sql`(${sql.join(way.map(written), sql` and `)})`);
      return sql<SqlBool>`(${sql.join(each, sql` or `)})`;
    },
  );
}
