import type { CompiledQuery, Expression, SqlBool } from "kysely";
import type { Condition } from "../conditions/condition.ts";
import type { ReadStatement } from "./read-pipelines.ts";

/** A statement that is written once for all lists whose conditions have the same forms. */
export interface FormStatement extends ReadStatement {
  /** Where the value of each parameter comes from: the number of the condition, and the number of its value. */
  readonly sources: readonly (readonly [number, number])[];
}

/**
 * Writes the statement of a form. Each condition is written with a placeholder for each value, and the
 * parameters of the statement must be exactly these. If a value got into the text in another way, everybody
 * would use that value from then on.
 *
 * @throws Error if a condition writes a value that it does not name, or does not write one that it names.
 */
export function formStatement(
  where: readonly Condition[],
  write: (conditions: readonly Expression<SqlBool>[]) => CompiledQuery,
): FormStatement {
  const standIns = where.map(({ values }) => values.map(standInFor));
  const sourceOf = new Map(
    standIns.flatMap((ofOne, at) => ofOne.map((standIn, nth) => [standIn, [at, nth] as const])),
  );
  const { sql: text, parameters } = write(
    where.map((one, at) => one.writeWith(standIns[at] ?? [])),
  );
  const sources = parameters.map((parameter) => {
    const source = sourceOf.get(parameter as object);
    if (source === undefined)
      throw new Error(
        `A list writes a parameter that is not a value of its conditions (${formsOf(where)}). Name it among the values of the condition, or write it as a literal.`,
      );
    return source;
  });
  const written = new Set(parameters);
  const isMissing = where.some(
    ({ isPartial }, at) => !isPartial && standIns[at]?.some((standIn) => !written.has(standIn)),
  );
  if (isMissing)
    throw new Error(
      `A list has a value that is not a parameter of its statement (${formsOf(where)}). Leave it out of the values of the condition, or write it.`,
    );
  return { text, isShort: !where.some(({ isLong }) => isLong), sources };
}

/** The values of a statement's parameters. @param where conditions of the same forms as it was written for. */
export function parametersOf(
  { sources }: FormStatement,
  where: readonly Condition[],
): readonly unknown[] {
  return sources.map(([at, nth]) => where[at]?.values[nth]);
}

/** The forms of all conditions, joined. */
export function formsOf(where: readonly Condition[]): string {
  return where.map(({ form }) => form).join("; ");
}

/**
 * Equal only to itself. The placeholder of a list is not empty, so a condition does not take it for an empty list.
 */
function standInFor(value: unknown): object {
  return Object.freeze(Array.isArray(value) ? ["a value"] : { is: "a value" });
}
