import { type Expression, type OperationNode, type SqlBool, sql } from "kysely";

/**
 * A condition of a list. Conditions of one form are written alike, whatever their values are, so that the
 * text of a list is made once for each combination of forms (`form-reads.ts`). Anywhere else it is an
 * expression like any other, with its values in it.
 */
export class Condition implements Expression<SqlBool> {
  /** What is written: all that the text depends on, such as the column. */
  readonly form: string;
  /** What is sent with it. */
  readonly values: readonly unknown[];
  /** Whether it may take long to find what meets it: such a list is not read in front of others. */
  readonly isLong: boolean;
  /** Whether it may leave out some of its values. */
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

  /** Writes it with other values, or with what stands for them. */
  writeWith(values: readonly unknown[]): Expression<SqlBool> {
    return this.#write(values);
  }
}

/** What a condition is known by. */
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

/** A condition that is written with its values, which are the parameters of `write`. */
export function condition<const Values extends readonly unknown[]>(
  form: string,
  values: Values,
  write: (...values: Values) => Expression<SqlBool>,
): Condition {
  return new Condition({ form, values }, (given) => write(...(given as Values)));
}

/** Condition that nothing meets. */
export const nothing: Condition = condition("nothing", [], () => sql<SqlBool>`false`);
